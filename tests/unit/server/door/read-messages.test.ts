import { expect, test } from "vitest";
import { LIMITS } from "@/lib/limits";
import { DoorError } from "@/lib/server/door/problem";
import { readMessages } from "@/lib/server/door/read-messages";
import { chatRequestSchema } from "@/lib/server/door/request-schema";
import { FieldError } from "@/lib/server/field-error";
import { textsFor } from "@/lib/server/texts";

function read(messages: unknown[]) {
  const body = chatRequestSchema.parse({ model: "built-in/sprout", messages });
  return readMessages(body.messages, textsFor(new Headers()));
}

/** Where `messages` are refused. */
function refusedAt(messages: unknown[]): string {
  try {
    read(messages);
  } catch (error) {
    if (error instanceof DoorError) return error.problem.param ?? "";
    if (error instanceof FieldError) return error.path;
    return "schema";
  }
  return "nowhere";
}

const USER = { role: "user", content: "Hi" };

test("leading system and developer messages become the system prompt", () => {
  const system = [
    { role: "system", content: "Be kind." },
    { role: "developer", content: [{ type: "text", text: "Be brief." }] },
  ];
  expect(read([...system, USER])).toEqual({ system: "Be kind.\n\nBe brief.", messages: [USER] });
  expect(read([USER])).toEqual({ system: "", messages: [USER] });
});

test("a system prompt behind a turn is refused where it stands", () => {
  expect(refusedAt([USER, { role: "system", content: "x" }])).toBe("messages.1");
  expect(refusedAt([{ role: "system", content: "x" }, USER, { role: "developer", content: "x" }])).toBe(
    "messages.2",
  );
});

test("parts of text are joined, line by line", () => {
  const content = [
    { type: "text", text: "a" },
    { type: "text", text: "b" },
  ];
  expect(read([{ role: "user", content }]).messages).toEqual([{ role: "user", content: "a\nb" }]);
});

test.each([
  [{ type: "image_url", image_url: { url: "https://x" } }, "messages.0.content.1"],
  [{ type: "input_audio", input_audio: {} }, "messages.0.content.1"],
  [{ type: "text" }, "messages.0.content.1.text"],
  [{ type: "text", text: 5 }, "messages.0.content.1.text"],
  [{ type: "text", text: "a", style: "bold" }, "messages.0.content.1.style"],
])("the part %j is refused", (part, path) => {
  expect(refusedAt([{ role: "user", content: [{ type: "text", text: "a" }, part] }])).toBe(path);
});

test("an answer of the door can be sent back as it came", () => {
  const answer = { role: "assistant", content: "Hello", refusal: null, reasoning_content: "Hm." };
  expect(read([USER, answer, USER]).messages[1]).toEqual({ role: "assistant", content: "Hello" });
  expect(refusedAt([{ ...answer, tool_calls: [], annotations: [], audio: null }])).toBe("nowhere");
});

test.each([
  { role: "tool", content: "x", tool_call_id: "y" },
  { role: "assistant", content: null },
  { role: "assistant", content: "", tool_calls: [{ id: "a" }] },
  { role: "user", content: "x", name: "Ann" },
  { role: "user", content: 5 },
  { role: "assistant", content: "x", tokens: [309] },
])("%j is no message here", (message) => {
  expect(refusedAt([message])).toBe("schema");
});

test("no message and too many, or too much text, are refused", () => {
  expect(refusedAt([])).toBe("schema");
  expect(refusedAt(Array.from({ length: LIMITS.messages + 1 }, () => USER))).toBe("schema");
  const half = "x".repeat(LIMITS.textCharacters / 2);
  const parts = [half, half].map((text) => ({ type: "text", text }));
  expect(refusedAt([{ role: "user", content: `${half}${half}` }])).toBe("nowhere");
  expect(refusedAt([{ role: "user", content: `${half}${half}x` }])).toBe("messages.0.content");
  expect(refusedAt([{ role: "user", content: parts }])).toBe("messages.0.content");
});
