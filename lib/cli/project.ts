import { fileURLToPath } from "node:url";

/** The project's folder, wherever a command was called from. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Next's own command, run by this Node: signals reach it, and no shell stands between. */
export const NEXT = `${ROOT}node_modules/next/dist/bin/next`;

/** The environment for Next's commands: production, silent, building into or serving from `folder`. */
export function nextEnvironment(folder: string): NodeJS.ProcessEnv {
  // The server ends itself on a signal (lib/server/drain.ts); Next would hold a hung stream for ever.
  return {
    ...process.env,
    NEXT_MANUAL_SIG_HANDLE: "true",
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    FADER_BUILD_FOLDER: folder,
  };
}
