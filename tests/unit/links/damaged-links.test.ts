import fc from "fast-check";
import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { decodeLink, encodeLink } from "@/lib/links/link-codec";
import type { LinkDocument } from "@/lib/links/link-document";
import { readLinkFile, writeLinkFile } from "@/lib/links/link-file";
import { LINK_LIMITS } from "@/lib/links/link-limits";
import type { LinkRead } from "@/lib/links/link-problem";
import { times } from "../../support/counts";
import { asJson, randomDocument } from "../../support/random-documents";
import { FULL_DOCUMENT } from "./support";

const COUNT = times(1000, 10_000);
const CODES = ["notALink", "notAFile", "damaged", "newer", "tooLong", "tooLarge", "invalid"];

/** A link as somebody other than us would make it. */
function linkOf(content: string | Uint8Array, version = "1"): string {
  return `${version}.${deflateSync(content).toString("base64url")}`;
}

async function codeOf(link: string): Promise<string> {
  const read = await decodeLink(link);
  return "problem" in read ? read.problem.code : "none";
}

const place = fc.nat(100_000);
const character = fc.oneof(
  fc.constantFrom(..."AZaz09-_.=%#&+/ \n"),
  fc.string({ minLength: 1, maxLength: 1 }),
);
/** What happens to texts on their way. */
const mutation = fc.oneof(
  fc.tuple(place, character).map(([at, put]) => (text: string) => {
    const i = at % text.length;
    return text.slice(0, i) + put + text.slice(i + 1);
  }),
  fc.tuple(place, character).map(([at, put]) => (text: string) => {
    const i = at % text.length;
    return text.slice(0, i) + put + text.slice(i);
  }),
  fc.tuple(place, fc.integer({ min: 1, max: 20 })).map(([at, length]) => (text: string) => {
    const i = at % text.length;
    return text.slice(0, i) + text.slice(i + length);
  }),
  place.map((at) => (text: string) => text.slice(0, at % text.length)),
  place.map((at) => (text: string) => text.slice(at % text.length)),
  place.map((at) => (text: string) => {
    const i = at % (text.length - 1);
    return text.slice(0, i) + text[i + 1] + text[i] + text.slice(i + 2);
  }),
  character.map((put) => (text: string) => text + put),
  fc.constant((text: string) => text.toLowerCase()),
  fc.constant((text: string) => text + text),
  fc.constant((text: string) => encodeURIComponent(` ${text}`)),
  fc.constant((text: string) => text.replace(/^1/, "2")),
);

function isSameOrProblem(read: LinkRead, document: LinkDocument): void {
  if ("problem" in read) expect(CODES).toContain(read.problem.code);
  else expect(read).toEqual({ document: asJson(document) });
}

test(
  `${COUNT} mutated links give a problem or the same document, never another and never a throw`,
  { timeout: 240_000 },
  async () => {
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(
        randomDocument,
        fc.array(mutation, { minLength: 5, maxLength: 5 }),
        async (document, mutations) => {
          const written = await encodeLink(document);
          if ("problem" in written) return;
          for (const mutate of mutations) {
            const mutated = mutate(written.link);
            if (mutated === written.link) continue;
            const read = await decodeLink(mutated);
            isSameOrProblem(read, document);
            if ("problem" in read) refused += 1;
          }
        },
      ),
      { numRuns: COUNT / 5 },
    );
    expect(refused).toBeGreaterThan(COUNT * 0.8);
  },
);

test(`${COUNT} mutated files give a problem or a document, never a throw`, { timeout: 240_000 }, () => {
  fc.assert(
    fc.property(
      randomDocument,
      fc.array(mutation, { minLength: 20, maxLength: 20 }),
      (document, mutations) => {
        const written = writeLinkFile(document);
        if ("problem" in written) return;
        for (const mutate of mutations) {
          const read = readLinkFile(mutate(written.text));
          if ("problem" in read) expect(CODES).toContain(read.problem.code);
          else expect(read.document.fader).toBe(1);
        }
      },
    ),
    { numRuns: COUNT / 20 },
  );
});

