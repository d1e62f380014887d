/**
 * Seeded random numbers, the same everywhere: xoshiro128** (Blackman and Vigna, "Scrambled linear pseudorandom number
 * generators", 2018) on 32-bit integers, its state filled from the seed by splitmix32.
 */
export class Random {
  private a: number;
  private b: number;
  private c: number;
  private d: number;

  /** `seed`: a whole number from 0 to 4294967295. */
  constructor(seed: number) {
    let state = seed >>> 0;
    const next = () => {
      state = (state + 0x9e3779b9) >>> 0;
      let mixed = state;
      mixed = Math.imul(mixed ^ (mixed >>> 16), 0x21f0aaad);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
      return (mixed ^ (mixed >>> 15)) >>> 0;
    };
    this.a = next();
    this.b = next();
    this.c = next();
    this.d = next() | 1;
  }

  /** A uniform number in [0, 1) with 32 random bits. */
  next(): number {
    return this.bits() / 4_294_967_296;
  }

  /** A whole number from 0 to n - 1. */
  integer(n: number): number {
    return Math.floor(this.next() * n);
  }

  /** One of the list, each alike. Throws on an empty list. */
  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new Error("nothing to pick from");
    return list[this.integer(list.length)] as T;
  }

  private bits(): number {
    const mixed = Math.imul(this.b, 5);
    const result = Math.imul((mixed << 7) | (mixed >>> 25), 9) >>> 0;
    const shifted = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= shifted;
    this.d = (this.d << 11) | (this.d >>> 21);
    return result;
  }
}
