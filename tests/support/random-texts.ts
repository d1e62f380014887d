import fc from "fast-check";

/** Texts as people and programs write them, and as nobody would: any 16-bit units, lone surrogates among them. */
const AWKWARD = [
  "\u0000",
  "\uD800",
  "\uDC00x",
  "\uFEFF",
  "\u2028\u2029",
  "👩‍👩‍👧‍👦🏳️‍🌈",
  "é e\u0301",
  "مرحبا \u202E",
  "汉字",
  "</script><!--",
  '"\\\b\n\r\t',
  "`${x}`",
  "{{name}} \\{{no}}",
  "%00%F0%9F",
  "#e=1.AAAA",
  "__proto__",
];
const anyUnits = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 12 })
  .map((units) => String.fromCharCode(...units));
export const text = fc.oneof(
  fc.constantFrom(...AWKWARD),
  anyUnits,
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.string({ maxLength: 200 }),
);
/** One that is not empty, and short. */
export const someText = text.filter((each) => each.length > 0).map((each) => each.slice(0, 60));
