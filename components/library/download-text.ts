/** A browser may take a while to ask where a file is to be saved. */
const KEPT_FOR_MS = 60_000;

/** Has the browser save a text as a file. */
export function downloadText(fileName: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  const anchor = document.createElement("a");
  anchor.href = address;
  anchor.download = fileName;
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_FOR_MS);
}
