import { medianOfEach, type Goal, type Section, type Table } from "../report";
import { buildFader, startFader } from "../support/apps";
import { startScript } from "../support/processes";
import { startBrowser } from "./browser";
import { MOVES, playTokens, TOKENS, type Text, type TokensPlay, type View } from "./play-tokens";
import type { Costs } from "./trace-costs";

type Tokens = { view: View; text: Text; plays: TokensPlay[]; writing: Costs; moving: Costs };

const ROUNDS = 3;
const TEXTS: Record<Text, string> = { lines: "in lines", line: "in one line" };
const VIEWS: Record<View, string> = { plain: "plain text", tokens: "token by token" };

/** Writes ten thousand tokens into a pane and walks through them, token by token and, as the yardstick, as plain text. */
export async function measureTokens(say: (text: string) => void): Promise<Section> {
  await buildFader(say);
  const upstream = await startScript("tests/bench/browser/page-upstream.ts");
  const fader = await startFader(`${upstream.origin}/v1`);
  const browser = await startBrowser();
  try {
    const rows = (Object.keys(TEXTS) as Text[]).flatMap((text) =>
      (Object.keys(VIEWS) as View[]).map((view) => ({ view, text, plays: [] as TokensPlay[] })),
    );
    for (let round = 0; round < ROUNDS; round += 1) {
      say(`${TOKENS} tokens in the browser, round ${round + 1} of ${ROUNDS} ...`);
      for (const { view, text, plays } of rows)
        plays.push(await playTokens(browser, fader.origin, view, text));
    }
    const found = rows.map((row): Tokens => {
      const { plays } = row;
      return {
        ...row,
        writing: medianOfEach(plays.map(({ writing }) => writing)),
        moving: medianOfEach(plays.map(({ moving }) => moving)),
      };
    });
    return {
      name: "tokens",
      tables: [
        tableOf(found, "writing", `${TOKENS} tokens with logprobs as they come, 1 ms each: for each frame`),
        tableOf(found, "moving", `In these ${TOKENS} tokens: for each press of an arrow key`, MOVES),
      ],
      goals: (Object.keys(TEXTS) as Text[]).flatMap((text) => goalsOf(found, text)),
      raw: found,
    };
  } finally {
    await browser.close();
    await Promise.all([upstream.stop(), fader.stop()]);
  }
}

/** A row for each text and view, in milliseconds for each frame, or for each of `times`. */
function tableOf(found: Tokens[], part: "writing" | "moving", title: string, times?: number): Table {
  return {
    title,
    columns: ["", "main thread", "x plain", "script", "layout", "paint", "long tasks", "longest", "frames"],
    rows: found.map(({ view, text, [part]: costs }) => {
      const each = (ms: number) => `${(ms / (times ?? costs.frames)).toFixed(2)} ms`;
      const plain = found.find((other) => other.view === "plain" && other.text === text);
      return [
        `${VIEWS[view]}, ${TEXTS[text]}`,
        each(costs.task),
        (costs.task / (plain?.[part].task ?? Number.NaN)).toFixed(2),
        each(costs.script),
        each(costs.layout),
        each(costs.paint),
        String(costs.longTasks),
        `${costs.longest.toFixed(0)} ms`,
        String(costs.frames),
      ];
    }),
  };
}

/** Goals beside plain text: all the main thread does, its layout, its long tasks; and a move of the cursor within a frame. */
function goalsOf(found: Tokens[], text: Text): Goal[] {
  const [plain, tokens] = (["plain", "tokens"] as const).map((view) =>
    found.find((each) => each.view === view && each.text === text),
  );
  const ratio = (key: "task" | "layout") =>
    (tokens?.writing[key] ?? Number.NaN) / (plain?.writing[key] ?? Number.NaN);
  const what = `${TOKENS} tokens ${TEXTS[text]}`;
  return [
    { what: `${what}: main thread`, figure: ratio("task"), is: "at most", bound: 1.5, unit: "x plain text" },
    { what: `${what}: layout`, figure: ratio("layout"), is: "at most", bound: 1, unit: "x plain text" },
    {
      what: `${what}: a move of the cursor`,
      figure: (tokens?.moving.task ?? Number.NaN) / MOVES,
      is: "at most",
      bound: 16,
      unit: "ms",
    },
  ];
}
