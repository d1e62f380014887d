import { vi } from "vitest";
import type { Store } from "./engines";

/** What a process has once (lib/server/shared.ts). */
const shared = globalThis as Record<symbol, unknown>;

/** Makes this process forget its settings, its database and its counts, and store in `store` from now on. */
export async function storeIn(store: Store, settings: Record<string, string> = {}): Promise<void> {
  await forget();
  vi.unstubAllEnvs();
  for (const [name, value] of Object.entries({ ...store.environment, ...settings })) vi.stubEnv(name, value);
  vi.resetModules();
}

/** Closes what is open, as a restart would. */
export async function forget(): Promise<void> {
  const { closeDatabase } = await import("@/lib/server/db/database");
  await closeDatabase();
  delete shared[Symbol.for("fader.database")];
  forgetCounts();
}

/** Makes it forget how often somebody made links. */
export function forgetCounts(): void {
  delete shared[Symbol.for("fader.link-limiter")];
}
