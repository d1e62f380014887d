import fc from "fast-check";
import { expect, test } from "vitest";
import type { JsonObject } from "@/lib/catalog/parameters";
import type { DeskAction } from "@/lib/playground/actions";
import type { Target } from "@/lib/catalog/targets";
import { toMessages } from "@/lib/playground/conversation";
import type { Desk, Turn } from "@/lib/playground/experiment";
import { forkStart } from "@/lib/playground/fork";
import type { Message } from "@/lib/run-request";
import { readsAs } from "@/lib/tiny-model/chat-template";
import { FIRST_BYTE } from "@/lib/tiny-model/special-tokens";
import { Tokenizer } from "@/lib/tiny-model/tokenizer";
import { DIALECT_IDS, targetIn } from "../../support/targets";
import { add, after, answered, FORK, sentBy, SPROUT, type ForkPress } from "./forking";
import { deskWith } from "./support";

const message = fc.record({
  role: fc.constantFrom<Message["role"]>("user", "assistant"),
  content: fc.constantFrom("", "a", "b", "ab", "\uFFFD", "{{n}}", "\\{{n}}"),
  exact: fc.boolean(),
});
const someMessages = fc.array(message, { maxLength: 4 });
type Some = typeof message extends fc.Arbitrary<infer T> ? T : never;

/** Exact tokens as a desk would have them: one for each character. */
function toTurn({ role, content, exact }: Some, id: string): Turn {
  const isExact = exact && role === "assistant" && content !== "";
  return {
    id,
    role,
    content,
    ...(isExact ? { tokens: Array.from(content, (each) => each.charCodeAt(0)) } : {}),
  };
}

/** Beginning and target of a whole test: what is shared, what is the pane's own, and who answers. */
const talk = fc.record({
  shared: someMessages,
  own: someMessages,
  // Sprout as often as all others, because only it sees tokens.
  target: fc.oneof(fc.constant(SPROUT), fc.constantFrom(...DIALECT_IDS).map(targetIn)),
  exact: fc.boolean(),
});

/** A value that looks like another variable: what was sent must not be filled again. */
const VALUES = [
  ["n", "{{m}}"],
  ["m", "x"],
].map(([name = "", value = ""]): DeskAction => ({ type: "setVariable", variable: { name, value } }));

function talked(shared: Some[], own: Some[], target: Target): Desk {
  const turns = shared.map((each, at) => add(toTurn(each, `s${at}`)));
  const owns = own.map((each, at) => add(toTurn(each, `o${at}`), "p1"));
  return answered(after(deskWith(1), ...VALUES, ...turns, ...owns), "p1", "answer", target);
}

function listIn(body: JsonObject): Message[] {
  return (body.messages ?? body.input) as unknown as Message[];
}

/** What must be sent: the messages of the answer's request, and the prefill. */
function expected(desk: Desk, exact: boolean): Message[] {
  const start = desk.runs.p1?.records[0]?.run.start;
  const prefill: Message = { role: "assistant", content: "On", ...(exact ? { tokens: [79, 110] } : {}) };
  return toMessages([...listIn(start?.body ?? {}), prefill]);
}

const forkWith = (exact: boolean): ForkPress => ({ ...FORK, ...(exact ? { tokens: [79, 110] } : {}) });
const withoutTokens = (messages: Message[]) => messages.map(({ role, content }) => ({ role, content }));

test("a fork sends what the answer's request said and then its beginning, in every format", () => {
  fc.assert(
    fc.property(talk, ({ shared, own, target, exact }) => {
      const desk = talked(shared, own, target);
      const forked = after(desk, forkWith(exact));
      expect(forked).not.toBe(desk);
      const sent = listIn(sentBy(forked, "f", target));
      const wanted = expected(desk, exact);
      expect(sent).toEqual(target.dialect === "sprout" ? wanted : withoutTokens(wanted));
      expect(forked.experiment.turns).toBe(desk.experiment.turns);
    }),
  );
});

test("a fork after changes of the shared turns says the same, or is not there", () => {
  fc.assert(
    fc.property(talk, someMessages, ({ shared, own, target }, others) => {
      const desk = talked(shared, own, target);
      const turns = others.map((each, at) => toTurn(each, `c${at}`));
      const changed = { ...desk, experiment: { ...desk.experiment, turns } };
      const forked = after(changed, FORK);
      expect(forked === changed).toBe(forkStart(changed, "p1") === undefined);
      if (forked === changed) return;
      const sent = withoutTokens(listIn(sentBy(forked, "f", target)));
      expect(sent).toEqual(withoutTokens(expected(desk, false)));
    }),
  );
});

test("tokens of joined turns, where they are kept, read as the joined text", () => {
  const tokenizer = new Tokenizer({ version: 1, merges: [], words: [] });
  const bytes = [...new TextEncoder().encode("aé月😀\uFFFD")].map((byte) => FIRST_BYTE + byte);
  const cuts = fc.uniqueArray(fc.integer({ min: 1, max: bytes.length - 1 }), { minLength: 1, maxLength: 3 });
  let kept = 0;
  fc.assert(
    fc.property(cuts, (at) => {
      const places = [0, ...at.toSorted((one, other) => one - other), bytes.length];
      const turns = places.slice(1).map((end, index): Message => {
        const tokens = bytes.slice(places[index], end);
        return { role: "assistant", content: tokenizer.decode(tokens), tokens };
      });
      const [joined] = toMessages(turns);
      if (joined?.tokens) kept += 1;
      if (joined?.tokens) expect(readsAs(joined.content, joined.tokens, tokenizer)).toBe(true);
    }),
  );
  expect(kept).toBeGreaterThan(0);
});
