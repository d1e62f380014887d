import { useId } from "react";

type OddsBarProps = {
  /** From 0 to 1, as is `shaped`. */
  own?: number;
  shaped?: number;
  /** Whether it stands for many tokens together: hatched, so that it is not taken for one. */
  areMany?: boolean;
};

/** A chance as a bar from 0 to 100%, with a mark where the model's own odds are. The figures beside it say the same. */
export function OddsBar({ own, shaped, areMany = false }: OddsBarProps) {
  const hatch = useId();
  return (
    <svg aria-hidden height="10" className="block min-w-0 flex-1 overflow-visible">
      {areMany && (
        <pattern id={hatch} width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="2" height="4" className="fill-accent" />
        </pattern>
      )}
      <rect width="100%" height="10" rx="2" className={areMany ? "fill-none" : "fill-sunk"} />
      {shaped !== undefined && (
        <rect
          width={`${100 * shaped}%`}
          height="10"
          rx={areMany ? 0 : 2}
          {...(areMany ? { fill: `url(#${hatch})` } : { className: "fill-accent" })}
        />
      )}
      {own !== undefined && (
        <line
          x1={`${100 * own}%`}
          x2={`${100 * own}%`}
          y1="-2"
          y2="12"
          strokeWidth="2"
          className="stroke-ink"
        />
      )}
    </svg>
  );
}
