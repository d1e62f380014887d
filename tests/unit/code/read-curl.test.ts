import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readRequest } from "@/lib/code/read-request";
import { LIMITS } from "@/lib/limits";
import { HI, json, reading } from "./reading";

describe("a curl command", () => {
  it.each<[string, string]>([
    [
      "as documentation writes it",
      `curl https://api.openai.com/v1/chat/completions \\\n  -H "Content-Type: application/json" \\\n  -H "Authorization: Bearer $OPENAI_API_KEY" \\\n  -d '${json()}'`,
    ],
    ["with Windows' line ends", `curl https://api.openai.com/v1/chat/completions \\\r\n  -d '${json()}'\r\n`],
    [
      "as Chrome copies it",
      `curl 'https://api.openai.com/v1/chat/completions' -H 'authorization: Bearer sk-x' --data-raw $'{"model":"gpt-4o-mini","messages":[{"role":"user","content":"H\\u0069"}]}' --compressed`,
    ],
    [
      "in double quotes",
      `curl https://api.openai.com/v1/chat/completions -d "${json().replaceAll('"', '\\"')}"`,
    ],
    [
      "with options together",
      `curl -sSLXPOST -H"Authorization: Bearer x" --url=https://api.openai.com/v1/chat/completions -d'${json()}' | jq .`,
    ],
    [
      "with a here-document",
      `curl https://api.openai.com/v1/chat/completions --data-binary @- <<'END'\n${json()}\nEND\n`,
    ],
    [
      "with an indented here-document",
      `curl https://api.openai.com/v1/chat/completions -d @- <<-END\n\t${json()}\n\tEND\necho`,
    ],
    [
      "behind a prompt sign and variables",
      `$ A=1 B='2 3' /usr/bin/curl https://api.openai.com/v1/chat/completions --json '${json()}' -o out.txt`,
    ],
    [
      "whose quotes stand in each other",
      `curl https://api.openai.com/v1/chat/completions -d '{"model":"gpt-4o-mini","messages":[{"role":"user","content":"H'"i"'"}]}'`,
    ],
  ])("%s", (_, command) => {
    expect(reading(command)).toMatchObject({
      model: "gpt-4o-mini",
      url: "https://api.openai.com/v1/chat/completions",
      messages: HI,
      leftOut: [],
    });
  });

  it("tells of a key and keeps none", () => {
    const secrets = [
      `-H "Authorization: Bearer sk-CANARY"`,
      `-H 'authorization:Bearer sk-CANARY'`,
      `--header "api-key: sk-CANARY"`,
      `-H "X-Api-Key: sk-CANARY"`,
      `-u user:sk-CANARY`,
      `-b 'session=sk-CANARY'`,
      `--oauth2-bearer sk-CANARY`,
    ];
    for (const secret of secrets) {
      const read = reading(`curl https://x.example/v1 ${secret} -d '${json()}'`);
      expect([secret, read.hasKey]).toEqual([secret, true]);
      expect(JSON.stringify(read)).not.toContain("CANARY");
    }
    expect(reading(`curl https://x.example -H 'Accept: x' -d '${json()}'`).hasKey).toBe(false);
  });

  it.each([
    ["", "empty"],
    ["  \n ", "empty"],
    ["hello", "notCurl"],
    ["wget https://x.example", "notCurl"],
    ["echo curl", "notCurl"],
    ["curl https://x.example -d '{", "unclosedQuote"],
    ['curl https://x.example -d "{\\"', "unclosedQuote"],
    ["curl https://x.example", "noData"],
    ["curl https://x.example -d @body.json", "dataFromFile"],
    ["curl https://x.example -d @-", "dataFromFile"],
    ["curl https://x.example -d 'a=1' -d 'b=2'", "notJson"],
    ["curl https://x.example -d", "notJson"],
    ["{", "notJson"],
    ["null", "notCurl"],
    ["{}", "noMessages"],
    ["[]", "noMessages"],
    ['{"model":"x","prompt":"Hi"}', "noMessages"],
    ['{"messages":"Hi"}', "noMessages"],
    ['{"messages":[{"role":"tool","content":"x"}]}', "noMessages"],
    [
      JSON.stringify({ messages: [{ role: "user", content: "x".repeat(LIMITS.textCharacters + 1) }] }),
      "tooLong",
    ],
    [JSON.stringify({ messages: Array.from({ length: LIMITS.messages + 1 }, () => HI[0]) }), "tooMany"],
  ])("%.60s is none, and says why: %s", (text, fault) => expect(readRequest(text)).toEqual({ fault }));

  it("never throws, whatever is pasted", () => {
    const bits = fc.constantFrom(
      "curl ",
      "-d ",
      "'",
      '"',
      "\\",
      "$'",
      "\\x",
      "\\u00",
      "<<E\n",
      "{",
      "[",
      "}",
      ":",
      " ",
      "\n",
      '"messages":',
      "null",
      "1",
      "@-",
      "--",
      "-",
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(bits, { maxLength: 30 }).map((all) => all.join("")),
          fc.json(),
          fc.string(),
        ),
        (text) => {
          expect(() => readRequest(text)).not.toThrow();
        },
      ),
      { numRuns: 2000 },
    );
  });
});
