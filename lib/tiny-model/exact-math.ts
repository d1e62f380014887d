/**
 * Functions made of + - * / and rounding alone, so that every engine gives the same bits: `Math.exp`, `Math.log` and
 * `Math.cos` may differ between browsers, and then the same seed would not give the same tokens. Accurate to about
 * 1e-15 relative, far below what a float32 model can tell.
 */

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const LOG2_E = 1.4426950408889634;

/** 2^k for whole k in the range of a double, by squaring: exact. */
function powerOfTwo(exponent: number): number {
  let result = 1;
  let base = exponent < 0 ? 0.5 : 2;
  for (let left = Math.abs(exponent); left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= base;
    base *= base;
  }
  return result;
}

/** Powers of two from 2^-1100 to 2^1023, so that `exactExp` needs one look-up. */
const POWERS = Float64Array.from({ length: 2124 }, (_, index) => powerOfTwo(index - 1100));

/** e^x. Below -745 it is 0; above 709.7 it is Infinity. */
export function exactExp(x: number): number {
  if (x !== x) return NaN;
  if (x < -745.13) return 0;
  if (x > 709.78) return Infinity;
  const whole = Math.floor(x * LOG2_E + 0.5);
  const r = x - whole * LN2_HIGH - whole * LN2_LOW;
  // Taylor series by Horner's rule; |r| <= 0.347, so the term left out is below 1e-17.
  let sum = 1 + r / 13;
  for (let n = 12; n >= 1; n -= 1) sum = 1 + (r / n) * sum;
  return sum * (POWERS[whole + 1100] as number);
}

/** Natural logarithm; -Infinity at 0, NaN below. */
export function exactLog(x: number): number {
  if (x === 0) return -Infinity;
  if (!(x > 0)) return NaN;
  if (x === Infinity) return Infinity;
  let exponent = 0;
  let m = x;
  while (m > 1.4142135623730951) {
    m /= 2;
    exponent += 1;
  }
  while (m < 0.7071067811865476) {
    m *= 2;
    exponent -= 1;
  }
  // log m = 2 artanh(s) with s = (m - 1) / (m + 1), |s| < 0.172.
  const s = (m - 1) / (m + 1);
  const square = s * s;
  let sum = 1 / 23;
  for (let n = 21; n >= 1; n -= 2) sum = 1 / n + square * sum;
  return 2 * s * sum + exponent * LN2_HIGH + exponent * LN2_LOW;
}

const HALF_PI = 1.5707963267948966;

/** Cosine and sine of an angle in radians, 0 to a few thousand. */
export function exactCosSin(angle: number): { cos: number; sin: number } {
  const quarter = Math.floor(angle / HALF_PI + 0.5);
  const r = angle - quarter * HALF_PI;
  const square = r * r;
  let cos = 1;
  let sin = 1;
  for (let n = 20; n >= 2; n -= 2) {
    cos = 1 - (square / (n * (n - 1))) * cos;
    sin = 1 - (square / (n * (n + 1))) * sin;
  }
  sin *= r;
  switch (((quarter % 4) + 4) % 4) {
    case 0:
      return { cos, sin };
    case 1:
      return { cos: -sin, sin: cos };
    case 2:
      return { cos: -cos, sin: -sin };
    default:
      return { cos: sin, sin: -cos };
  }
}
