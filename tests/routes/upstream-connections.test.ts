import { expect, test } from "vitest";
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
