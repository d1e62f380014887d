import fc from "fast-check";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { codeRequest, type CodeRequest, type WireRequest } from "@/lib/code/code-request";
import { writeCurl } from "@/lib/code/write-curl";
import { writeJavascript } from "@/lib/code/write-javascript";
import { writePython } from "@/lib/code/write-python";
import { AWKWARD, HALVES } from "../../support/awkward-texts";
import { startFakeUpstream, type FakeUpstream } from "../../support/fake-upstream";
import {
  environmentFor,
  HAS_CURL,
  HAS_PYTHON,
  HAS_PYTHON_OPENAI,
  runProgram,
  SHELLS,
  snippetFolder,
} from "../../support/run-snippets";
import { anyWireRequest, CODE_PROVIDERS } from "../../support/wire-requests";

let fake: FakeUpstream;
let folder: ReturnType<typeof snippetFolder>;
beforeAll(async () => {
  fake = await startFakeUpstream();
  folder = snippetFolder();
});
beforeEach(() => fake.reset());
afterAll(async () => {
  await fake.close();
  folder.remove();
});

const toCode = (request: WireRequest) => codeRequest(request, CODE_PROVIDERS, "http://fader.example");

/** Runs these requests' code, all in one process, one after the other. */
type Play = (
  requests: readonly CodeRequest[],
) => Promise<{ code: number | null; stdout: string; stderr: string }>;

const environmentOf = (requests: readonly CodeRequest[]) =>
  environmentFor(
    requests.map(({ address }) => address),
    fake.baseUrl,
  );

function inShell(shell: string): Play {
  return (requests) => {
    const script = folder.write(`curl.${shell}`, requests.map(writeCurl).join("\n"));
    return runProgram(shell, ["-e", script], { environment: environmentOf(requests) });
  };
}

const inNode: Play = (requests) => {
  const files = requests.map((each, index) => folder.write(`${index}.mjs`, writeJavascript(each)));
  const all = folder.write("all.mjs", "for (const file of process.argv.slice(2)) await import(file);\n");
  return runProgram(process.execPath, [all, ...files], { environment: environmentOf(requests) });
};

/** With the package where it is installed, else with what stands in for it. */
const inPython: Play = (requests) => {
  const files = requests.map((each, index) => folder.write(`request_${index}.py`, writePython(each)));
  const all = folder.write(
    "all.py",
    "import runpy, sys\nfor path in sys.argv[1:]:\n    runpy.run_path(path)\n",
  );
  const standIn: Record<string, string> = HAS_PYTHON_OPENAI
    ? {}
    : { PYTHONPATH: "tests/support/python-stand-in" };
  return runProgram("python3", [all, ...files], { environment: { ...environmentOf(requests), ...standIn } });
};

/** Holds that what arrives is what the runs sent, at the right place and with the key of the right variable. */
async function expectArrivals(play: Play, sent: readonly WireRequest[]): Promise<string> {
  fake.seen.length = 0;
  const requests = sent.map(toCode);
  const { stdout, stderr, code } = await play(requests);
  expect({ code, stderr: fake.seen.length === sent.length ? "" : stderr }).toEqual({ code: 0, stderr: "" });
  expect(fake.seen.map(({ body }) => body)).toEqual(sent.map(({ body }) => body));
  expect(fake.seen.map(({ path, headers }) => [path, headers.authorization])).toEqual(
    requests.map(({ path, address }) => [`/v1${path}`, `Bearer key-of-${address.keyVariable}`]),
  );
  return stdout;
}

const saying = (content: string, more: object = {}): WireRequest => ({
  model: "openai/gpt-4o-mini",
  body: {
    model: "gpt-4o-mini",
    messages: [{ role: "user", content }],
    stream: true,
    stream_options: { include_usage: true },
    ...more,
  },
});

describe.each<[name: string, isHere: boolean, play: Play]>([
  ...SHELLS.map((shell): [string, boolean, Play] => [`curl in ${shell}`, HAS_CURL, inShell(shell)]),
  ["JavaScript in Node", true, inNode],
  [
    `Python, ${HAS_PYTHON_OPENAI ? "with the openai package" : "with a stand-in for it"}`,
    HAS_PYTHON,
    inPython,
  ],
])("%s", (_, isHere, play) => {
  it.runIf(isHere)("sends every awkward prompt as the run did, and shows the answer", async () => {
    const stdout = await expectArrivals(
      play,
      AWKWARD.map((text) => saying(text)),
    );
    expect(stdout).toContain("Hello");
  });

  it.runIf(isHere)("sends the body of any run, in every dialect", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyWireRequest, { minLength: 12, maxLength: 12 }), async (requests) => {
        await expectArrivals(play, requests);
      }),
      { numRuns: 1, endOnFailure: true },
    );
  });

  it.runIf(isHere)("sends what is longer than one word of a command may be", async () => {
    await expectArrivals(play, [saying(`${AWKWARD.join("\n")}\n`.repeat(400))]);
  });
});

