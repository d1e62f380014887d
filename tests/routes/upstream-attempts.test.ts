import { expect, test } from "vitest";
import type { ParameterKey } from "@/lib/catalog/parameters";
import type { RunEventBody } from "@/lib/run-events";
import type { Plan } from "../support/fake-upstream";
import { useFakeUpstream } from "../support/play-upstream";

const rig = useFakeUpstream();

function refuse(
  param: string,
  message = `Unsupported parameter: '${param}' is not supported with this model.`,
): Plan {
  return {
    status: 400,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ error: { message, type: "invalid_request_error", param, code: null } }),
  };
}

/** Refuses the first of `names` that a request holds; answers one that holds none. */
function refusing(...names: string[]) {
  rig.fake.plan((request) => {
    const name = names.find((each) => Object.hasOwn(request.body as object, each));
    return name === undefined ? {} : refuse(name);
  });
}

const starts = (events: RunEventBody[]) => events.filter((event) => event.type === "start");
const SET = { temperature: 0.5, topP: 0.5, seed: 1, frequencyPenalty: 1, presencePenalty: 1 };

test("a refused parameter is left out, said, and the answer comes", async () => {
  refusing("temperature");
  const events = await rig.play({ parameters: SET });
  expect(
    starts(events).map(({ attempt, dropped }) => [attempt, dropped.map(({ parameter }) => parameter)]),
  ).toEqual([
    [1, []],
    [2, ["temperature"]],
  ]);
  expect(starts(events)[1]?.dropped[0]).toMatchObject({ code: "refused" });
  expect(starts(events)[1]?.body).not.toHaveProperty("temperature");
  expect(events.at(-1)).toMatchObject({ type: "end", reason: "complete" });
});

test.each([
  ["logprobs", { logprobs: "refused", topLogprobs: "needsOther" }, []],
  ["top_logprobs", { topLogprobs: "refused" }, ["logprobs"]],
])("refused %s is left out with what needs it, and said", async (name, left, stays) => {
  refusing(name);
  const events = await rig.play({ parameters: { logprobs: true, topLogprobs: 3 } });
  expect(rig.fake.seen).toHaveLength(2);
  const [, { body = {}, dropped = [] } = {}] = starts(events);
  expect(Object.fromEntries(dropped.map(({ parameter, code }) => [parameter, code]))).toEqual(left);
  expect(["logprobs", "top_logprobs"].filter((each) => Object.hasOwn(body, each))).toEqual(stays);
  expect(events.at(-1)).toMatchObject({ type: "end", reason: "complete" });
});

test("three may be left out, a fourth is the end: four attempts in all", async () => {
  refusing("temperature", "top_p", "seed");
  expect((await rig.play({ parameters: SET })).at(-1)?.type).toBe("end");
  expect(rig.fake.seen).toHaveLength(4);
  rig.fake.reset();
  refusing("temperature", "top_p", "seed", "frequency_penalty");
  expect((await rig.play({ parameters: SET })).at(-1)).toMatchObject({
    type: "error",
    code: "refused_parameter",
    parameter: "frequencyPenalty",
  });
  expect(rig.fake.seen).toHaveLength(4);
});

test("what was learned before is not sent at all", async () => {
  refusing("temperature");
  const refused: ParameterKey[] = ["temperature"];
  expect(starts(await rig.play({ parameters: SET, refused }))).toHaveLength(1);
  expect(rig.fake.seen).toHaveLength(1);
});

test("a value that is refused, not the name, is told at its fader and not tried again", async () => {
  rig.fake.plan(refuse("temperature", "Invalid 'temperature': must be at most 1."));
  expect((await rig.play({ parameters: { temperature: 1.5 } })).at(-1)).toMatchObject({
    code: "refused_parameter",
    parameter: "temperature",
    values: { name: "Temperature" },
    said: "Invalid 'temperature': must be at most 1.",
  });
  expect(rig.fake.seen).toHaveLength(1);
});

test.each([
  ["429 with a short wait is tried once more", 429, { "retry-after-ms": "30" }, 2],
  ["503 that loads, with a short wait", 503, { "retry-after": "0.05" }, 2],
  ["429 without a wait", 429, {}, 1],
  ["429 with a long wait", 429, { "retry-after": "6" }, 1],
  ["500 with a wait", 500, { "retry-after-ms": "30" }, 1],
  ["401", 401, { "retry-after-ms": "30" }, 1],
])("%s", async (_, status, headers, attempts) => {
  rig.fake.plan({
    status,
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify({ error: { message: "Loading model" } }),
  });
  const events = await rig.play();
  expect(rig.fake.seen).toHaveLength(attempts);
  expect(starts(events)).toHaveLength(attempts);
  expect(events.at(-1)).toMatchObject({ type: "error", status });
});

test("spent credit is not waited for", async () => {
  rig.fake.plan({
    status: 429,
    headers: { "content-type": "application/json", "retry-after-ms": "10" },
    body: JSON.stringify({ error: { message: "quota", code: "insufficient_quota" } }),
  });
  expect((await rig.play()).at(-1)).toMatchObject({ code: "no_credit", retryable: false });
  expect(rig.fake.seen).toHaveLength(1);
});

test("a refusal and a wait together stay within four", async () => {
  let waited = false;
  rig.fake.plan((request) => {
    const name = ["temperature", "top_p", "seed"].find((each) => Object.hasOwn(request.body as object, each));
    if (name === "top_p" && !waited) {
      waited = true;
      return { status: 429, headers: { "retry-after-ms": "10" }, body: "{}" };
    }
    return name ? refuse(name) : {};
  });
  expect((await rig.play({ parameters: SET })).at(-1)?.type).toBe("error");
  expect(rig.fake.seen).toHaveLength(4);
});

test("a program is given the first refusal as it is", async () => {
  refusing("temperature");
  expect((await rig.play({ parameters: SET, isSingleAttempt: true })).at(-1)).toMatchObject({
    code: "refused_parameter",
    status: 400,
  });
  expect(rig.fake.seen).toHaveLength(1);
});

test("a stop ends a wait", async () => {
  const controller = new AbortController();
  rig.fake.plan(() => {
    // From when the provider is asked: on a slow machine that alone may take longer.
    setTimeout(() => controller.abort(), 50);
    return { status: 429, headers: { "retry-after": "4" }, body: "{}" };
  });
  expect((await rig.play({ signal: controller.signal })).at(-1)).toMatchObject({
    type: "end",
    reason: "stopped",
  });
  expect(rig.fake.seen).toHaveLength(1);
});
