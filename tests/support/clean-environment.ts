import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a developer's own settings would change: blank for every test, and a server that ends at once when asked. */
export const CLEAN_ENVIRONMENT: Record<string, string> = {
  FADER_HOST: "",
  FADER_PUBLIC_ORIGINS: "",
  OPENAI_API_KEY: "",
  OPENAI_BASE_URL: "",
  HF_TOKEN: "",
  // Nobody there: Hugging Face shows its list without a key, and no test may ask a server outside this machine for it.
  HF_BASE_URL: "http://127.0.0.1:9/v1",
  FADER_SERVERS: "",
  FADER_PASSWORD: "",
  FADER_OPEN: "",
  FADER_TRUSTED_PROXY_HOPS: "",
  FADER_STOP: "",
  FADER_DRAIN_SECONDS: "0",
  // Made on first use; never the folder in which a desk of this machine keeps its links.
  FADER_DATA: join(tmpdir(), `fader-test-data-${process.pid}`),
  DATABASE_URL: "",
};
