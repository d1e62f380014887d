import fc from "fast-check";

/** Texts in which quoting goes wrong, if anywhere. */
export const AWKWARD: readonly string[] = [
  `It's "quoted" with 'both'`,
  "Line 1\nLine 2\r\n\tTabbed\n",
  "Family \u{1F469}\u200D\u{1F469}\u200D\u{1F467}, 月亮出来了, e\u0301",
  "$HOME ${HOME} $(id) $'x' $1 !! %PATH% %s %% ^caret^",
  "`id` ```js\ncode\n```",
  "</script><script>alert(1)</script> <!-- ]]>",
  `'"'"' '\\'' \\' \\" "'"'"`,
  "back\\slash \\n \\\\ \\u0041 \\x41 C:\\dir\\",
  "{{name}} {% raw %} {# no #} {{{ }}} %}",
  "\u0001\u0007\b\f\u001b[31mred\u001b[0m\u007f\u0085",
  "\u2028line\u2029paragraph\u202Eright to left\u202C\uFEFF\u00a0",
  "JSON\nEOF\n'EOF'\n---\n...\n# no comment\n- item: x\n  key: value",
  " leading and trailing ",
  "~ * ? [a-z] < > | & ; ( ) # !",
  '"""triple""" \'\'\'triple\'\'\' f"{x}" %d {0}',
  "@file @- -d --data",
  "",
];

/** Halves of surrogate pairs: no characters, but JavaScript's strings may hold them. */
export const HALVES: readonly string[] = ["\ud83d", "a\udc69b", "\udc69\ud83d"];

const pieces = fc.constantFrom(
  ..."'\"\\`$!%^&*(){}[]<>|;:#@~=+-_,./? \n\r\t".split(""),
  "'\"'\"'",
  "\\'",
  "\\\\",
  "${",
  "{{",
  "\u0000",
  "\u001b",
  "\u2028",
  "\u202e",
  "é",
  "月",
  "\u{1F600}",
  "n",
  "u0041",
  "JSON",
);

/** Any text without halves of characters, the awkward signs frequent. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.array(pieces, { maxLength: 20 }).map((each) => each.join("")),
  fc.string({ unit: "binary" }).filter((text) => !/\p{Surrogate}/u.test(text)),
  fc.constantFrom(...AWKWARD),
);
