import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { decodeLink } from "@/lib/links/link-codec";
import { LINK_VERSION } from "@/lib/links/link-document";
import { readLinkFile } from "@/lib/links/link-file";

const FIXTURES = new URL("../../fixtures/", import.meta.url);
const versions = Array.from({ length: LINK_VERSION }, (_, index) => index + 1);

test("there is a golden link of each version", () => {
  const names = readdirSync(FIXTURES).filter((name) => /^link-\d+\.json$/.test(name));
  expect(names.length).toBe(LINK_VERSION);
});

// These files are never made anew: a link that somebody once copied must open as long as there is Fader.
test.each(versions)("a golden link and file of version %i open as they did", async (version) => {
  const { link, document } = JSON.parse(readFileSync(new URL(`link-${version}.json`, FIXTURES), "utf8")) as {
    link: string;
    document: object;
  };
  expect(await decodeLink(link)).toEqual({ document });
  expect(readLinkFile(JSON.stringify(document))).toEqual({ document });
});
