/** The words of a shell's command line, what a here-document says, or what is wrong with the line. */
export type ShellLine = { words: string[]; input?: string } | { fault: "unclosedQuote" };

/**
 * Takes the first command of a text apart as a POSIX shell does: quotes of all kinds, backslashes, lines that go on, one
 * here-document. Nothing is replaced: `$NAME` stays what it is. What follows an operator is no part of the command.
 */
export function shellWords(text: string): ShellLine {
  const words: string[] = [];
  let word: string | undefined;
  let at = 0;
  const add = (more: string) => (word = (word ?? "") + more);
  const finish = () => {
    if (word !== undefined) words.push(word);
    word = undefined;
  };
  while (at < text.length) {
    const rest = text.slice(at, at + 3);
    const sign = text[at] ?? "";
    if (/^\\\r?\n/.test(rest)) at += rest[1] === "\r" ? 3 : 2;
    else if (sign === "\\") {
      add(text[at + 1] ?? "");
      at += 2;
    } else if (sign === "'" || sign === '"' || /^\$['"]/.test(rest)) {
      const quote = readQuote(text, at);
      if (!quote) return { fault: "unclosedQuote" };
      add(quote.text);
      at = quote.end;
    } else if (/^<<-?/.test(rest) && !rest.startsWith("<<<")) {
      finish();
      return { words, input: hereDocument(text.slice(at)) };
    } else if (/[\n;|&<>]/.test(sign) && (sign !== "\n" || words.length > 0 || word !== undefined)) break;
    else if (/\s/.test(sign)) {
      finish();
      at += 1;
    } else {
      add(sign);
      at += 1;
    }
  }
  finish();
  return { words };
}

type Quote = { text: string; end: number };

/** A quoted part that begins at `start`: '...', "...", $'...' or $"...". */
function readQuote(text: string, start: number): Quote | undefined {
  const isDollar = text[start] === "$";
  const open = isDollar ? start + 1 : start;
  const isSingle = text[open] === "'";
  if (isSingle && !isDollar) {
    const end = text.indexOf("'", open + 1);
    return end < 0 ? undefined : { text: text.slice(open + 1, end), end: end + 1 };
  }
  const parts: string[] = [];
  for (let at = open + 1; at < text.length;) {
    const sign = text[at] ?? "";
    if (sign === text[open]) return { text: parts.join(""), end: at + 1 };
    const [escape, read] = sign === "\\" ? readEscape(text.slice(at, at + 10), isSingle) : [sign, sign];
    parts.push(read);
    at += escape.length;
  }
  return undefined;
}

const NAMED: Record<string, string> = {
  n: "\n",
  t: "\t",
  r: "\r",
  b: "\b",
  f: "\f",
  v: "\v",
  a: "\x07",
  e: "\x1b",
};

/** What a backslash stands for, with how it is written: in double quotes before a few signs, in $'...' before letters too. */
function readEscape(text: string, isAnsi: boolean): [written: string, read: string] {
  const next = text[1] ?? "";
  if (!isAnsi) {
    if (next === "\n") return ["\\\n", ""];
    return '"\\$`'.includes(next) && next !== "" ? [`\\${next}`, next] : ["\\", "\\"];
  }
  const [code, hex] =
    /^\\(?:x([\da-f]{1,2})|u([\da-f]{1,4})|U([\da-f]{1,8}))/i.exec(text)?.filter(Boolean) ?? [];
  if (code !== undefined && hex !== undefined) return [code, character(Number.parseInt(hex, 16))];
  const [octal] = /^\\[0-7]{1,3}/.exec(text) ?? [];
  if (octal !== undefined) return [octal, character(Number.parseInt(octal.slice(1), 8))];
  return [`\\${next}`, NAMED[next] ?? (/["'\\?]/.test(next) ? next : `\\${next}`)];
}

function character(code: number): string {
  return code > 0x10_ffff ? "\uFFFD" : String.fromCodePoint(code);
}

/** The lines of a here-document whose operator the text begins with. */
function hereDocument(text: string): string {
  const [operator = "", isIndented, quotedEnd, end = quotedEnd] =
    /^<<(-?)[ \t]*(?:['"]([^'"\n]*)['"]|([\w]+))[^\n]*\n/.exec(text) ?? [];
  const lines = text.slice(operator.length).split("\n");
  const own = isIndented === "-" ? lines.map((line) => line.replace(/^\t+/, "")) : lines;
  const last = own.findIndex((line) => line === end);
  return own.slice(0, last < 0 ? own.length : last).join("\n");
}
