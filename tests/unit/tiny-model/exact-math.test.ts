import { describe, expect, it } from "vitest";
import { exactCosSin, exactExp, exactLog } from "@/lib/tiny-model/exact-math";

/** Largest relative difference of two functions over many points. */
function worst(points: number[], own: (x: number) => number, platform: (x: number) => number): number {
  return Math.max(...points.map((x) => Math.abs(own(x) / platform(x) - 1)));
}

const spread = (from: number, to: number) =>
  Array.from({ length: 2000 }, (_, i) => from + ((to - from) * (i + 0.37)) / 2000);

describe("exact functions", () => {
  it("agree with the platform's to 1e-14", () => {
    expect(worst(spread(-700, 700), exactExp, Math.exp)).toBeLessThan(1e-14);
    expect(worst(spread(-2, 2), exactExp, Math.exp)).toBeLessThan(1e-14);
    expect(worst(spread(1e-9, 1e6), exactLog, Math.log)).toBeLessThan(1e-14);
    const angles = spread(0, 300);
    const miss = angles.map((angle) => {
      const { cos, sin } = exactCosSin(angle);
      return Math.max(Math.abs(cos - Math.cos(angle)), Math.abs(sin - Math.sin(angle)));
    });
    expect(Math.max(...miss)).toBeLessThan(1e-13);
  });

  it("keep to the edges", () => {
    expect([exactExp(0), exactExp(-Infinity), exactExp(-800), exactExp(Infinity), exactExp(NaN)]).toEqual([
      1,
      0,
      0,
      Infinity,
      NaN,
    ]);
    expect([exactLog(1), exactLog(0), exactLog(-1), exactLog(Infinity), exactLog(NaN)]).toEqual([
      0,
      -Infinity,
      NaN,
      Infinity,
      NaN,
    ]);
    expect(exactExp(-744)).toBeCloseTo(Math.exp(-744), 320);
  });

  it("are the same bits everywhere: these were written down once", () => {
    expect(exactExp(1)).toBe(2.7182818284590455);
    expect(exactLog(10)).toBe(2.3025850929940455);
    expect(exactCosSin(1)).toEqual({ cos: 0.5403023058681397, sin: 0.8414709848078965 });
  });
});
