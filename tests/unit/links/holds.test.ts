import { expect, test } from "vitest";
import { fromLinkDocument } from "@/lib/links/from-link-document";
import { holdLists, holdsOf } from "@/lib/links/holds";
import { LOCKABLE_CONTROLS } from "@/lib/links/link-document";
import { toLinkDocument } from "@/lib/links/to-link-document";
import { newId } from "@/lib/new-id";
import { holdOf, unlocked } from "@/lib/playground/hold";
import { readStoredDesk } from "@/lib/playground/read-stored-desk";
import { writeStoredDesk } from "@/lib/playground/stored-desk";
import { deskWith } from "../playground/support";
import { FULL_DOCUMENT } from "./support";

const opened = () => fromLinkDocument(FULL_DOCUMENT, newId);

test("a desk holds its controls as its link says, and one of one's own holds none", () => {
  const desk = opened();
  expect(LOCKABLE_CONTROLS.filter((control) => holdOf(desk, control) === "locked")).toEqual([
    "system",
    "temperature",
  ]);
  expect(LOCKABLE_CONTROLS.filter((control) => holdOf(desk, control) === "hidden")).toEqual(["model"]);
  expect(holdsOf(deskWith(1))).toEqual({});
});

test("a control that a link both locks and hides is hidden; one that nobody knows harms nothing", () => {
  const link = { title: "", since: "opened", lock: ["seed", "from-the-future"], hide: ["seed"] } as const;
  const desk = { link: { ...link, lock: [...link.lock], hide: [...link.hide] } };
  expect(holdsOf(desk)).toEqual({ seed: "hidden" });
  expect(holdLists(holdsOf(desk))).toEqual({ lock: [], hide: ["seed"] });
});

test("a link made again holds the same, also from a desk that was kept", () => {
  const kept = readStoredDesk(writeStoredDesk(opened(), "writer", 0))?.desk;
  if (!kept) throw new Error("not kept");
  const { lock, hide } = toLinkDocument(kept, holdLists(holdsOf(kept)));
  expect(new Set(lock)).toEqual(new Set(FULL_DOCUMENT.lock));
  expect(hide).toEqual(FULL_DOCUMENT.hide);
});

test("unlocked, everything is free and all else is as it was; the link made then holds nothing", () => {
  const desk = opened();
  const free = unlocked(desk);
  expect(holdsOf(free)).toEqual({});
  expect(free.experiment).toBe(desk.experiment);
  expect(free.link).toMatchObject({ title: FULL_DOCUMENT.title, since: "opened" });
  expect(toLinkDocument(free, holdLists(holdsOf(free)))).not.toHaveProperty("lock");
  const own = deskWith(1);
  expect(unlocked(own)).toBe(own);
});
