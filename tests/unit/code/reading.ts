import { readRequest, type ReadRequest } from "@/lib/code/read-request";

/** A request that can be read; throws with the fault of one that cannot. */
export function reading(text: string): ReadRequest {
  const read = readRequest(text);
  if ("fault" in read) throw new Error(read.fault);
  return read;
}

export const HI = [{ role: "user", content: "Hi" }];

/** The JSON of a request that says hi, with more fields. */
export function json(more: object = {}): string {
  return JSON.stringify({ model: "gpt-4o-mini", messages: HI, ...more });
}
