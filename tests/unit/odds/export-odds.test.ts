import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exportedTokens, oddsToCsv, oddsToJson, type ExportedToken } from "@/lib/odds/export-odds";
import type { AnswerToken } from "@/lib/odds/odds";
import { answerOf, token } from "./support";

const HEADER = "index,token,bytes_hex,logprob,probability,shaped_probability,kept,alternatives";

/** The cells of a table after RFC 4180; a reader of its own, so that the writer is not asked about itself. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  const cell = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  while (cell.lastIndex < text.length) {
    const at = cell.lastIndex;
    const found = cell.exec(text);
    if (!found) throw new Error(`no cell at ${at}`);
    row.push(found[1]?.replaceAll('""', '"') ?? found[2] ?? "");
    if (found[3] === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

const bytesOf = (hex: string) => (hex.match(/../g) ?? []).map((two) => Number.parseInt(two, 16));
const numberOf = (cell: string) => (cell === "" ? undefined : Number(cell));

const anyToken = fc
  .record({
    bytes: fc.oneof(
      fc.string({ unit: "grapheme" }).map((text) => [...new TextEncoder().encode(text)]),
      fc.constantFrom([0x3d], [0x2c, 0x22, 0x0d, 0x0a], [0xe4, 0xbd], [0x20], []),
    ),
    own: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
    shaped: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
    kept: fc.option(fc.nat(1024), { nil: undefined }),
  })
  .map(({ bytes, ...odds }): AnswerToken => token(bytes, odds));

describe("an answer's odds as CSV", () => {
  it("come back from it, whatever the tokens", () => {
    fc.assert(
      fc.property(fc.array(anyToken), fc.array(anyToken, { maxLength: 3 }), (tokens, rows) => {
        const [header, ...read] = readCsv(oddsToCsv(answerOf(tokens, rows)));
        expect(header?.join(",")).toBe(HEADER);
        expect(read).toHaveLength(tokens.length);
        for (const [index, { bytes, own, shaped, kept }] of tokens.entries()) {
          const [at, , hex, logprob, probability, shapedCell, keptCell, alternatives] = read[
            index
          ] as string[];
          expect([Number(at), bytesOf(hex as string)]).toEqual([index, bytes]);
          expect([probability, shapedCell, keptCell].map((cell) => numberOf(cell as string))).toEqual([
            own,
            shaped,
            kept,
          ]);
          expect(numberOf(logprob as string)).toBe(own ? Math.log(own) : undefined);
          const listed = JSON.parse(alternatives as string) as { bytes_hex: string; probability?: number }[];
          expect(listed.map((each) => [bytesOf(each.bytes_hex), each.probability])).toEqual(
            rows.map((each) => [each.bytes, each.own]),
          );
        }
      }),
    );
  });

  it("hold a token as it is, unless a spreadsheet would run it", () => {
    const cells = (texts: string[]) =>
      readCsv(oddsToCsv(answerOf(texts.map((text) => token(text)))))
        .slice(1)
        .map((row) => row[1]);
    const plain = [" silver", 'a "b", c', "\r\n".slice(1), "'", "a=b", "你", ""];
    expect(cells(plain)).toEqual(plain);
    expect(cells(["=1+1", "+", "-3", "@x", "\t=1", "\r"])).toEqual([
      "'=1+1",
      "'+",
      "'-3",
      "'@x",
      "'\t=1",
      "'\r",
    ]);
  });

  it("end every line with CR LF, and are a header alone without tokens", () => {
    expect(oddsToCsv(answerOf([]))).toBe(`${HEADER}\r\n`);
    const csv = oddsToCsv(
      answerOf([token("é", { own: 0.5, shaped: 1, kept: 1 })], [token("e", { own: 0.5 })]),
    );
    expect(csv.split("\r\n")[1]).toBe(
      `0,"é","c3a9",${Math.log(0.5)},0.5,1,1,"[{""token"":""e"",""bytes_hex"":""65"",""logprob"":${Math.log(0.5)},""probability"":0.5}]"`,
    );
  });
});

describe("an answer's odds as JSON", () => {
  it("come back from it, whatever the tokens", () => {
    fc.assert(
      fc.property(fc.array(anyToken), fc.array(anyToken, { maxLength: 3 }), (tokens, rows) => {
        const odds = answerOf(tokens, rows);
        const read = JSON.parse(oddsToJson(odds)) as ExportedToken[];
        expect(read).toEqual(exportedTokens(odds));
        expect(read.map(({ bytes_hex }) => bytesOf(bytes_hex))).toEqual(tokens.map(({ bytes }) => bytes));
        expect(read.map((each) => each.probability)).toEqual(tokens.map(({ own }) => own));
      }),
    );
  });

  it("leave out what is not known, and the logarithm of nothing", () => {
    expect(JSON.parse(oddsToJson(answerOf([token("a"), token("=", { own: 0 })])))).toEqual([
      { index: 0, token: "a", bytes_hex: "61", alternatives: [] },
      { index: 1, token: "=", bytes_hex: "3d", probability: 0, alternatives: [] },
    ]);
  });

  it("list the twenty likeliest alternatives of a place", () => {
    const rows = Array.from({ length: 30 }, (_, index) => token(`${index}`));
    const [record] = exportedTokens(answerOf([token("a")], rows));
    expect(record?.alternatives.map((each) => each.token)).toEqual(rows.slice(0, 20).map(({ text }) => text));
  });

  it("are a line to each token", () => {
    expect(oddsToJson(answerOf([token("a"), token("\n")])).split("\n")).toHaveLength(5);
    expect(oddsToJson(answerOf([]))).toBe("[]\n");
  });
});
