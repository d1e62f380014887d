import type { Place } from "./address";
import type { CodeRequest } from "./code-request";
import { quoted } from "./quoted";
import { writeValue, type ValueStyle } from "./write-value";

const STYLE: ValueStyle = {
  null: "null",
  true: "true",
  false: "false",
  key: (name) => `${keyOf(name)}: `,
  space: " ",
  lastComma: ",",
  indent: 2,
};

/** A key of an object literal. `__proto__` is one like any other only between brackets. */
function keyOf(name: string): string {
  if (name === "__proto__") return '["__proto__"]';
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quoted(name);
}

/** The request in JavaScript for Node, with the `openai` package; writes the answer as it comes. */
export function writeJavascript({ address, path, body }: CodeRequest): string {
  const { baseUrl, keyVariable, isKeyOptional } = address;
  const isChat = path === "/chat/completions";
  return `import OpenAI from "openai";

const client = new OpenAI({
  baseURL: ${placeOf(baseUrl)},
  apiKey: process.env.${keyVariable}${isKeyOptional ? ' ?? "none"' : ""},
});

const stream = await client.${isChat ? "chat.completions" : "responses"}.create(${writeValue(body, STYLE)});
${isChat ? WRITE_CHAT : WRITE_RESPONSES}process.stdout.write("\\n");
`;
}

function placeOf(place: Place): string {
  return "text" in place ? quoted(place.text) : `process.env.${place.variable}`;
}

const WRITE_CHAT = `for await (const chunk of stream) {
  process.stdout.write(chunk.choices[0]?.delta?.content ?? "");
}
`;
const WRITE_RESPONSES = `for await (const event of stream) {
  if (event.type === "response.output_text.delta") process.stdout.write(event.delta);
}
`;
