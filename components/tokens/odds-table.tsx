import { useTranslations } from "use-intl";
import type { PlaceOdds, TokenOdds } from "@/lib/odds/odds";
import { useOddsTexts } from "./use-odds-texts";

export type OddsTableProps = {
  place: PlaceOdds;
  /** What the table is called for who cannot see it. */
  title: string;
  onChoose?: (row: TokenOdds) => void;
  /** Which rows can be chosen; all of them, if not given. */
  canChoose?: (row: TokenOdds) => boolean;
};

/**
 * A share with one digit after the point; what is not certain is never 100 %, what has a chance never 0. Written without Intl,
 * so that it can follow a fader.
 */
function percent(share: number | undefined): string {
  if (share === undefined) return "?";
  if (share > 0 && share < 0.0005) return "< 0.1 %";
  if (share < 1 && share >= 0.9995) return "> 99.9 %";
  return `${(100 * share).toFixed(1)} %`;
}

/**
 * What might stand at a place, a row each: a bar on a fixed scale from 0 to 100 % for the chance after the faders, a mark for the
 * model's own odds. It is a table, so it can be read as one.
 */
export function OddsTable({ place, title, onChoose, canChoose = () => true }: OddsTableProps) {
  const t = useTranslations("lens");
  const { rows, others, token } = place;
  const labels = useLabels(rows);
  return (
    <table aria-label={title} className="w-full table-fixed text-[13px]">
      <thead className="sr-only">
        <tr>
          <th scope="col">{t("token")}</th>
          <th scope="col">{t("own")}</th>
          <th scope="col">{t(place.isAmongReturned ? "among" : "shaped")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => {
          const label = labels[at] as string;
          const isHere = token !== undefined && isSameToken(row, token);
          return (
            <tr key={row.id ?? row.bytes.join(",")} data-cut={row.cutBy} aria-current={isHere || undefined}>
              <th
                scope="row"
                className="w-24 truncate py-0.5 pr-2 text-left font-mono font-medium"
                title={label}
              >
                {onChoose && canChoose(row) ? (
                  <button
                    type="button"
                    className={`min-h-6 max-w-full min-w-6 cursor-pointer truncate text-left underline underline-offset-2 hover:no-underline ${isHere ? "font-bold" : ""}`}
                    onClick={() => onChoose(row)}
                  >
                    {label}
                  </button>
                ) : (
                  <span className={isHere ? "font-bold underline decoration-accent decoration-2" : ""}>
                    {label}
                  </span>
                )}
              </th>
              <Odds row={row} />
            </tr>
          );
        })}
        {(others.own !== undefined || others.shaped !== undefined) && (
          <tr>
            <th scope="row" className="w-24 truncate py-0.5 pr-2 text-left font-medium text-mute">
              {t(place.isWhole ? "others" : "notReturned")}
            </th>
            <Odds row={others} />
          </tr>
        )}
      </tbody>
    </table>
  );
}

function Odds({ row: { own, shaped, cutBy } }: { row: Pick<TokenOdds, "own" | "shaped" | "cutBy"> }) {
  const t = useTranslations();
  return (
    <>
      <td className="py-0.5">
        <svg aria-hidden width="100%" height="10" className="block overflow-visible">
          <rect width="100%" height="10" rx="2" className="fill-sunk" />
          {shaped !== undefined && (
            <rect width={`${100 * shaped}%`} height="10" rx="2" className="fill-accent" />
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
        <span className="sr-only">{percent(own)}</span>
      </td>
      <td className="w-22 py-0.5 pl-2 text-right text-xs whitespace-nowrap">
        {cutBy
          ? t("lens.cutBy", { name: t(`parameters.${cutBy}.label`).toLocaleLowerCase() })
          : percent(shaped)}
      </td>
    </>
  );
}

/** The names of the rows; where two would be called alike, the space before one of them is shown. */
function useLabels(rows: readonly TokenOdds[]): string[] {
  const { name } = useOddsTexts();
  const names = rows.map(({ text }) => name(text));
  return rows.map((row, at) =>
    names.filter((each) => each === names[at]).length > 1 && row.text.startsWith(" ")
      ? `␣${names[at]}`
      : (names[at] as string),
  );
}

function isSameToken(a: TokenOdds, b: TokenOdds): boolean {
  return a.id === undefined ? a.bytes.join(",") === b.bytes.join(",") : a.id === b.id;
}
