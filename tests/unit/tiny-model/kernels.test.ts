import { describe, expect, it } from "vitest";
import { compileKernels } from "@/lib/cli/model-kernels";
import { transpose, type Kernels } from "@/lib/tiny-model/kernels/kernels";
import { PlainKernels } from "@/lib/tiny-model/kernels/plain-kernels";
import { WASM_BASE64 } from "@/lib/tiny-model/kernels/wasm-bytes";
import { WasmKernels } from "@/lib/tiny-model/kernels/wasm-kernels";
import { Random } from "@/lib/tiny-model/random";

/** The product of two random matrices, added to a third or not. */
function product(
  kernels: Kernels,
  [n, k, m]: readonly [number, number, number],
  accumulate: boolean,
): Float32Array {
  const [a, b, c] = [n * k, k * m, n * m].map((length) => kernels.allocate(length).at) as [
    number,
    number,
    number,
  ];
  const random = new Random(n * 10_000 + k * 100 + m);
  const memory = kernels.memory();
  for (const [at, length] of [
    [a, n * k],
    [b, k * m],
    [c, n * m],
  ] as const) {
    // Sizes far apart, so that another order of summing would round otherwise.
    for (let i = at; i < at + length; i += 1) memory[i] = (random.next() - 0.5) * 10 ** (4 * random.next());
  }
  kernels.matmul(c, a, b, n, k, m, accumulate);
  return kernels.memory().slice(c, c + n * m);
}

const SIZES = [
  [1, 128, 384],
  [4, 32, 8],
  [5, 7, 9],
  [3, 1, 1],
  [9, 33, 31],
  [32, 128, 512],
  [6, 17, 4],
  [1, 3, 1024],
] as const;

describe("WebAssembly kernels", () => {
  for (const size of SIZES) {
    for (const accumulate of [false, true]) {
      it(`equal the plain ones bit for bit at ${size.join(" x ")}${accumulate ? ", adding up" : ""}`, () => {
        const plain = product(new PlainKernels(), size, accumulate);
        const wasm = product(new WasmKernels(), size, accumulate);
        expect(new Uint32Array(wasm.buffer)).toEqual(new Uint32Array(plain.buffer));
        expect(plain.some((value) => value !== 0)).toBe(true);
      });
    }
  }

  it("are compiled from the source that is there", async () => {
    expect(Buffer.from(await compileKernels()).toString("base64")).toBe(WASM_BASE64);
  });
});

describe.each([
  ["plain", PlainKernels],
  ["WebAssembly", WasmKernels],
] as const)("memory of %s kernels", (_, Made) => {
  it("is zero, apart from other blocks, and keeps what it holds while it grows", () => {
    const kernels = new Made();
    const first = kernels.allocate(10);
    kernels.memory().fill(7, first.at, first.at + first.length);
    const second = kernels.allocate(3_000_000);
    expect(second.at).toBeGreaterThanOrEqual(first.at + first.length);
    expect(
      kernels
        .memory()
        .subarray(first.at, first.at + 10)
        .every((value) => value === 7),
    ).toBe(true);
    expect(kernels.memory()[second.at + second.length - 1]).toBe(0);
  });

  it("multiplies as on paper", () => {
    const kernels = new Made();
    const [a, b, c] = [6, 6, 4].map((length) => kernels.allocate(length).at) as [number, number, number];
    kernels.memory().set([1, 2, 3, 4, 5, 6], a);
    kernels.memory().set([7, 8, 9, 10, 11, 12], b);
    kernels.matmul(c, a, b, 2, 3, 2);
    expect([...kernels.memory().subarray(c, c + 4)]).toEqual([58, 64, 139, 154]);
    kernels.matmul(c, a, b, 2, 3, 2, true);
    expect([...kernels.memory().subarray(c, c + 4)]).toEqual([116, 128, 278, 308]);
  });
});

it("transposes", () => {
  const memory = Float32Array.of(1, 2, 3, 4, 5, 6, 0, 0, 0, 0, 0, 0);
  transpose(memory, 6, 0, 2, 3);
  expect([...memory.subarray(6)]).toEqual([1, 4, 2, 5, 3, 6]);
});
