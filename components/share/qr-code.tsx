import { qrModules } from "@/lib/qr";

/** A QR code, black on white in every theme: readers ask for that. Drawn by attributes, with its address as its name. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const modules = qrModules(text);
  const size = modules.length;
  const ink = modules.flatMap((row, y) =>
    row.flatMap((isBlack, x) => (isBlack ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox={`0 0 ${size} ${size}`}
      shapeRendering="crispEdges"
      className="size-56 max-w-full rounded-md"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={ink.join("")} fill="#000" />
    </svg>
  );
}