test.each([
  ["", "notALink"],
  ["hello", "notALink"],
  ["0.AAAA", "notALink"],
  ["01.AAAA", "notALink"],
  ["-1.AAAA", "notALink"],
  ["1.", "damaged"],
  ["1.AA=A", "damaged"],
  ["1.AAAAA", "damaged"],
  ["1.____", "damaged"],
  ["2.AAAA", "newer"],
  ["99999.anything at all", "damaged"],
  [`1.${"A".repeat(LINK_LIMITS.linkCharacters)}`, "tooLong"],
  [linkOf("no JSON"), "damaged"],
  [linkOf("null"), "damaged"],
  [linkOf("[]"), "damaged"],
  [linkOf("{}"), "damaged"],
  [linkOf('{"fader":2}'), "damaged"],
  [linkOf('{"fader":1}'), "invalid"],
  [linkOf(Uint8Array.of(0x22, 0xff, 0x22)), "damaged"],
  [linkOf(`{"fader":1,"a":${"[".repeat(100_000)}${"]".repeat(100_000)}}`), "invalid"],
  [linkOf(`{"fader":1,"a":${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}}`), "invalid"],
  [linkOf(" ".repeat(LINK_LIMITS.documentBytes + 1)), "tooLarge"],
])("link %# is refused as what it is", async (link, code) => {
  expect(await codeOf(link)).toBe(code);
});

test.each([
  ["", "notAFile"],
  ["hello", "notAFile"],
  ["{}", "notAFile"],
  ['{"fader":"1"}', "notAFile"],
  ['{"fader":1.5}', "notAFile"],
  ['{"fader":7,"new":true}', "newer"],
  ['{"fader":1}', "invalid"],
  [" ".repeat(LINK_LIMITS.fileBytes + 1), "tooLarge"],
  [`"${"汉".repeat(LINK_LIMITS.fileBytes / 2)}"`, "tooLarge"],
])("file %# is refused as what it is", (text, code) => {
  expect(readLinkFile(text)).toMatchObject({ problem: { code } });
});

/** The full document's text with a key put in at each place where one may stand. */
function polluted(key: string): string[] {
  const text = JSON.stringify(FULL_DOCUMENT);
  return [...text.matchAll(/\{/g)].flatMap(({ index }) => {
    const behind = text.slice(index + 1);
    const written = `${text.slice(0, index)}{"${key}":{"isAdmin":true}${behind[0] === "}" ? "" : ","}${behind}`;
    // A brace in the middle of a text is no place for one.
    return isJson(written) ? [written] : [];
  });
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

test.each(["__proto__", "constructor", "prototype"])(
  "%s is refused with its path, wherever it stands, and pollutes nothing",
  async (key) => {
    expect(polluted(key).length).toBeGreaterThan(15);
    for (const text of polluted(key))
      for (const read of [await decodeLink(linkOf(text)), readLinkFile(text)]) {
        expect(read).toMatchObject({ problem: { code: "invalid", problem: { kind: "forbiddenKey" } } });
        expect((read as { problem: { path: string } }).problem.path).toMatch(new RegExp(`(^|\\.)${key}$`));
      }
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
  },
);

test("what a reader would refuse is not written either", async () => {
  const wrong = { ...FULL_DOCUMENT, key: "sk-secret" } as LinkDocument;
  expect(await encodeLink(wrong)).toMatchObject({ problem: { code: "invalid", path: "key" } });
  expect(writeLinkFile(wrong)).toMatchObject({ problem: { code: "invalid", path: "key" } });
  const long = { ...FULL_DOCUMENT, message: "m".repeat(100_001) };
  expect(await encodeLink(long)).toMatchObject({ problem: { code: "invalid", path: "message" } });
  const random = Array.from({ length: 9000 }, (_, i) => ((i * 7919) % 65_521).toString(36)).join(" ");
  expect(await encodeLink({ ...FULL_DOCUMENT, message: random })).toMatchObject({
    problem: { code: "tooLong", limit: LINK_LIMITS.linkCharacters },
  });
});
