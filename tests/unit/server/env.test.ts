import { expect, test } from "vitest";
import { parseSettings, SettingsError } from "@/lib/server/env";

test("has a default for everything, and an empty variable is unset", () => {
  const defaults = {
    FADER_HOST: "127.0.0.1",
    PORT: 3000,
    FADER_PUBLIC_ORIGINS: [],
    OPENAI_BASE_URL: "https://api.openai.com/v1",
    HF_BASE_URL: "https://router.huggingface.co/v1",
    FADER_SERVERS: [],
    FADER_TRUSTED_PROXY_HOPS: 0,
    FADER_DRAIN_SECONDS: 20,
    FADER_DATA: "./.fader",
  };
  expect(parseSettings({})).toEqual(defaults);
  expect(parseSettings({ FADER_HOST: "", PORT: " ", FADER_PUBLIC_ORIGINS: "", PATH: "/bin" })).toEqual(
    defaults,
  );
});

test("reads what is set", () => {
  const settings = parseSettings({
    FADER_HOST: "0.0.0.0",
    PORT: "0",
    FADER_PUBLIC_ORIGINS: "https://A.example/, http://10.0.0.1:8080",
  });
  expect(settings).toMatchObject({
    FADER_HOST: "0.0.0.0",
    PORT: 0,
    FADER_PUBLIC_ORIGINS: ["https://a.example", "http://10.0.0.1:8080"],
  });
});

test("names every bad variable and no value", () => {
  const bad = { FADER_HOST: "a b", PORT: "70000", FADER_PUBLIC_ORIGINS: "https://a.example/secret-path" };
  const read = () => parseSettings(bad);
  expect(read).toThrow(SettingsError);
  for (const name of Object.keys(bad)) expect(read).toThrow(name);
  expect(read).not.toThrow(/a b|70000|secret/);
});

test.each([
  "a.example",
  "https://a.example/path",
  "ftp://a.example",
  "https://user@a.example",
  "*",
  "null",
  "https://a.example:443",
  "https://a.example,,",
])("refuses %s as an origin", (origin) =>
  expect(() => parseSettings({ FADER_PUBLIC_ORIGINS: origin })).toThrow("FADER_PUBLIC_ORIGINS"),
);

test.each(["x", "1.5", "-1", "65536"])("refuses %s as a port", (port) =>
  expect(() => parseSettings({ PORT: port })).toThrow("PORT"),
);

const OLLAMA = { id: "ollama", label: "Ollama", dialect: "ollama", baseUrl: "http://127.0.0.1:11434/v1" };

test("reads the operator's servers, and drops a closing slash", () => {
  const list = [
    { ...OLLAMA, baseUrl: "http://127.0.0.1:11434/v1/" },
    { ...OLLAMA, id: "other", key: "sk-1" },
  ];
  expect(parseSettings({ FADER_SERVERS: JSON.stringify(list) }).FADER_SERVERS).toEqual([
    OLLAMA,
    { ...OLLAMA, id: "other", key: "sk-1" },
  ]);
});

test.each([
  "not json",
  "{}",
  [{ ...OLLAMA, dialect: "sprout" }],
  [{ ...OLLAMA, baseUrl: "http://user:pass@127.0.0.1/v1" }],
  [{ ...OLLAMA, baseUrl: "http://127.0.0.1/v1?x=1" }],
  [{ ...OLLAMA, baseUrl: "file:///etc/passwd" }],
  [{ ...OLLAMA, id: "openai" }],
  [{ ...OLLAMA, id: "Bad Id" }],
  [{ ...OLLAMA, key: "a\nb" }],
  [{ ...OLLAMA, more: 1 }],
  [OLLAMA, OLLAMA],
])("refuses the servers %j, naming the variable and no value", (list) => {
  const read = () => parseSettings({ FADER_SERVERS: typeof list === "string" ? list : JSON.stringify(list) });
  expect(read).toThrow("FADER_SERVERS");
  expect(read).not.toThrow(/pass@|sk-1/);
});

test.each([
  { FADER_PASSWORD: "short" },
  { FADER_OPEN: "yes" },
  { OPENAI_API_KEY: "two words" },
  { FADER_TRUSTED_PROXY_HOPS: "-1" },
  { FADER_DRAIN_SECONDS: "soon" },
  { DATABASE_URL: "mysql://user:secret@host/database" },
  { DATABASE_URL: "postgres://user:secret@ho st/database" },
])("refuses %j", (bad) => {
  expect(() => parseSettings(bad)).toThrow(Object.keys(bad)[0]);
});
