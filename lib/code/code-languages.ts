import type { CodeRequest } from "./code-request";
import { writeCurl } from "./write-curl";
import { writeJavascript } from "./write-javascript";
import { writePython } from "./write-python";

/** A language that a request can be written in; `file` is what a download is called, `install` what has to be there. */
export type CodeLanguage = {
  label: string;
  file: string;
  install?: string;
  /** Whether it cannot send half a character, which others send as an escape. */
  refusesHalves?: boolean;
  write: (request: CodeRequest) => string;
};

/** In the order of the tabs. Labels are proper names, the same in every language. */
export const CODE_LANGUAGES = {
  curl: { label: "curl", file: "request.sh", write: writeCurl },
  python: {
    label: "Python",
    file: "request.py",
    install: "pip install openai",
    refusesHalves: true,
    write: writePython,
  },
  javascript: {
    label: "JavaScript",
    file: "request.mjs",
    install: "npm install openai",
    write: writeJavascript,
  },
} as const satisfies Record<string, CodeLanguage>;

export const PROMPTFOO = {
  label: "promptfoo",
  file: "promptfooconfig.yaml",
  run: "npx promptfoo@latest eval",
} as const;
