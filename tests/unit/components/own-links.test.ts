import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addOwnLink, listOwnLinks, removeOwnLink, type OwnLink } from "@/components/playground/own-links";

const HOUR_MS = 3_600_000;

function link(id: string, expiresIn = HOUR_MS): OwnLink {
  return {
    id,
    url: `http://127.0.0.1:3000/s/${id}`,
    deleteKey: `key of ${id}`,
    expiresAt: new Date(Date.now() + expiresIn).toISOString(),
    title: "Cats",
    createdAt: new Date().toISOString(),
  };
}

let kept: Map<string, string>;
let isFull: boolean;
beforeEach(() => {
  kept = new Map();
  isFull = false;
  vi.stubGlobal("localStorage", {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => {
      if (isFull) throw new DOMException("full", "QuotaExceededError");
      kept.set(key, value);
    },
  });
});
afterEach(() => vi.unstubAllGlobals());

test("links are remembered with their delete keys, the newest first, until they are removed", () => {
  const [one, two] = [link("one"), link("two")];
  expect(addOwnLink(one)).toBe(true);
  expect(addOwnLink(two)).toBe(true);
  expect(listOwnLinks()).toEqual([two, one]);
  expect(removeOwnLink("two")).toBe(true);
  expect(listOwnLinks()).toEqual([one]);
});

test("one that has expired is listed no more", () => {
  addOwnLink(link("soon", 10));
  expect(listOwnLinks(Date.now() + HOUR_MS)).toEqual([]);
});

test("where the browser is full it says so, and what is kept stays", () => {
  addOwnLink(link("one"));
  isFull = true;
  expect(addOwnLink(link("two"))).toBe(false);
  expect(listOwnLinks().map(({ id }) => id)).toEqual(["one"]);
});

test.each(["", "{", "null", "[1]", '[{"id":"x"}]'])(
  "what is not a list of links counts as none: %s",
  (text) => {
    kept.set("fader.links", text);
    expect(listOwnLinks()).toEqual([]);
  },
);

test("where there is no storage there are no links", () => {
  vi.stubGlobal("localStorage", undefined);
  expect(listOwnLinks()).toEqual([]);
  expect(addOwnLink(link("one"))).toBe(false);
});
