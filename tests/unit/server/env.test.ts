import { expect, test } from "vitest";
import { parseSettings, SettingsError } from "@/lib/server/env";

test("has a default for everything, and an empty variable is unset", () => {
  const defaults = { FADER_HOST: "127.0.0.1", PORT: 3000, FADER_PUBLIC_ORIGINS: [] };
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
  expect(settings).toEqual({
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
