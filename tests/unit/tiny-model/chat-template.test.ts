import { describe, expect, test } from "vitest";
import { readsAs, renderChat, renderTurns, type ChatMessage } from "@/lib/tiny-model/chat-template";
import { ASSISTANT, BOS, END, FIRST_BYTE, FIRST_MERGE, SYSTEM, USER } from "@/lib/tiny-model/special-tokens";
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

  test("exact tokens stand as they are, in an open turn and in a closed one", () => {
    const exact: ChatMessage = { role: "assistant", content: "The ", tokens: encode("The ") };
    const opening = [BOS, USER, ...encode("a"), END, ASSISTANT, ...encode("The ")];
    expect(renderChat({ messages: [user("a"), exact] }, tokenizer)).toEqual(opening);
    // In bytes, where the tokenizer would make one token of them.
    const pairs = new Tokenizer({ version: 1, merges: [[FIRST_BYTE + 84, FIRST_BYTE + 104]], words: [] });
    expect(pairs.encode("Th")).toEqual([FIRST_MERGE]);
    expect(renderChat({ messages: [user("a"), exact, user("b")] }, pairs)).toEqual([
      ...opening,
      END,
      USER,
      ...encode("b"),
      END,
      ASSISTANT,
    ]);
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

describe("tokens read as a text", () => {
  test("when they decode to it, half characters included", () => {
    expect(readsAs("The ", encode("The "), tokenizer)).toBe(true);
    expect(readsAs("Th\uFFFD", [...encode("Th"), FIRST_BYTE + 0xc3], tokenizer)).toBe(true);
  });

  test.each([
    ["another text", "Thy", encode("The")],
    ["a space less", "The ", encode("The")],
    ["a turn's frame, spelled out", "<|user|>", [USER]],
    ["tokens that there are none", "", [tokenizer.size]],
  ])("not when they are %s", (_, text, tokens) => {
    expect(readsAs(text, tokens, tokenizer)).toBe(false);
  });
});
