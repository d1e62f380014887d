import { renderToStaticMarkup } from "react-dom/server";
import { beforeEach, expect, it, vi } from "vitest";
import { IntlProvider } from "use-intl";
import { TokenText } from "@/components/tokens/token-text";
import type { UnitChunkProps } from "@/components/tokens/unit-chunk";
import { compiledMessages } from "@/lib/messages/compiled";
import type { AnswerToken } from "@/lib/odds/odds";
import { MOST_UNITS, UnitChunks } from "@/lib/odds/unit-chunks";
import { token } from "../odds/support";

/** What each chunk was given; React draws a memoised one again only when one of these is another. */
const drawn: UnitChunkProps[] = [];
vi.mock("@/components/tokens/unit-chunk", () => ({
  UnitChunk: (props: UnitChunkProps) => {
    drawn.push(props);
    return null;
  },
}));

let parts = new UnitChunks();
beforeEach(() => {
  parts = new UnitChunks();
});

function draw(tokens: AnswerToken[], chosen?: number): UnitChunkProps[] {
  drawn.length = 0;
  renderToStaticMarkup(
    <IntlProvider locale="en" messages={compiledMessages("en")} timeZone="UTC">
      <TokenText
        {...parts.update(tokens)}
        label="Answer"
        hint="hint"
        chosen={chosen}
        place="place"
        onChoose={() => {}}
      />
    </IntlProvider>,
  );
  return [...drawn];
}

/** Which chunks must be drawn again, or for the first time. */
function changed(before: UnitChunkProps[], now: UnitChunkProps[]): number[] {
  const keys = ["chunk", "given", "cursor", "cursorLabel", "chosen", "inLens", "place"] as const;
  return [...now.keys()].filter((at) => keys.some((key) => before[at]?.[key] !== now[at]?.[key]));
}

const TOKENS = Array.from({ length: 4 * MOST_UNITS - 10 }, (_, index) => token(` ${index}`, { own: 0.5 }));

it("draws only the two chunks that the cursor leaves and enters", () => {
  const before = draw(TOKENS, 0);
  expect(before).toHaveLength(4);
  expect(before[0]).toMatchObject({ cursor: 0, chosen: 0, cursorLabel: "0, own odds 50%" });
  expect(changed(before, draw(TOKENS, 1))).toEqual([0]);
  expect(changed(before, draw(TOKENS, 2 * MOST_UNITS))).toEqual([0, 2]);
  expect(changed(before, draw(TOKENS, 3 * MOST_UNITS - 1))).toEqual([0, 2]);
});

it("draws only the last chunk while the answer grows", () => {
  const before = draw(TOKENS, 5);
  const more = [...TOKENS, token(" more")];
  expect(changed(before, draw(more, 5))).toEqual([3]);
  const many = [...TOKENS, ...TOKENS.slice(0, 20)];
  expect(changed(before, draw(many, 5))).toEqual([3, 4]);
});
