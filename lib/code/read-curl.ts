import { shellWords } from "./shell-words";

/** What a curl command sends. No header is kept: of a key there is only told that there was one. */
export type CurlCommand = { url?: string; data?: string; hasKey: boolean };
export type CurlFault = "notCurl" | "unclosedQuote" | "dataFromFile";

/** Options of curl that a value follows; those without one need no mention. */
const WITH_VALUE = new Set(
  [
    "-X --request -H --header -d --data --data-ascii --data-raw --data-binary --data-urlencode --json --url",
    "-u --user -A --user-agent -e --referer -b --cookie -c --cookie-jar -o --output -m --max-time --connect-timeout",
    "-x --proxy -U --proxy-user -E --cert --key --cacert --capath --resolve --retry --retry-delay --retry-max-time",
    "-F --form -T --upload-file -w --write-out -K --config --limit-rate -D --dump-header --interface -r --range",
    "--oauth2-bearer --aws-sigv4 --connect-to --http2-prior-knowledge-window --max-filesize --proto --stderr --trace",
  ].flatMap((names) => names.split(" ")),
);
const DATA = new Set(["-d", "--data", "--data-ascii", "--data-raw", "--data-binary", "--json"]);
const SECRET = /^(?:proxy-)?authorization:|^(?:x-)?(?:goog-)?api[-_]?key:|^cookie:|[-_](?:key|token):/i;
const SECRET_OPTIONS = new Set(["-u", "--user", "-b", "--cookie", "--oauth2-bearer"]);

/** Reads a curl command as it is typed or copied from a browser or from documentation. */
export function readCurl(text: string): CurlCommand | { fault: CurlFault } {
  const line = shellWords(text.replace(/^\s*[$#>%]\s+/, ""));
  if ("fault" in line) return line;
  const begin = line.words.findIndex((word) => /(?:^|\/)curl(?:\.exe)?$/i.test(word));
  // Before the command only variables may be set.
  if (begin < 0 || !line.words.slice(0, begin).every((word) => /^\w+=/.test(word)))
    return { fault: "notCurl" };
  const command: CurlCommand = { hasKey: false };
  const data: string[] = [];
  for (const [name, value] of optionsOf(line.words.slice(begin + 1))) {
    if (name === "" || name === "--url") command.url ??= value;
    else if (DATA.has(name)) {
      const isFile = value.startsWith("@") && name !== "--data-raw";
      if (isFile && (value !== "@-" || line.input === undefined)) return { fault: "dataFromFile" };
      data.push(isFile ? (line.input ?? "") : value);
    }
    if (SECRET_OPTIONS.has(name) || (/^(?:-H|--header)$/.test(name) && SECRET.test(value)))
      command.hasKey = true;
  }
  if (data.length > 0) command.data = data.join("&");
  return command;
}

/** Options with their values; what is no option has the name "". */
function optionsOf(words: readonly string[]): [name: string, value: string][] {
  const options: [string, string][] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (!word.startsWith("-") || word === "-") options.push(["", word]);
    else if (word.startsWith("--")) {
      const [name = "", ...rest] = word.split("=");
      if (rest.length > 0) options.push([name, rest.join("=")]);
      else options.push([name, WITH_VALUE.has(name) ? (words[(at += 1)] ?? "") : ""]);
    } else {
      // Letters may stand together; the first that takes a value takes the rest of the word, or the next word.
      const letters = [...word.slice(1)];
      const taker = letters.findIndex((letter) => WITH_VALUE.has(`-${letter}`));
      if (taker < 0) continue;
      const rest = letters.slice(taker + 1).join("");
      options.push([`-${letters[taker]}`, rest === "" ? (words[(at += 1)] ?? "") : rest]);
    }
  }
  return options;
}
