import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./project";

/**
 * Reads `.env.local`, then `.env`, as Next does for the server, so that PORT and FADER_HOST may stand there too. What the
 * environment holds already wins.
 */
export function loadEnvFiles(): void {
  for (const name of [".env.local", ".env"]) {
    const path = join(ROOT, name);
    if (existsSync(path)) process.loadEnvFile(path);
  }
}