describe("half a character", () => {
  const requests = HALVES.map((text) => saying(`${text}!`));

  it.runIf(HAS_CURL).each(SHELLS)("arrives by curl in %s", async (shell) => {
    await expectArrivals(inShell(shell), requests);
  });
  it("arrives from Node", async () => {
    await expectArrivals(inNode, requests);
  });
  it.runIf(HAS_PYTHON)("is no text to Python's package, which says so", async () => {
    const { code, stderr } = await inPython(requests.map(toCode));
    expect(code).not.toBe(0);
    expect(stderr).toContain("surrogates not allowed");
    expect(fake.seen).toEqual([]);
  });
});

it.runIf(HAS_PYTHON)("Python compiles what was written", async () => {
  const files = fc
    .sample(anyWireRequest, 30)
    .map((request, index) => folder.write(`compiled_${index}.py`, writePython(toCode(request))));
  const { code, stderr } = await runProgram("python3", ["-W", "error", "-m", "py_compile", ...files]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
});

describe("what is written", () => {
  it("holds no address that only the server knows, and no key", () => {
    fc.assert(
      fc.property(anyWireRequest, (request) => {
        for (const write of [writeCurl, writeJavascript, writePython]) {
          const code = write(toCode(request));
          expect(code).not.toContain("10.0.0.7");
          expect(code).not.toContain("gateway.internal");
          expect(code).toContain("_BASE_URL");
        }
      }),
    );
  });

  it("names public addresses, and this server's own door for Sprout under the model's full id", () => {
    const request = codeRequest(
      { model: "built-in/sprout", body: { model: "sprout", messages: [], stream: true } },
      [],
      "http://127.0.0.1:3000",
    );
    expect(writeCurl(request)).toBe(
      [
        "curl --no-buffer http://127.0.0.1:3000/api/v1/chat/completions \\",
        '  -H "Authorization: Bearer ${FADER_PASSWORD:-none}" \\',
        '  -H "Content-Type: application/json" \\',
        `  -d '{"model": "built-in/sprout", "messages": [], "stream": true}'\n`,
      ].join("\n"),
    );
    const openai = codeRequest(saying("Hi"), [{ ...CODE_PROVIDERS[0]!, host: "api.openai.com" }], "");
    for (const write of [writeCurl, writeJavascript, writePython])
      expect(write(openai)).toMatch(/https:\/\/api\.openai\.com\/v1/);
  });

  it("reads like a program that a person wrote", () => {
    const { body } = saying('Say "Hi".', { temperature: 0.2, top_k: 40 });
    const openai = codeRequest(
      { model: "openai/gpt-4o-mini", body },
      [{ ...CODE_PROVIDERS[0]!, host: "api.openai.com" }],
      "",
    );
    expect(writePython(openai)).toMatchInlineSnapshot(`
      "import os

      from openai import OpenAI

      client = OpenAI(
          base_url="https://api.openai.com/v1",
          api_key=os.environ["OPENAI_API_KEY"],
      )

      stream = client.chat.completions.create(
          model="gpt-4o-mini",
          messages=[{"role": "user", "content": "Say \\"Hi\\"."}],
          stream=True,
          stream_options={"include_usage": True},
          temperature=0.2,
          extra_body={"top_k": 40},
      )
      for chunk in stream:
          if chunk.choices and chunk.choices[0].delta.content:
              print(chunk.choices[0].delta.content, end="", flush=True)
      print()
      "
    `);
    expect(writeJavascript(openai)).toMatchInlineSnapshot(`
      "import OpenAI from "openai";

      const client = new OpenAI({
        baseURL: "https://api.openai.com/v1",
        apiKey: process.env.OPENAI_API_KEY,
      });

      const stream = await client.chat.completions.create({
        model: "gpt-4o-mini",
        messages: [{ role: "user", content: "Say \\"Hi\\"." }],
        stream: true,
        stream_options: { include_usage: true },
        temperature: 0.2,
        top_k: 40,
      });
      for await (const chunk of stream) {
        process.stdout.write(chunk.choices[0]?.delta?.content ?? "");
      }
      process.stdout.write("\\n");
      "
    `);
  });
});
