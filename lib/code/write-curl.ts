import type { CodeRequest } from "./code-request";
import { shellWord } from "./shell-word";
import { JSON_STYLE, writeValue } from "./write-value";

/** Linux takes 128 KiB for one word of a command; what is longer is given to curl to read. */
const WORD_BYTES = 100_000;
/** A line of its own, which no line of the JSON is. */
const END = "JSON";

/** The request as a curl command for POSIX shells; the answer comes as it is streamed. */
export function writeCurl({ address, path, body }: CodeRequest): string {
  const { baseUrl, keyVariable, isKeyOptional } = address;
  const url = "text" in baseUrl ? shellWord(baseUrl.text + path) : `"$${baseUrl.variable}${path}"`;
  const key = isKeyOptional ? `\${${keyVariable}:-none}` : `$${keyVariable}`;
  const json = writeValue(body, JSON_STYLE);
  const isLong = new TextEncoder().encode(json).length > WORD_BYTES;
  const data = isLong ? `--data-binary @- <<'${END}'\n${json}\n${END}` : `-d ${shellWord(json)}`;
  return `curl --no-buffer ${url} \\
  -H "Authorization: Bearer ${key}" \\
  -H "Content-Type: application/json" \\
  ${data}\n`;
}
