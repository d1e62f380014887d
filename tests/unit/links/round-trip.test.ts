import fc from "fast-check";
import { expect, test } from "vitest";
import { fromLinkDocument } from "@/lib/links/from-link-document";
import { decodeLink, encodeLink } from "@/lib/links/link-codec";
import type { LinkDocument, LockableControl } from "@/lib/links/link-document";
import { readLinkFile, writeLinkFile } from "@/lib/links/link-file";
import { toLinkDocument } from "@/lib/links/to-link-document";
import { times } from "../../support/counts";
import { asJson, randomDocument } from "../../support/random-documents";
import { FULL_DOCUMENT } from "./support";

const COUNT = times(1000, 10_000);

let lastId = 0;
const newId = () => `id-${(lastId += 1)}`;

async function throughLink(document: LinkDocument): Promise<unknown> {
  const written = await encodeLink(document);
  return "link" in written ? decodeLink(written.link) : written;
}

function throughFile(document: LinkDocument): unknown {
  const written = writeLinkFile(document);
  return "text" in written ? readLinkFile(written.text) : written;
}

function throughDesk(document: LinkDocument): LinkDocument {
  const { lock, hide } = document as { lock?: LockableControl[]; hide?: LockableControl[] };
  return toLinkDocument(fromLinkDocument(document, newId), { answers: "all", lock, hide });
}

test(
  `${COUNT} random experiments come through link, file and desk as they were`,
  { timeout: 240_000 },
  async () => {
    let tooLong = 0;
    await fc.assert(
      fc.asyncProperty(randomDocument, async (document) => {
        const expected = { document: asJson(document) };
        const linked = (await throughLink(document)) as { problem?: { code: string } };
        if (linked.problem?.code === "tooLong") tooLong += 1;
        else expect(linked).toEqual(expected);
        expect(throughFile(document)).toEqual(expected);
        expect({ document: asJson(throughDesk(document)) }).toEqual(expected);
      }),
      { numRuns: COUNT },
    );
    expect(tooLong).toBeLessThan(COUNT / 50);
  },
);

test("a document with everything in it comes through", async () => {
  const expected = { document: FULL_DOCUMENT };
  expect(await throughLink(FULL_DOCUMENT)).toEqual(expected);
  expect(throughFile(FULL_DOCUMENT)).toEqual(expected);
  expect(throughDesk(FULL_DOCUMENT)).toEqual(FULL_DOCUMENT);
});

test("half a character comes through as it is, and minus zero as zero, which is how it is sent", async () => {
  const document: LinkDocument = {
    ...FULL_DOCUMENT,
    message: "\uD83D and \uDE00 and \uD83D\uDE00",
    panes: [{ model: "built-in/sprout", parameters: { frequencyPenalty: -0 } }],
    selected: 0,
  };
  const read = (await throughLink(document)) as { document: LinkDocument };
  expect(read.document.message).toBe(document.message);
  expect(Object.is(read.document.panes[0]?.parameters.frequencyPenalty, 0)).toBe(true);
});
