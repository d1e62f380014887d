import { fileURLToPath } from "node:url";

/** The project's folder, wherever a command was called from. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Next's own command, run by this Node: signals reach it, and no shell stands between. */
export const NEXT = `${ROOT}node_modules/next/dist/bin/next`;
