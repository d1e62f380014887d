// AssemblyScript, compiled by `npm run model:kernels` into ../wasm-bytes.ts. The twin of ../plain-kernels.ts: each
// element of the product is one accumulator that takes its terms in the order of k, so the two agree bit for bit.

/** c[n, m] = a[n, k] · b[k, m], or += with accumulate. Pointers are byte addresses of row-major float32. */
export function matmul(c: usize, a: usize, b: usize, n: i32, k: i32, m: i32, accumulate: bool): void {
  const wide = m & ~7;
  let i = 0;
  for (; i + 4 <= n; i += 4) {
    for (let j = 0; j < wide; j += 8) fourRows(c, a, b, i, j, k, m, accumulate);
  }
  for (; i < n; i++) {
    for (let j = 0; j < wide; j += 8) oneRow(c, a, b, i, j, k, m, accumulate);
  }
  for (let row = 0; row < n; row++) {
    for (let j = wide; j < m; j++) oneElement(c, a, b, row, j, k, m, accumulate);
  }
}

// @ts-ignore: decorator
@inline
function start(at: usize, accumulate: bool): v128 {
  return accumulate ? v128.load(at) : f32x4.splat(0);
}

function fourRows(c: usize, a: usize, b: usize, i: i32, j: i32, k: i32, m: i32, accumulate: bool): void {
  const stride = (<usize>m) << 2;
  const c0 = c + ((<usize>(i * m + j)) << 2);
  const c1 = c0 + stride;
  const c2 = c1 + stride;
  const c3 = c2 + stride;
  let s00 = start(c0, accumulate);
  let s01 = start(c0 + 16, accumulate);
  let s10 = start(c1, accumulate);
  let s11 = start(c1 + 16, accumulate);
  let s20 = start(c2, accumulate);
  let s21 = start(c2 + 16, accumulate);
  let s30 = start(c3, accumulate);
  let s31 = start(c3 + 16, accumulate);
  const row = (<usize>k) << 2;
  let a0 = a + (<usize>i) * row;
  let a1 = a0 + row;
  let a2 = a1 + row;
  let a3 = a2 + row;
  const end = a0 + row;
  let from = b + ((<usize>j) << 2);
  while (a0 < end) {
    const b0 = v128.load(from);
    const b1 = v128.load(from, 16);
    const x0 = v128.load32_splat(a0);
    s00 = f32x4.add(s00, f32x4.mul(x0, b0));
    s01 = f32x4.add(s01, f32x4.mul(x0, b1));
    const x1 = v128.load32_splat(a1);
    s10 = f32x4.add(s10, f32x4.mul(x1, b0));
    s11 = f32x4.add(s11, f32x4.mul(x1, b1));
    const x2 = v128.load32_splat(a2);
    s20 = f32x4.add(s20, f32x4.mul(x2, b0));
    s21 = f32x4.add(s21, f32x4.mul(x2, b1));
    const x3 = v128.load32_splat(a3);
    s30 = f32x4.add(s30, f32x4.mul(x3, b0));
    s31 = f32x4.add(s31, f32x4.mul(x3, b1));
    a0 += 4;
    a1 += 4;
    a2 += 4;
    a3 += 4;
    from += stride;
  }
  v128.store(c0, s00);
  v128.store(c0, s01, 16);
  v128.store(c1, s10);
  v128.store(c1, s11, 16);
  v128.store(c2, s20);
  v128.store(c2, s21, 16);
  v128.store(c3, s30);
  v128.store(c3, s31, 16);
}

function oneRow(c: usize, a: usize, b: usize, i: i32, j: i32, k: i32, m: i32, accumulate: bool): void {
  const stride = (<usize>m) << 2;
  const to = c + ((<usize>(i * m + j)) << 2);
  let s0 = start(to, accumulate);
  let s1 = start(to + 16, accumulate);
  let at = a + ((<usize>(i * k)) << 2);
  const end = at + ((<usize>k) << 2);
  let from = b + ((<usize>j) << 2);
  while (at < end) {
    const x = v128.load32_splat(at);
    s0 = f32x4.add(s0, f32x4.mul(x, v128.load(from)));
    s1 = f32x4.add(s1, f32x4.mul(x, v128.load(from, 16)));
    at += 4;
    from += stride;
  }
  v128.store(to, s0);
  v128.store(to, s1, 16);
}

function oneElement(c: usize, a: usize, b: usize, i: i32, j: i32, k: i32, m: i32, accumulate: bool): void {
  const to = c + ((<usize>(i * m + j)) << 2);
  let sum: f32 = accumulate ? load<f32>(to) : 0;
  for (let p = 0; p < k; p++) {
    sum += load<f32>(a + ((<usize>(i * k + p)) << 2)) * load<f32>(b + ((<usize>(p * m + j)) << 2));
  }
  store<f32>(to, sum);
}
