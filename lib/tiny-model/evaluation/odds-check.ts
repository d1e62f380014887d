import { DESIGNED_ODDS, type DesignedOdds } from "../corpus/designed-odds";
import type { Answerer } from "./answerer";

/** One word at a place with designed odds, in percent. */
export type OddsRow = { word: string; designed: number; measured: number };
export type OddsCheck = { id: string; asked: string; lead: string; rows: OddsRow[]; deviation: number };

/** Compares the odds the corpus was written with to the odds Sprout has, at every designed place. */
export function checkOdds(sprout: Answerer, designs: readonly DesignedOdds[] = DESIGNED_ODDS): OddsCheck[] {
  return designs.map((design) => {
    const asked = design.prompts[0] as string;
    const words = Object.keys(design.odds);
    const chances = sprout.odds(
      {
        messages: [
          { role: "user", content: asked },
          { role: "assistant", content: design.lead },
        ],
      },
      words.map((word) => ` ${word}`),
    );
    const rows = words.map((word, index) => ({
      word,
      designed: round(design.odds[word] as number),
      measured: round(100 * (chances[index] as number)),
    }));
    const deviation = Math.max(...rows.map((row) => Math.abs(row.designed - row.measured)));
    return { id: design.id, asked, lead: design.lead, rows, deviation: round(deviation) };
  });
}

const round = (value: number) => Math.round(value * 100) / 100;
