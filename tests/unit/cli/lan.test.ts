import type { NetworkInterfaceInfo } from "node:os";
import { stripVTControlCharacters } from "node:util";
import { expect, test } from "vitest";
import { lanNews, readLan } from "@/lib/cli/lan";
import { lanAddresses } from "@/lib/cli/lan-addresses";
import { readStartArguments } from "@/lib/cli/start-arguments";
import { terminalQr } from "@/lib/cli/terminal-qr";
import { parseSettings } from "@/lib/server/env";
import { readQr } from "../../support/read-qr";

function at(address: string, internal = false): NetworkInterfaceInfo {
  return { address, internal, family: address.includes(":") ? "IPv6" : "IPv4" } as NetworkInterfaceInfo;
}

const LAPTOP = {
  lo: [at("127.0.0.1", true), at("::1", true)],
  docker0: [at("172.17.0.1"), at("fe80::42:1")],
  wlan0: [at("fe80::1234"), at("2001:db8::5"), at("192.168.1.20")],
  eth1: [at("169.254.7.8")],
};

test("addresses that others can type: IPv4 first, virtual ones last, none of this link or this machine alone", () => {
  expect(lanAddresses(LAPTOP)).toEqual(["192.168.1.20", "2001:db8::5", "172.17.0.1"]);
});

test("the server is told to listen everywhere and to answer to each address, beside the origins it had", () => {
  const lan = readLan({ FADER_PUBLIC_ORIGINS: "https://fader.school.example" }, LAPTOP);
  expect(lan.host).toBe("::");
  const { FADER_HOST, FADER_PUBLIC_ORIGINS } = parseSettings(lan.settingsAt(3001));
  expect(FADER_HOST).toBe("::");
  expect(FADER_PUBLIC_ORIGINS).toEqual(["https://fader.school.example", ...lan.originsAt(3001)]);
  expect(lan.originsAt(3001)).toEqual([
    "http://192.168.1.20:3001",
    "http://[2001:db8::5]:3001",
    "http://172.17.0.1:3001",
  ]);
  // As browsers write it: without the usual port.
  expect(lan.originsAt(80)[0]).toBe("http://192.168.1.20");
  expect(readLan({}, { wlan0: [at("10.0.0.7")] }).host).toBe("0.0.0.0");
});

test("an address of FADER_HOST's own, or no network, is said and not overruled", () => {
  expect(() => readLan({ FADER_HOST: "192.168.1.20" }, LAPTOP)).toThrow(/FADER_HOST.*192\.168\.1\.20/);
  expect(readLan({ FADER_HOST: "127.0.0.1" }, LAPTOP).host).toBe("::");
  expect(() => readLan({}, { lo: LAPTOP.lo })).toThrow(/no address in a network/);
});

test("only --lan is an argument; a slip is said", () => {
  expect(readStartArguments([])).toEqual({ lan: false });
  expect(readStartArguments(["--lan"])).toEqual({ lan: true });
  expect(readStartArguments(["--help"])).toHaveProperty("help");
  for (const slip of ["--lna", "lan", "--lan=yes", "--port", ""])
    expect(readStartArguments(["--lan", slip])).toMatchObject({
      problem: expect.stringContaining(`"${slip}"`),
    });
});

test.each([true, false])("a reader finds the address in the terminal's QR code, colour %s", (colour) => {
  const url = "http://192.168.1.20:3001";
  const lines = stripVTControlCharacters(terminalQr(url, colour)).split("\n");
  // A full block is ink: black on the white that colour brings, and light on a dark terminal without.
  const ink = lines.flatMap((line) => [
    [...line].map((character) => "█▀".includes(character)),
    [...line].map((character) => "█▄".includes(character)),
  ]);
  expect(readQr(ink.map((row) => row.map((isInk) => isInk === colour)))).toBe(url);
});

test("says every address, and who may do what there", () => {
  const origins = ["http://192.168.1.20:3001", "http://172.17.0.1:3001"];
  const plain = lanNews(origins, {}, false);
  for (const origin of origins) expect(plain).toContain(origin);
  expect(plain).toContain("keys and servers stay closed");
  expect(lanNews(origins, { FADER_PASSWORD: "correct horse" }, false)).toMatch(/asked for the password/);
  expect(lanNews(origins, { FADER_OPEN: "I-accept-the-bill" }, false)).toMatch(/use this server’s keys/);
});
