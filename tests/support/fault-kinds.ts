import type { RunEventBody } from "@/lib/run-events";
import type { FakeUpstream, Plan } from "./fake-upstream";
import { GOLDEN } from "./transcripts";

/** What a provider does, and what the reader of a pane must then have. */
export type FaultKind = {
  plan: Plan;
  /** `end <reason>` or `error <code>`. */
  ending: string;
  /** The code that a client of the door is told, where it is another. */
  atDoor?: string;
  text: string;
  /** The provider never ends by itself: the reader stops the pane, once an event of this type has come. */
  stopAfter?: "start" | "text";
};

const WELL = GOLDEN.CHAT_CJK?.blocks ?? [];
/** Two pieces of the text have come with these blocks. */
const HALF = 3;
const HALF_TEXT = "月亮出来了";
const delayMs = 4;
const headers = { "content-type": "application/json" };
const refusal = (message: string) =>
  JSON.stringify({ error: { message, type: "x", param: null, code: null } });

/** A provider's good answer. */
export const GOOD: FaultKind = {
  plan: { transcript: WELL, delayMs },
  ending: "end complete",
  text: GOLDEN.CHAT_CJK?.text ?? "",
};

/** Each way of failing once. */
export const FAULTS: Record<string, FaultKind> = {
  "rate-limit": {
    plan: { status: 429, headers, body: refusal("Slow down") },
    ending: "error rate_limited",
    atDoor: "rate_limit_exceeded",
    text: "",
  },
  "server-error": {
    plan: { status: 500, headers, body: refusal("It broke") },
    ending: "error provider_failed",
    text: "",
  },
  cut: {
    plan: { transcript: WELL, delayMs, cutAfter: HALF },
    ending: "end cut",
    atDoor: "cut",
    text: HALF_TEXT,
  },
  hang: {
    plan: { transcript: WELL, delayMs, hang: HALF },
    ending: "end stopped",
    text: HALF_TEXT,
    stopAfter: "text",
  },
  reset: { plan: { reset: true }, ending: "error provider_unreachable", text: "" },
  "in-stream-error": {
    plan: { transcript: GOLDEN.ERROR_OBJECT?.blocks, delayMs },
    ending: "error provider_failed",
    text: "So far",
  },
  "malformed-json": {
    plan: {
      transcript: [...WELL.slice(0, HALF), ...Array<string>(12).fill("data: {oops\n\n")],
      delayMs,
    },
    ending: "error provider_odd",
    text: HALF_TEXT,
  },
  silence: { plan: { hang: "before-headers" }, ending: "end stopped", text: "", stopAfter: "start" },
};

export const FAULT_NAMES = Object.keys(FAULTS);

/** The kind that a model's name asks for: that of a fault, or a good answer. */
export function kindOf(model: string): FaultKind {
  return FAULTS[model.slice(model.indexOf("/") + 1)] ?? GOOD;
}

/** From now on the model's name, as the request has it, decides the answer. */
export function answerByModel(fake: FakeUpstream): void {
  fake.plan(({ body }) => kindOf((body as { model: string }).model).plan);
}

/** An ending in two words, to compare with `FaultKind.ending`. */
export function endingOf(event: RunEventBody): string {
  if (event.type === "end") return `end ${event.reason}`;
  return event.type === "error" ? `error ${event.code}` : event.type;
}

/** Settings with `count` servers `p0`, `p1` ... at one address, for tests whose failures must not rest one provider. */
export function serversAt(baseUrl: string, count = 32): Record<string, string> {
  const servers = Array.from({ length: count }, (_, index) => ({
    id: `p${index}`,
    label: `Server ${index}`,
    dialect: "chat",
    baseUrl,
  }));
  return { FADER_SERVERS: JSON.stringify(servers) };
}
