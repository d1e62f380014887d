import { expect, test } from "vitest";
import { POST } from "@/app/api/run/route";
import { runs } from "@/lib/server/runs";
import { jsonRequest, runBody } from "../support/run-bodies";
import { useFakeUpstream } from "../support/play-upstream";

const rig = useFakeUpstream();

const connections = () => new Set(rig.fake.seen.map(({ clientPort }) => clientPort)).size;

test("answers that came whole leave their connection for the next request", async () => {
  for (let times = 0; times < 6; times += 1) {
    expect((await rig.play()).at(-1)).toMatchObject({ type: "end", reason: "complete" });
    // The last bytes of a body may come a moment after its [DONE].
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  expect(rig.fake.seen).toHaveLength(6);
  expect(connections()).toBe(1);
});

test("an answer that goes on after [DONE] is hung up", async () => {
  rig.fake.plan({ transcript: ["data: [DONE]\n\n"], hang: 1, heartbeatMs: 20 });
  expect((await rig.play()).at(-1)).toMatchObject({ type: "end" });
  await expect.poll(() => rig.fake.seen[0]?.closedByClientAt, { timeout: 5000 }).toBeDefined();
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
  await expect.poll(() => rig.fake.seen.length).toBe(1);
  await response.body?.cancel();
  await expect.poll(() => rig.fake.seen[0]?.closedByClientAt).toBeDefined();
  expect(runs().size).toBe(0);
});
