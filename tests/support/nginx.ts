import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { freePort } from "@/lib/cli/choose-port";

/** Debian keeps nginx where only root's PATH looks. */
const FOLDERS = [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/usr/local/sbin"];

/** The nginx of this machine; undefined when it has none. */
export function findNginx(): string | undefined {
  return FOLDERS.map((folder) => join(folder, "nginx")).find((path) => existsSync(path));
}

/** Why a test that needs nginx is skipped, for its title; empty when nginx is there. */
export const NGINX_MISSING = findNginx() ? "" : " (skipped: no nginx on this machine)";

export type Nginx = { origin: string; stop: () => Promise<void> };

/** Proxies as a plain installation does: `proxy_buffering` stands at its default, on, and gzip takes event streams too. */
function configuration(folder: string, port: number, targetPort: number): string {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((name) => `${name}_temp_path ${folder}/${name};`)
    .join(" ");
  // Without a master there is no worker that could outlive a test.
  return `daemon off; master_process off; pid ${folder}/pid; error_log stderr warn;
events { worker_connections 1024; }
http {
  access_log off; ${temporary}
  gzip on; gzip_types text/event-stream application/json;
  server {
    listen 127.0.0.1:${port};
    location / { proxy_pass http://127.0.0.1:${targetPort}; proxy_http_version 1.1; }
  }
}`;
}

/** Starts a real nginx before the server at `targetPort`. */
export async function startNginx(targetPort: number): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), "fader-nginx-"));
  const port = await freePort();
  writeFileSync(join(folder, "nginx.conf"), configuration(folder, port, targetPort));
  const child = spawn(findNginx() ?? "nginx", [
    "-p",
    folder,
    "-c",
    join(folder, "nginx.conf"),
    "-e",
    "stderr",
  ]);
  let output = "";
  child.stderr.on("data", (chunk: Buffer) => (output += chunk.toString()));
  const exited = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const stop = async () => {
    child.kill("SIGTERM");
    await exited;
    rmSync(folder, { recursive: true, force: true });
  };
  const origin = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100 && child.exitCode === null; tries += 1) {
    const health = await fetch(`${origin}/api/health`).catch(() => undefined);
    if (health?.ok) return { origin, stop };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await stop();
  throw new Error(`nginx did not become ready:\n${output}`);
}
