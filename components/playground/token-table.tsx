import { useFormatter, useTranslations } from "use-intl";
import type { RunToken } from "@/lib/run-events";

/** Natural log of a probability, as a share. */
const toShare = (logprob: number) => Math.exp(logprob);

/** Every generated token with the model's own odds, the odds after the faders, and its likeliest alternatives. */
export function TokenTable({ tokens }: { tokens: RunToken[] }) {
  const t = useTranslations("sent");
  const format = useFormatter();
  const percent = (logprob: number | undefined) =>
    logprob === undefined
      ? ""
      : format.number(toShare(logprob), { style: "percent", maximumFractionDigits: 1 });
  return (
    <>
      <h3 className="mt-4 font-semibold">{t("probabilities")}</h3>
      <table className="mt-1 w-full text-left text-[13px]">
        <thead className="text-xs text-mute">
          <tr>
            <th scope="col">{t("token")}</th>
            <th scope="col">{t("own")}</th>
            <th scope="col">{t("shaped")}</th>
            <th scope="col">{t("alternatives")}</th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token, index) => (
            // A token's place in the answer is its identity: the list only grows.
            // oxlint-disable-next-line react/no-array-index-key
            <tr key={index} className="border-t border-line align-top">
              <th scope="row" className="py-1 font-mono font-medium whitespace-pre">
                {JSON.stringify(token.text).slice(1, -1)}
              </th>
              <td>{percent(token.logprob)}</td>
              <td>{percent(token.shapedLogprob)}</td>
              <td className="font-mono whitespace-pre-wrap">
                {token.top
                  .map((each) => `${JSON.stringify(each.text).slice(1, -1)} ${percent(each.logprob)}`)
                  .join("  ")}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
