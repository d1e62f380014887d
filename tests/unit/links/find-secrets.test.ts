import { expect, test } from "vitest";
import { findSecrets, masked } from "@/lib/links/find-secrets";
import { en } from "@/lib/messages/en";
import { zh } from "@/lib/messages/zh";
import { Random } from "@/lib/tiny-model/random";
import { generateCorpus } from "@/lib/tiny-model/corpus/generate-corpus";

/** Text that is found, in a sentence; what is found is what stands between the guillemets. */
const FOUND: [kind: string, sentence: string][] = [
  ["key", "my key is «sk-proj-a1B2c3D4e5F6g7H8i9J0»"],
  ["key", "「«sk-CANARY-good-key-123»」"],
  ["key", "HF_TOKEN=«hf_AbCdEfGhIjKlMnOpQrStUvWxYz»"],
  ["key", "push with «ghp_0123456789abcdefghijABCDEFGHIJ456789», please"],
  ["key", "«github_pat_11ABCDEFG0123456789_abcdefghij»"],
  ["key", "«glpat-x1Y2z3A4b5C6d7E8f9G0»"],
  ["key", "slack: «xoxb-123456789012-abcdefABCDEF»"],
  ["key", "aws «AKIAIOSFODNN7EXAMPLE» and more"],
  ["key", "«AIzaSyA1234567890abcdefghijklmnopqrstuv»"],
  ["key", "«-----BEGIN RSA PRIVATE KEY-----»\nMIIE"],
  ["token", "curl -H 'Authorization: Bearer «abc123.def456~ghi789»'"],
  ["token", "«eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl»"],
  ["password", "DB_PASSWORD=«Tr0ub4dor&3»"],
  ["password", "密码：«Tr0ub4dor&3»。"],
  ["password", '{"api_key": "«0123456789ab»"}'],
  ["email", "write to «ada.lovelace+maths@cam.ac.uk» today"],
  ["email", "联系«li@example-school.cn»吧"],
  ["address", "ssh into «192.168.178.20»:22"],
  ["address", "(«10.0.0.5»)"],
  ["address", "at «172.31.255.1»."],
  ["address", "at «fd12:3456:789a::1» then"],
  ["address", "https://«wiki.corp»/page"],
  ["address", "psql://user:x@«db.prod.internal»:5432"],
  ["address", "open http://«intranet»/start"],
  ["random", "id «Zk3vQ9xLm2Rt7Yb5Nc8Wd1Fg» here"],
  ["random", "md5 «d41d8cd98f00b204e9800998ecf8427e»"],
];

test.each(FOUND)("%s in: %s", (kind, marked) => {
  const text = marked.replaceAll(/[«»]/g, "");
  expect(findSecrets(text)).toEqual([{ kind, text: /«(.*)»/s.exec(marked)?.[1] }]);
});

const NOT_FOUND = [
  "task-management-and-other-long-words-with-hyphens",
  "sk-learn-is-a-library-for-everyone",
  "The bearer of responsibilities beyond imagination",
  "Authorization: Bearer $OPENAI_API_KEY",
  "password: correct horse battery staple",
  "token: {token}, secret=<your secret>, api_key: ${API_KEY1}",
  "密码：不少于十二个字",
  "mail me at someone@example.com, or git@github.com:owner/repo.git",
  "npm install typescript@5.0.4 and @scope/name@1.2.3",
  "version 10.4.2 of 2024, section 10.2.3.4.5, v10.1.2.3",
  "127.0.0.1 and localhost:3000 and http://localhost:3000/v1, 8.8.8.8, 172.32.0.1",
  "import config from './config.local'; this.internal = fetch(window.local)",
  "https://fader.example/s/x and https://huggingface.co/meta-llama/Llama-3.3-70B-Instruct",
  "mistralai/Mixtral-8x7B-Instruct-v0.1:groq and openai/gpt-4o-mini-2024-07-18",
  "convertBase64StringToUtf8Bytes, getElementsByClassNameAndId2, SHA256WithRSAEncryption",
  "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA 1234567890123456789012345678901234567890",
  "ACGTACGTTAGCACGTACGTTAGCACGTACGTTAGC",
  "3f0c4b1e-7d5a-4c7e-9a55-0d5a3a1f2b11",
  "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
  "时间：12:30，比分 3:2，电话 010-12345678",
  "12:fd:34 at 05:fd:12",
];
test.each(NOT_FOUND)("nothing in: %s", (text) => expect(findSecrets(text)).toEqual([]));

function textsIn(tree: object): string[] {
  return Object.values(tree).flatMap((each: unknown) =>
    typeof each === "string" ? [each] : textsIn(each as object),
  );
}

test("nothing in what the page says, in any language, nor in all that Sprout was trained on", () => {
  for (const text of [...textsIn(en), ...textsIn(zh)]) expect(findSecrets(text)).toEqual([]);
  expect(findSecrets(JSON.stringify([...generateCorpus({ seed: 1, documents: 2_000 })]))).toEqual([]);
});

test("of letters that a machine drew, nearly all are found", () => {
  const random = new Random(7);
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
  const drawn = Array.from({ length: 1000 }, () =>
    Array.from({ length: 32 }, () => letters[random.integer(letters.length)]).join(""),
  );
  expect(drawn.filter((text) => findSecrets(text).length === 1).length).toBeGreaterThan(850);
});

test("several in one text, in its order, each once", () => {
  const text = "from a@school.cn with sk-proj-a1B2c3D4e5F6g7H8i9J0 to 10.0.0.5 and a@school.cn";
  expect(findSecrets(text).map(({ kind }) => kind)).toEqual(["email", "key", "address", "email"]);
});

test("a key is shown by its beginning alone, an address whole", () => {
  expect(masked({ kind: "key", text: "sk-proj-a1B2c3D4e5F6g7H8i9J0" })).toBe("sk-pro…");
  expect(masked({ kind: "password", text: "Tr0ub4do" })).toBe("Tr…");
  expect(masked({ kind: "email", text: "a@school.cn" })).toBe("a@school.cn");
});

/** What hangs a careless pattern: long runs of what it may begin with, and never its end. */
test.each([
  "a",
  "a.",
  "sk-",
  "1",
  "a1B",
  "bearer ",
  "eyJ",
  "10.",
  "fd00:",
  "://a",
  "x@a.",
  "password:",
  "-----BEGIN ",
])("a text of a million characters of %j takes no longer than any other", (piece) => {
  findSecrets(piece.repeat(1_000_000 / piece.length));
});
