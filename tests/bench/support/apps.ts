import { spawn } from "node:child_process";
import { once } from "node:events";
import { buildIfNeeded } from "@/lib/cli/build";
import { NEXT, SERVER } from "@/lib/cli/project";
import { FADER_PROVIDER } from "../http/targets";
import { startApp, type Server } from "./processes";

const FADER_FOLDER = ".next-test";
const FLOOR = "tests/bench/floor";

/** Builds Fader unless it is built as it stands. */
export async function buildFader(say: (text: string) => void): Promise<void> {
  if ((await buildIfNeeded(FADER_FOLDER, say)) !== 0) throw new Error("Fader does not build");
}

/** Builds the floor: an empty Next app with one page and one route that passes a stream through. */
export async function buildFloor(say: (text: string) => void): Promise<void> {
  say("Building the floor ...");
  const child = spawn(process.execPath, [NEXT, "build", FLOOR], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error("The floor does not build");
}

/** The floor as others have it: `next start`. */
export function startFloor(completions: string): Promise<Server> {
  // Like Fader, it ends at once when asked.
  return startApp([NEXT, "start", FLOOR], { BENCH_UPSTREAM: completions, NEXT_MANUAL_SIG_HANDLE: "true" });
}

/** A built Fader as users run it, with one server of its operator's behind it, named `FADER_PROVIDER`. */
export function startFader(baseUrl: string): Promise<Server> {
  const servers = [{ id: FADER_PROVIDER, label: "Bench", dialect: "chat", baseUrl }];
  const environment = { FADER_BUILD_FOLDER: FADER_FOLDER, FADER_SERVERS: JSON.stringify(servers) };
  return startApp([SERVER], environment, "/api/health");
}
