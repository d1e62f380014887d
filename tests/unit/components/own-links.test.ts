import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { addOwnLink, ownLinks, removeOwnLink, type OwnLink } from "@/components/playground/own-links";

function link(id: string, expiresAt: string): OwnLink {
  return { id, url: `http://127.0.0.1:3000/s/${id}`, title: "Cats", deleteKey: `key of ${id}`, expiresAt };
}
const [SOON, LATE] = [link("soon", "2026-12-01T00:00:00.000Z"), link("late", "2026-12-30T00:00:00.000Z")];

let isFull: boolean;
beforeEach(() => {
  isFull = false;
  class Storage {
    getItem(key: string): string | null {
      return (this as unknown as Record<string, string>)[key] ?? null;
    }
    setItem(key: string, value: string): void {
      if (isFull) throw new DOMException("full", "QuotaExceededError");
      (this as unknown as Record<string, string>)[key] = value;
    }
    removeItem(key: string): void {
      delete (this as unknown as Record<string, string>)[key];
    }
  }
  vi.stubGlobal("localStorage", new Storage());
});
afterEach(() => vi.unstubAllGlobals());

test("links are remembered with their delete keys until they are removed", () => {
  expect([addOwnLink(SOON), addOwnLink(LATE)]).toEqual([true, true]);
  expect(ownLinks()).toEqual([LATE, SOON]);
  removeOwnLink("late");
  expect(ownLinks()).toEqual([SOON]);
});

test("where the browser is full it says so, and what is kept stays", () => {
  addOwnLink(SOON);
  isFull = true;
  expect(addOwnLink(LATE)).toBe(false);
  expect(ownLinks()).toEqual([SOON]);
});

test("what is no link is passed over", () => {
  for (const [index, text] of ["", "{", "null", '{"id":"x"}'].entries())
    localStorage.setItem(`fader.ownLink.${index}`, text);
  addOwnLink(SOON);
  expect(ownLinks()).toEqual([SOON]);
});

test("where there is no storage there are no links", () => {
  vi.stubGlobal("localStorage", undefined);
  expect(ownLinks()).toEqual([]);
  expect(addOwnLink(SOON)).toBe(false);
});
