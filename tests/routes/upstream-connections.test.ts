import { expect, test, vi } from "vitest";
import { POST } from "@/app/api/run/route";
import { runs } from "@/lib/server/runs";
import { jsonRequest, runBody } from "../support/run-bodies";
import { useFakeUpstream } from "../support/play-upstream";
import { turns } from "../support/turns";

const rig = useFakeUpstream();

/** A bound for what will come, not a claim of when. */
const PATIENT = { timeout: 20_000 };

const connections = () => new Set(rig.fake.seen.map(({ clientPort }) => clientPort)).size;

test("answers that came whole leave their connection for the next request", async () => {
  for (let times = 0; times < 6; times += 1) {
    expect((await rig.play()).at(-1)).toMatchObject({ type: "end", reason: "complete" });
    // The last bytes of a body may come a moment after its [DONE]: here they have been sent, then they are read.
    await vi.waitUntil(() => rig.fake.seen.at(-1)?.isOver, PATIENT);
    await turns();
  }
  expect(rig.fake.seen).toHaveLength(6);
  expect(connections()).toBe(1);
});

test("an answer that goes on after [DONE] is hung up", async () => {
  rig.fake.plan({ transcript: ["data: [DONE]\n\n"], hang: 1, heartbeatMs: 20 });
  expect((await rig.play()).at(-1)).toMatchObject({ type: "end" });
  await expect.poll(() => rig.fake.seen[0]?.closedByClientAt, PATIENT).toBeDefined();
});

test("an answer in between makes a provider's failures begin anew", async () => {
  const fail = () => rig.fake.plan({ status: 500, body: "{}" });
  fail();
  for (let times = 0; times < 4; times += 1)
    expect((await rig.play()).at(-1)).toMatchObject({ code: "provider_failed" });
  rig.fake.plan({});
  expect((await rig.play()).at(-1)).toMatchObject({ type: "end", reason: "complete" });
  fail();
  for (let times = 0; times < 4; times += 1)
    expect((await rig.play()).at(-1)).toMatchObject({ code: "provider_failed" });
});

test("a provider is asked before anyone reads what a run tells; a reader who then leaves hangs up there too", async () => {
  rig.fake.plan({ transcript: [], hang: 0 });
  const panes = [{ id: "pane-1", model: "chat/some-model", parameters: {} }];
  const response = await POST(jsonRequest("/api/run", { ...runBody(), panes }));
  await expect.poll(() => rig.fake.seen.length, PATIENT).toBe(1);
  await response.body?.cancel();
  await expect.poll(() => rig.fake.seen[0]?.closedByClientAt, PATIENT).toBeDefined();
  expect(runs().size).toBe(0);
});
