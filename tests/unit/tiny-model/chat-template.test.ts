import { describe, expect, test } from "vitest";
import { renderChat, renderTurns, type ChatMessage } from "@/lib/tiny-model/chat-template";
import { ASSISTANT, BOS, END, SYSTEM, USER } from "@/lib/tiny-model/special-tokens";
import { Tokenizer } from "@/lib/tiny-model/tokenizer";

const tokenizer = new Tokenizer({ version: 1, merges: [], words: [] });
const encode = (text: string) => tokenizer.encode(text);
const user = (content: string): ChatMessage => ({ role: "user", content });
const assistant = (content: string): ChatMessage => ({ role: "assistant", content });

describe("a conversation as tokens", () => {
  test("one message, ready to be answered", () => {
    expect(renderChat({ messages: [user("Hi")] }, tokenizer)).toEqual([
      BOS,
      USER,
      ...encode("Hi"),
      END,
      ASSISTANT,
    ]);
  });

  test("a system prompt comes first; an empty one is none", () => {
    expect(renderChat({ system: "Be kind.", messages: [user("Hi")] }, tokenizer).slice(0, 2)).toEqual([
      BOS,
      SYSTEM,
    ]);
    expect(renderChat({ system: "", messages: [user("Hi")] }, tokenizer)).toEqual(
      renderChat({ messages: [user("Hi")] }, tokenizer),
    );
  });

  test("several turns, each closed but the last", () => {
    const ids = renderChat({ messages: [user("a"), assistant("b"), user("c")] }, tokenizer);
    expect(ids).toEqual([
      BOS,
      USER,
      ...encode("a"),
      END,
      ASSISTANT,
      ...encode("b"),
      END,
      USER,
      ...encode("c"),
      END,
      ASSISTANT,
    ]);
  });

  test("an assistant's message at the end stays open", () => {
    const ids = renderChat({ messages: [user("a"), assistant("The cat")] }, tokenizer);
    expect(ids).toEqual([BOS, USER, ...encode("a"), END, ASSISTANT, ...encode("The cat")]);
  });

  test("white space at the end of a prefill is left off: the next word brings its own", () => {
    const withSpace = renderChat({ messages: [user("a"), assistant("The cat ")] }, tokenizer);
    expect(withSpace).toEqual(renderChat({ messages: [user("a"), assistant("The cat")] }, tokenizer));
  });

  test("for training every turn is closed and only answers are to be learned", () => {
    const turns = renderTurns({ system: "s", messages: [user("a"), assistant("b")] }, tokenizer);
    expect(turns.flatMap(({ ids }) => ids)).toEqual([
      BOS,
      SYSTEM,
      ...encode("s"),
      END,
      USER,
      ...encode("a"),
      END,
      ASSISTANT,
      ...encode("b"),
      END,
    ]);
    expect(turns.map(({ isAnswer }) => isAnswer)).toEqual([false, false, false, true]);
  });
});
