import fc from "fast-check";
import type { LinkAnswer } from "@/lib/links/link-answer";
import { LOCKABLE_CONTROLS, type LinkDocument, type LinkPane } from "@/lib/links/link-document";
import { randomAnswer, randomModel } from "./random-answers";
import { someParameters } from "./random-parameters";
import { someText, text } from "./random-texts";

const message = fc.oneof(
  fc.record({ role: fc.constantFrom("user" as const, "assistant" as const), content: text }),
  fc.record({
    role: fc.constant("assistant" as const),
    content: text,
    tokens: fc.array(fc.integer({ min: 0, max: 1023 }), { minLength: 1, maxLength: 6 }),
  }),
);
const messages = fc.array(message, { maxLength: 4 });

/** What toLinkDocument would never write twice or at all, so that a document comes back from a desk as it was. */
function asWritten(pane: LinkPane, turns: number): LinkPane {
  const { answers, shown, ...rest } = pane;
  if (!answers) return rest;
  let before: LinkAnswer | undefined;
  const written = answers.map((each, index) => {
    const { model, parameters, sent, ...others } = each;
    const isSame = before?.sent?.body && JSON.stringify(before.sent.body) === JSON.stringify(sent?.body);
    const lean: LinkAnswer = {
      ...others,
      ...(model === undefined || model === pane.model ? {} : { model }),
      ...(parameters === undefined || JSON.stringify(parameters) === JSON.stringify(pane.parameters)
        ? {}
        : { parameters }),
      ...(sent ? { sent: isSame ? { ...sent, body: undefined } : sent } : {}),
      ...(turns > 0 && index % 2 === 0 ? { turn: index % turns } : {}),
    };
    before = each;
    return lean;
  });
  const isLast = shown === undefined || shown >= answers.length - 1;
  return { ...rest, answers: written, ...(isLast ? {} : { shown }) };
}

const pane = fc.record(
  {
    model: randomModel,
    parameters: someParameters,
    system: text,
    turns: fc.array(message, { minLength: 1, maxLength: 2 }),
    answers: fc.array(randomAnswer, { minLength: 1, maxLength: 3 }),
    shown: fc.nat(2),
  },
  { requiredKeys: ["model", "parameters"], noNullPrototype: true },
);

/** Numbers of series in the order in which they come. */
function renumbered(panes: LinkPane[]): LinkPane[] {
  const numbers = new Map<number, number>();
  const next = (series: number) => {
    const number = numbers.get(series) ?? numbers.size;
    numbers.set(series, number);
    return number;
  };
  return panes.map((each) => ({
    ...each,
    ...(each.answers
      ? {
          answers: each.answers.map((one) =>
            one.series === undefined ? one : { ...one, series: next(one.series) },
          ),
        }
      : {}),
  }));
}

/** Documents as a desk writes them, with everything in them that they may hold. */
export const randomDocument: fc.Arbitrary<LinkDocument> = fc
  .record(
    {
      fader: fc.constant(1 as const),
      title: text.map((each) => each.slice(0, 120)),
      system: text,
      message: text,
      turns: messages,
      variables: fc.uniqueArray(fc.record({ name: someText, value: text }), {
        selector: ({ name }) => name,
        minLength: 1,
        maxLength: 3,
      }),
      panes: fc.array(pane, { minLength: 1, maxLength: 4 }),
      view: fc.constantFrom("plain" as const, "markdown" as const),
      selected: fc.integer({ min: 1, max: 7 }),
      moveTogether: fc.constant(true as const),
      times: fc.integer({ min: 2, max: 100 }),
      lock: fc.subarray([...LOCKABLE_CONTROLS], { minLength: 1, maxLength: 4 }),
      hide: fc.subarray([...LOCKABLE_CONTROLS], { minLength: 1, maxLength: 4 }),
    },
    {
      requiredKeys: ["fader", "title", "system", "message", "turns", "panes", "view"],
      noNullPrototype: true,
    },
  )
  .map(({ selected, ...document }): LinkDocument => {
    const panes = document.panes.map((each) =>
      asWritten(each, document.turns.length + (each.turns?.length ?? 0)),
    );
    return {
      ...document,
      panes: renumbered(panes),
      ...(selected !== undefined && selected < panes.length ? { selected } : {}),
    };
  });

/** A value as JSON has it: fields that are undefined are none, and minus zero is zero. */
export function asJson<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
