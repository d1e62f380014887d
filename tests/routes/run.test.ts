import { expect, test, vi } from "vitest";
import { POST as postStop } from "@/app/api/run/[id]/stop/route";
import { GET as getModels } from "@/app/api/models/route";
import { POST } from "@/app/api/run/route";
import { LIMITS } from "@/lib/limits";
import type { ModelsList } from "@/lib/models-list";
import { newId } from "@/lib/new-id";
import { runs } from "@/lib/server/runs";
import { readAllEvents } from "../support/read-events";
import { jsonRequest, refusalOf, runBody } from "../support/run-bodies";

const OWNER = { cookie: `fader-owner=${"a".repeat(22)}` };

/** A run whose panes end at once: no one runs this model. */
function nobodysRun(panes = 1) {
  const body = runBody({ panes });
  return { ...body, panes: body.panes.map((pane) => ({ ...pane, model: "nobody/model" })) };
}

function stop(id: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return postStop(jsonRequest(`/api/run/${id}/stop`, body, headers), { params: Promise.resolve({ id }) });
}

test("every pane of an unknown model ends with its own error, under HTTP 200, and the claim is given back", async () => {
  const response = await POST(jsonRequest("/api/run", nobodysRun(3)));
  expect(response.status).toBe(200);
  expect(response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
  expect(response.headers.get("cache-control")).toBe("no-store, no-transform");
  const events = await readAllEvents(response);
  expect(events).toMatchObject(
    ["pane-1", "pane-2", "pane-3"].map((pane) => ({
      pane,
      type: "error",
      code: "unknown_model",
      phase: "before",
      values: { model: "nobody/model" },
    })),
  );
  expect(runs().size).toBe(0);
});

test("a run id that is going is refused, and free again afterwards", async () => {
  const body = nobodysRun();
  const first = await POST(jsonRequest("/api/run", body));
  expect(await refusalOf(await POST(jsonRequest("/api/run", body)))).toMatchObject({
    status: 409,
    code: "run_exists",
  });
  await readAllEvents(first);
  await readAllEvents(await POST(jsonRequest("/api/run", body)));
});

test("of 50 presses with one id at once, one runs", async () => {
  const body = nobodysRun();
  const responses = await Promise.all(Array.from({ length: 50 }, () => POST(jsonRequest("/api/run", body))));
  const statuses = responses.map(({ status }) => status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(1);
  expect(statuses.filter((status) => status === 409)).toHaveLength(49);
  await Promise.all(responses.map((response) => response.body?.cancel()));
});

test("an owner has a few runs at once; leaving frees them", async () => {
  const open = () => POST(jsonRequest("/api/run", nobodysRun(), OWNER));
  const going = await Promise.all(Array.from({ length: LIMITS.runsAtOnce }, open));
  expect(await refusalOf(await open())).toMatchObject({ status: 429, code: "too_many_runs" });
  expect((await POST(jsonRequest("/api/run", nobodysRun()))).status).toBe(200);
  await Promise.all(going.map((response) => response.body?.cancel()));
  expect((await open()).status).toBe(200);
});

test("a stop is 204 whatever there is to stop", async () => {
  for (const id of [newId(), "no-uuid", "__proto__", "../x"]) {
    for (const body of [{}, { pane: "pane-1" }]) {
      const response = await stop(id, body);
      expect([response.status, await response.text()]).toEqual([204, ""]);
    }
  }
});

test("a stop with a bad body says what is wrong", async () => {
  expect(await refusalOf(await stop(newId(), { pane: 1 }))).toMatchObject({ status: 422, path: "pane" });
  expect(await refusalOf(await stop(newId(), { panes: [] }))).toMatchObject({ status: 422, path: "panes" });
});

test("only the owner's stop acts", () => {
  const id = newId();
  const claim = runs().claim(id, ["a"], "a".repeat(22));
  return stop(id, {}, { cookie: `fader-owner=${"b".repeat(22)}` })
    .then(() => stop(id, {}))
    .then(() => expect(claim.signalOf("a").aborted).toBe(false))
    .then(() => stop(id, {}, OWNER))
    .then(() => expect(claim.signalOf("a").aborted).toBe(true))
    .finally(claim.release);
});

test("a server without the model's files says which, in the stream and in the list", async () => {
  const cwd = vi.spyOn(process, "cwd").mockReturnValue("/nowhere");
  const events = await readAllEvents(await POST(jsonRequest("/api/run", runBody())));
  const models = await (
    await getModels(new Request("http://localhost:3000/api/models", { headers: { host: "localhost:3000" } }))
  ).text();
  cwd.mockRestore();
  expect(events).toMatchObject([
    {
      type: "error",
      code: "model_missing",
      phase: "before",
      values: { files: "public/sprout/weights.bin, public/sprout/tokenizer.json" },
    },
  ]);
  const list = JSON.parse(models) as ModelsList;
  expect(list.models).toEqual([]);
  expect(list.providers[0]).toMatchObject({
    state: "unavailable",
    message: expect.stringContaining("weights.bin") as string,
  });
});
