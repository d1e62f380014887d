import type { Random } from "../random";
import { ANIMALS, BEINGS, BOYS, GIRLS } from "./words";

/** Who a story is about. */
export type Hero = { name: string; kind: string; he: "he" | "she"; his: "his" | "her"; him: "him" | "her" };

/** How many of the animals are asked for often. */
const COMMON = 20;
const INVENTED_SHARE = 0.12;

const SHE = { he: "she", his: "her", him: "her" } as const;
const HE = { he: "he", his: "his", him: "him" } as const;

/** What a hero can be, but a child. */
export function drawKind(random: Random): string {
  const draw = random.next();
  if (draw < 0.5) return ANIMALS[random.integer(COMMON)] as string;
  return random.pick(draw < 0.8 ? ANIMALS : BEINGS);
}

/** A hero of a kind. Some names are invented, so that the model learns to copy any name and not only those it knows. */
export function drawHero(random: Random, kind = drawKind(random)): Hero {
  const isGirl = isFemale(kind) || (!isMale(kind) && random.next() < 0.5);
  const invented = random.next() < INVENTED_SHARE;
  const name = invented ? inventName(random) : random.pick(isGirl ? GIRLS : BOYS);
  return { name, kind, ...(isGirl ? SHE : HE) };
}

/** A girl or a boy. */
export function drawChild(random: Random): Hero {
  const isGirl = random.next() < 0.5;
  return {
    name: random.pick(isGirl ? GIRLS : BOYS),
    kind: isGirl ? "girl" : "boy",
    ...(isGirl ? SHE : HE),
  };
}

/** A name nobody has, such as "Mirabo". */
export function inventName(random: Random): string {
  const syllable = () => random.pick([..."bdfgklmnprstvwz"]) + random.pick([..."aeiou"]);
  const name =
    syllable() + syllable() + (random.next() < 0.3 ? syllable() : "") + random.pick(["", "", "n", "s", "x"]);
  return name.charAt(0).toUpperCase() + name.slice(1);
}

function isFemale(kind: string): boolean {
  return ["hen", "cow", "fairy", "witch", "princess", "queen", "mermaid"].includes(kind);
}

function isMale(kind: string): boolean {
  return ["prince", "king", "wizard", "snowman"].includes(kind);
}
