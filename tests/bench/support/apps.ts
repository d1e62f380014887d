import { spawn } from "node:child_process";
import { once } from "node:events";
import { buildIfNeeded } from "@/lib/cli/build";
import { FADER_PROVIDER } from "../http/targets";
import { startNext, type Server } from "./processes";

const FADER_FOLDER = ".next-test";
const FLOOR = "tests/bench/floor";

/** Builds Fader unless it is built as it stands. */
export async function buildFader(say: (text: string) => void): Promise<void> {
  if ((await buildIfNeeded(FADER_FOLDER, say)) !== 0) throw new Error("Fader does not build");
}

/** Builds the floor: an empty Next app with one page and one route that passes a stream through. */
export async function buildFloor(say: (text: string) => void): Promise<void> {
  say("Building the floor ...");
  const child = spawn(process.execPath, ["node_modules/next/dist/bin/next", "build", FLOOR], {
    stdio: ["ignore", "ignore", "inherit"],
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
  });
  const [code] = (await once(child, "exit")) as [number | null];
  if (code !== 0) throw new Error("The floor does not build");
}

export function startFloor(completions: string): Promise<Server> {
  return startNext(FLOOR, { BENCH_UPSTREAM: completions });
}

/** A built Fader with one server of its operator's behind it, named `FADER_PROVIDER`. */
export function startFader(baseUrl: string): Promise<Server> {
  const servers = [{ id: FADER_PROVIDER, label: "Bench", dialect: "chat", baseUrl }];
  const environment = { FADER_BUILD_FOLDER: FADER_FOLDER, FADER_SERVERS: JSON.stringify(servers) };
  return startNext(".", environment, "/api/health");
}
