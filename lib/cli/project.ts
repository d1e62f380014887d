import { fileURLToPath } from "node:url";

/** The project's folder, wherever a command was called from. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Next's own command, run by this Node: signals reach it, and no shell stands between. */
export const NEXT = `${ROOT}node_modules/next/dist/bin/next`;

/** The server of a build, in place of `next start`: what a browser can take packed comes packed. */
export const SERVER = `${ROOT}lib/cli/serve.js`;

/** The environment for Next's commands and the server: production, silent, building into or serving from `folder`. */
export function nextEnvironment(folder: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    FADER_BUILD_FOLDER: folder,
  };
}
