import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { IntlProvider } from "use-intl";
import { OddsTable, type OddsTableProps } from "@/components/tokens/odds-table";
import { compiledMessages } from "@/lib/messages/compiled";
import type { Language } from "@/lib/messages/languages";
import type { PlaceOdds } from "@/lib/odds/odds";
import { token } from "../odds/support";

const MAT = { ...token(" mat", { own: 0.487, shaped: 0.9996 }), id: 7 };
const PLACE: PlaceOdds = {
  token: MAT,
  rows: [MAT, { ...token(" chair", { own: 0.196, shaped: 0, cutBy: "topK" }), id: 8 }],
  others: { own: 0.0003, shaped: 0.375, count: 1018 },
  isWhole: true,
};

function table(place: PlaceOdds, more: Partial<OddsTableProps> = {}, language: Language = "en"): string {
  return renderToStaticMarkup(
    <IntlProvider locale={language} messages={compiledMessages(language)} timeZone="UTC">
      <OddsTable place={place} title="Odds" {...more} />
    </IntlProvider>,
  );
}

/** What each row reads as, cell by cell, the head first. */
function rowsOf(html: string): string[][] {
  return [...html.matchAll(/<tr.*?<\/tr>/gs)].map(([row]) =>
    [...row.matchAll(/<t[hd].*?<\/t[hd]>/gs)].map(([cell]) => cell.replaceAll(/<[^>]*>/g, "").trim()),
  );
}

describe("a table of odds", () => {
  it.each([
    ["en", ["Token", "Model’s own odds", "After the faders"]],
    ["zh", ["词元", "模型自己的概率", "推子之后"]],
  ] as const)("says in %s of every figure whose it is, for all to see", (language, heads) => {
    const html = table(PLACE, {}, language);
    expect(rowsOf(html)[0]).toEqual(heads);
    expect(html).not.toContain("sr-only");
  });

  it("has a row for each token; what is not certain is not 100%, what has a chance not 0", () => {
    expect(rowsOf(table(PLACE)).slice(1)).toEqual([
      ["mat", "48.7%", "&gt; 99.9%"],
      ["chair", "19.6%", "cut by top-k"],
      ["1018 others", "&lt; 0.1%", "37.5%"],
    ]);
  });

  it("tells all others apart: below a line, counted, hatched, and never to be chosen", () => {
    const html = table(PLACE, { onChoose: () => {} });
    const [body = "", foot = ""] = html.split("<tfoot");
    expect(foot).toMatch(/^ class="border-t/);
    expect(foot).toMatch(/fill="url\(#/);
    expect(body).not.toContain("<pattern");
    expect([body.split("<button").length, foot.split("<button").length]).toEqual([3, 1]);
  });

  it("shows the space before a token where that alone tells two apart, and says so", () => {
    const rows = ["The", " The", "a"].map((text, id) => ({ ...token(text, { own: 0.3 }), id }));
    const html = table({ rows, others: {}, isWhole: true });
    expect(rowsOf(html).map(([name]) => name)).toEqual(["Token", "The", "␣The", "a"]);
    expect(html).toContain("␣ stands for a space");
    expect(table(PLACE)).not.toContain("stands for a space");
  });

  it("calls parts of characters by their bytes", () => {
    const rows = [token([0xe6, 0x9c]), token([0xe7])];
    expect(rowsOf(table({ rows, others: {}, isWhole: false })).map(([name]) => name)).toEqual([
      "Token",
      "e69c",
      "e7",
    ]);
  });

  it("marks what the answer has", () => {
    expect(table(PLACE)).toMatch(/<th[^>]*><span aria-current="true" class="underline[^>]*>mat</);
    expect(table({ ...PLACE, token: undefined })).not.toContain("aria-current");
  });

  it("has no column for own odds that nobody told", () => {
    const rows = [token("a", { shaped: 0.4 })];
    expect(rowsOf(table({ rows, others: { shaped: 0.6 }, isWhole: false, basis: "shaped" }))).toEqual([
      ["Token", "After the faders"],
      ["a", "", "40.0%"],
      ["not returned", "", "60.0%"],
    ]);
  });

  it("calls shares among the returned tokens shares", () => {
    const [head] = rowsOf(table({ ...PLACE, isWhole: false, isAmongReturned: true }));
    expect(head?.at(-1)).toBe("Share after the faders");
  });
});
