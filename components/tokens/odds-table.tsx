import { useTranslations } from "use-intl";
import type { PlaceOdds, TokenOdds } from "@/lib/odds/odds";
import { toHex } from "@/lib/odds/to-hex";
import { OddsBar } from "./odds-bar";
import { useOddsTexts } from "./use-odds-texts";

export type OddsTableProps = {
  place: PlaceOdds;
  /** What the table is called for who cannot see it. */
  title: string;
  onChoose?: (row: TokenOdds) => void;
  /** Which rows can be chosen; all of them, if not given. */
  canChoose?: (row: TokenOdds) => boolean;
  /** Id of what says what choosing does. */
  describedBy?: string;
};

/**
 * A share with one digit after the point; what is not certain is never 100%, what has a chance never 0. Written without Intl,
 * so that it can follow a fader.
 */
function percent(share: number | undefined): string {
  if (share === undefined) return "?";
  if (share > 0 && share < 0.0005) return "< 0.1%";
  if (share < 1 && share >= 0.9995) return "> 99.9%";
  return `${(100 * share).toFixed(1)}%`;
}

/**
 * What might stand at a place, a row each: a bar on a fixed scale from 0 to 100% for the chance after the faders, a mark for the
 * model's own odds, and both in figures under heads that say which is which. All that is not named is told apart, for it is
 * no token. Rows keep their places while their tokens change, and so keep focus.
 */
export function OddsTable({ place, title, onChoose, canChoose = () => true, describedBy }: OddsTableProps) {
  const t = useTranslations("lens");
  const { rows, others, token } = place;
  const labels = useLabels(rows);
  const hasOwn = [...rows, others].some(({ own }) => own !== undefined);
  const table = (
    <table aria-label={title} className="w-full table-fixed text-[13px]">
      <colgroup>
        <col className="w-19" />
        <col />
        <col className="w-18" />
      </colgroup>
      <thead className="align-bottom text-xs leading-4 text-mute [&_th]:pb-1 [&_th]:font-normal">
        <tr>
          <th scope="col" className="text-left">
            {t("token")}
          </th>
          {hasOwn && (
            <th scope="col" className="text-right">
              <Key className="h-3 w-0.5 bg-ink" /> {t("own")}
            </th>
          )}
          <th scope="col" colSpan={hasOwn ? 1 : 2} className="pl-1 text-right">
            <Key className="h-2 w-3 rounded-xs bg-accent" /> {t(place.isAmongReturned ? "among" : "shaped")}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => {
          const label = labels[at] as string;
          const isHere = token !== undefined && isSameToken(row, token);
          return (
            // oxlint-disable-next-line react/no-array-index-key -- a row is its place
            <tr key={at} data-cut={row.cutBy}>
              <th scope="row" className="truncate py-0.5 pr-2 text-left font-mono font-medium" title={label}>
                {onChoose && canChoose(row) ? (
                  <button
                    type="button"
                    aria-current={isHere || undefined}
                    aria-describedby={describedBy}
                    className={`min-h-6 max-w-full min-w-6 cursor-pointer truncate text-left underline underline-offset-2 hover:no-underline ${isHere ? HERE : ""}`}
                    onClick={() => onChoose(row)}
                  >
                    {label}
                  </button>
                ) : (
                  <span aria-current={isHere || undefined} className={isHere ? `underline ${HERE}` : ""}>
                    {label}
                  </span>
                )}
              </th>
              <Odds row={row} />
            </tr>
          );
        })}
      </tbody>
      {(others.own !== undefined || others.shaped !== undefined) && (
        <tfoot className="border-t border-edge text-mute">
          <tr>
            <th scope="row" className="py-0.5 text-left text-xs font-normal">
              {place.isWhole ? t("others", { count: others.count ?? 0 }) : t("notReturned")}
            </th>
            <Odds row={others} areMany />
          </tr>
        </tfoot>
      )}
    </table>
  );
  if (!labels.some((label) => label.startsWith(SPACE))) return table;
  return (
    <>
      {table}
      <p className="mt-1 text-xs text-mute">{t("space", { sign: SPACE })}</p>
    </>
  );
}

/** Stands for a space before a token, where that alone tells it from another. */
const SPACE = "␣";

/** What the answer has. */
const HERE = "font-bold decoration-accent decoration-2";

/** A sample of what a column is drawn with. */
function Key({ className }: { className: string }) {
  return <span aria-hidden className={`inline-block align-text-bottom ${className}`} />;
}

type OddsProps = { row: Pick<TokenOdds, "own" | "shaped" | "cutBy">; areMany?: boolean };

function Odds({ row: { own, shaped, cutBy }, areMany }: OddsProps) {
  const t = useTranslations();
  return (
    <>
      <td className="py-0.5">
        <span className="flex items-center gap-2">
          <OddsBar own={own} shaped={shaped} areMany={areMany} />
          {own !== undefined && (
            <span className="w-12 shrink-0 text-right text-xs whitespace-nowrap text-mute">
              {percent(own)}
            </span>
          )}
        </span>
      </td>
      <td className={`py-0.5 pl-1 text-right text-xs ${cutBy ? "leading-4" : "whitespace-nowrap"}`}>
        {cutBy
          ? t("lens.cutBy", { name: t(`parameters.${cutBy}.label`).toLocaleLowerCase() })
          : percent(shaped)}
      </td>
    </>
  );
}

/** The names of the rows: of a part of a character its bytes; where two would be called alike, the space before one of them. */
function useLabels(rows: readonly TokenOdds[]): string[] {
  const { name } = useOddsTexts();
  const names = rows.map(({ text, bytes }) => (/^\uFFFD+$/.test(text) ? toHex(bytes) : name(text)));
  return rows.map((row, at) =>
    names.filter((each) => each === names[at]).length > 1 && row.text.startsWith(" ")
      ? `${SPACE}${names[at]}`
      : (names[at] as string),
  );
}

function isSameToken(a: TokenOdds, b: TokenOdds): boolean {
  return a.id === undefined ? a.bytes.join(",") === b.bytes.join(",") : a.id === b.id;
}
