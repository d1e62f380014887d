import "server-only";
import { en } from "@/lib/messages/en";
import { mayUseServerKeys } from "./access/access";
import { endWell } from "./drain";
import { readSettings, SettingsError } from "./env";
import { growSlowly } from "./grow-slowly";
import { listUpstreams } from "./providers";

/** What must be right before the first request: settings that can be read, and an access rule where one is needed. */
export function startWell(): void {
  try {
    readSettings();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    say(error.message);
    process.exit(1);
  }
  const { OPENAI_API_KEY, HF_TOKEN, FADER_SERVERS } = readSettings();
  const hasServers = FADER_SERVERS.length > 0 || OPENAI_API_KEY !== undefined || HF_TOKEN !== undefined;
  if (hasServers && !mayUseServerKeys()) {
    const closed = listUpstreams().filter(
      ({ key, keyHeader }) => key !== undefined || keyHeader === undefined,
    );
    say(closed.map(({ label }) => en.errors.no_access_rule.replace("{provider}", label)).join("\n"));
  }
  growSlowly();
  endWell();
}

/** To the operator; `npm start` passes on lines that begin so. */
function say(text: string): void {
  for (const line of text.split("\n")) process.stderr.write(`fader: ${line}\n`);
}
