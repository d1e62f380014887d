import "server-only";
import type { Messages } from "@/lib/messages/en";
import type { Texts } from "../texts";
import { DoorError } from "./problem";

/** Fields that clients send and that change no answer here. */
const HARMLESS = new Set([
  "user",
  "metadata",
  "parallel_tool_calls",
  "service_tier",
  "safety_identifier",
  "prompt_cache_key",
]);

/** Fields whose meaning would be lost, by the message that says what to do instead. */
const REFUSED: Record<string, keyof Messages["door"]> = {
  tools: "tools",
  tool_choice: "tools",
  functions: "tools",
  function_call: "tools",
  audio: "onlyText",
  modalities: "onlyText",
  prediction: "prediction",
};

/** Whether a field of a request may be left aside. What OpenAI knows and the door does not carry is refused by name. */
export function isPassedOver(name: string, value: unknown, texts: Texts): boolean {
  if (name === "n" || name === "store") {
    if (value === (name === "n" ? 1 : false)) return true;
    throw refused(name, texts(name === "n" ? "door.count" : "door.store"));
  }
  const reason = Object.hasOwn(REFUSED, name) ? REFUSED[name] : undefined;
  if (reason) throw refused(name, texts(`door.${reason}`, { name } as never));
  return HARMLESS.has(name);
}

function refused(param: string, message: string): DoorError {
  return new DoorError({ status: 400, code: "unsupported_parameter", message, param });
}
