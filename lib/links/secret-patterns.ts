/** What a text may hold that its writer would hardly want to share; `lib/messages` has `share.secrets.<kind>` for each. */
export type SecretKind = "key" | "token" | "password" | "random" | "email" | "address";

export type SecretPattern = {
  kind: SecretKind;
  /** With the flags g and d: what is meant is its first group, or all of it. */
  pattern: RegExp;
  /** Whether what was found is meant after all. */
  isMeant?: (found: string) => boolean;
};

/**
 * From the surest to the vaguest: what one has found, the next does not find again. Every pattern begins where a word
 * begins and is bounded, so that a text of any length is read in one go.
 */
export const SECRET_PATTERNS: readonly SecretPattern[] = [
  { kind: "key", pattern: /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/dg },
  // OpenAI and those who write keys as it does, Hugging Face, GitHub, GitLab, npm, Slack, Stripe, AWS, Google.
  { kind: "key", pattern: /(?<![\w-])(?:sk|rk|pk)[-_][\w-]{16,300}/dg, isMeant: isMixed },
  { kind: "key", pattern: /(?<![\w-])(?:hf|gh[pousr]|npm)_[A-Za-z0-9]{20,300}/dg },
  {
    kind: "key",
    pattern: /(?<![\w-])(?:github_pat_|glpat-|xox[abeoprs]-|gsk_|xai-|r8_)[\w-]{16,300}/dg,
    isMeant: isMixed,
  },
  { kind: "key", pattern: /(?<![\w-])(?:AKIA|ASIA)[A-Z0-9]{16}(?!\w)/dg },
  { kind: "key", pattern: /(?<![\w-])AIza[\w-]{35}(?!\w)/dg },
  // JSON web tokens, then whatever stands behind "Bearer".
  { kind: "token", pattern: /(?<![\w-])eyJ[\w-]{8,2000}\.eyJ[\w-]{4,4000}\.[\w-]{0,2000}/dg },
  { kind: "token", pattern: /(?<!\w)bearer +([\w.~+/-]{16,2000}=*)/dgi, isMeant: isMixed },
  {
    kind: "password",
    pattern:
      /(?<![a-z])(?:api[_-]?key|secret|token|password|passwort|passwd|pwd|密码|口令)["']? {0,3}[:=：] {0,3}["']?([^\s"'<>，。]{8,200})/dgi,
    isMeant: (found) => isMixed(found) && !/^[$<{[]/.test(found),
  },
  // Private networks (RFC 1918, IPv6's own), and names that only such networks know.
  {
    kind: "address",
    pattern:
      /(?<![\w.-])(?:10\.\d{1,3}|192\.168|172\.(?:1[6-9]|2\d|3[01]))\.\d{1,3}\.\d{1,3}(?![\w-]|\.\d)/dg,
    isMeant: (found) => found.split(".").every((part) => Number(part) <= 255),
  },
  { kind: "address", pattern: /(?<![\w:])f[cd][\da-f]{2}:(?:[\da-f]{0,4}:){1,6}[\da-f]{1,4}(?![\w:])/dgi },
  {
    kind: "address",
    pattern:
      /(?:\/\/|@)((?:[a-z\d-]{1,63}\.){1,8}(?:local|lan|internal|intranet|corp|localdomain|home\.arpa))(?![\w.-])/dgi,
  },
  {
    kind: "address",
    pattern: /https?:\/\/([a-z][a-z\d-]{1,62})(?=[:/\s]|$)/dgi,
    isMeant: (found) => found.toLowerCase() !== "localhost",
  },
  {
    kind: "email",
    pattern: /(?<![\w.+-])[\w.+-]{1,64}@(?:[a-z\d-]{1,63}\.){1,8}[a-z]{2,24}(?![\w-])/dgi,
    isMeant: isRealEmail,
  },
  { kind: "random", pattern: /(?<![A-Za-z\d])[A-Za-z\d]{20,4000}/dg, isMeant: isRandom },
];

/** A secret that somebody's machine made has digits, or large and small letters at once; a word has neither. */
function isMixed(text: string): boolean {
  return /\d/.test(text) || (/[a-z]/.test(text) && /[A-Z]/.test(text.slice(1)));
}

/** Names that stand in for others, and such as a program has. */
function isRealEmail(found: string): boolean {
  const [name = "", host = ""] = found.toLowerCase().split("@");
  return (
    !/(?:^|\.)(?:example(?:\.(?:com|org|net))?|invalid|test|localhost)$/.test(host) &&
    name !== "git" &&
    name !== "noreply"
  );
}

/** How often the kind of letter changes, for each pair of neighbours: drawn letters, 0.6; a name of several words, 0.4. */
const LEAST_CHANGES = 0.5;
const HEX_DIGITS = 32;

/** Letters that look drawn, not written: hexadecimal of a key's length, or all kinds of letters well mixed. */
function isRandom(text: string): boolean {
  if (/^(?:[\da-f]+|[\dA-F]+)$/.test(text))
    return text.length >= HEX_DIGITS && /\d/.test(text) && /[a-f]/i.test(text);
  if (!/\d/.test(text) || !/[a-z]/.test(text) || !/[A-Z]/.test(text)) return false;
  const kinds = [...text].map((letter) => (/\d/.test(letter) ? 0 : /[a-z]/.test(letter) ? 1 : 2));
  const changes = kinds.filter((kind, at) => at > 0 && kind !== kinds[at - 1]).length;
  return changes / (text.length - 1) >= LEAST_CHANGES;
}
