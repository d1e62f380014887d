import { fork, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { CLEAN_ENVIRONMENT } from "../../support/clean-environment";

/** A server of the bench in a process of its own. */
export type Server = { origin: string; pid: number; stop: () => Promise<void> };

/** Clock ticks per second in /proc, a constant of Linux on every common machine. */
const TICKS = 100;

function toServer(child: ChildProcess, port: number): Server {
  return {
    origin: `http://127.0.0.1:${port}`,
    pid: child.pid ?? 0,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGTERM");
      const late = setTimeout(() => child.kill("SIGKILL"), 5000);
      await gone;
      clearTimeout(late);
    },
  };
}

/** Starts a script of the bench that tells its port. */
export async function startScript(file: string, environment: Record<string, string> = {}): Promise<Server> {
  const child = fork(file, {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, ...environment },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const [{ port }] = (await once(child, "message")) as [{ port: number }];
  return toServer(child, port);
}

/** Starts the server of a built app, told where to listen as `npm start` does, and waits until it answers at `path`. */
export async function startApp(
  command: readonly string[],
  environment: Record<string, string>,
  path = "/",
): Promise<Server> {
  const args = [...command, "-H", "127.0.0.1", "-p", "0", "--keepAliveTimeout", "65000"];
  const child = spawn(process.execPath, args, {
    env: {
      ...process.env,
      ...CLEAN_ENVIRONMENT,
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      ...environment,
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (said += chunk.toString()));
  for (let tries = 0; tries < 300; tries += 1) {
    const [, port] = /http:\/\/127\.0\.0\.1:(\d+)/.exec(said) ?? [];
    const answer = port && (await fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined));
    if (port && answer) return toServer(child, Number(port));
    if (child.exitCode !== null) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill("SIGKILL");
  throw new Error(`${command.join(" ")} did not start:\n${said}`);
}

/** Seconds of CPU a process and its threads have used, to 10 ms. */
export function cpuSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** The most memory a process has held, in MB. */
export function peakMegabytes(pid: number): number {
  const [, kilobytes] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kilobytes) / 1024;
}
