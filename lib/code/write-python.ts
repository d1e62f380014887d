import type { JsonObject, JsonValue } from "../catalog/parameters";
import type { Place } from "./address";
import type { CodeRequest } from "./code-request";
import { quoted } from "./quoted";
import { writeValue, type ValueStyle } from "./write-value";

const STYLE: ValueStyle = {
  null: "None",
  true: "True",
  false: "False",
  key: (name) => `${quoted(name)}: `,
  space: "",
  lastComma: ",",
  indent: 4,
};

/** Arguments that the `openai` package names in all its newer versions; what else a body holds goes through `extra_body`. */
const ARGUMENTS = {
  "/chat/completions": words(
    "model messages temperature top_p max_tokens max_completion_tokens frequency_penalty presence_penalty seed stop",
    "logit_bias logprobs top_logprobs response_format reasoning_effort verbosity stream stream_options",
  ),
  "/responses": words(
    "model instructions input temperature top_p max_output_tokens reasoning text include top_logprobs",
    "store stream stream_options",
  ),
} as const satisfies Record<CodeRequest["path"], ReadonlySet<string>>;

function words(...lines: string[]): ReadonlySet<string> {
  return new Set(lines.flatMap((line) => line.split(" ")));
}

/** The request in Python, with the `openai` package; prints the answer as it comes. */
export function writePython({ address, path, body }: CodeRequest): string {
  const { baseUrl, keyVariable, isKeyOptional } = address;
  const key = isKeyOptional ? `.get("${keyVariable}", "none")` : `["${keyVariable}"]`;
  const isChat = path === "/chat/completions";
  return `import os

from openai import OpenAI

client = OpenAI(
    base_url=${placeOf(baseUrl)},
    api_key=os.environ${key},
)

stream = client.${isChat ? "chat.completions" : "responses"}.create(
${writeArguments(body, ARGUMENTS[path])})
${isChat ? PRINT_CHAT : PRINT_RESPONSES}print()
`;
}

function placeOf(place: Place): string {
  return "text" in place ? quoted(place.text) : `os.environ["${place.variable}"]`;
}

function writeArguments(body: JsonObject, known: ReadonlySet<string>): string {
  const named: [string, JsonValue][] = Object.entries(body).filter(([name]) => known.has(name));
  const extra = Object.entries(body).filter(([name]) => !known.has(name));
  if (extra.length > 0) named.push(["extra_body", Object.fromEntries(extra)]);
  return named.map(([name, value]) => `    ${name}=${writeValue(value, STYLE, 1)},\n`).join("");
}

const PRINT_CHAT = `for chunk in stream:
    if chunk.choices and chunk.choices[0].delta.content:
        print(chunk.choices[0].delta.content, end="", flush=True)
`;
const PRINT_RESPONSES = `for event in stream:
    if event.type == "response.output_text.delta":
        print(event.delta, end="", flush=True)
`;
