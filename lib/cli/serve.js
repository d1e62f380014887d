// @ts-check
/**
 * The server of a build: Next, asked for packed files where they lie beside those that a browser asks for (`precompress.ts`).
 * Everything else, each header and each page, is Next's own. Plain JavaScript, because the loader of TypeScript would
 * take its time and memory in the process that has to be small.
 */
import { createServer } from "node:http";
import { parseArgs } from "node:util";
import next from "next";
import { codingFor, listPackedFiles } from "./packed-files.js";

const { values } = parseArgs({
  options: {
    host: { type: "string", short: "H", default: "127.0.0.1" },
    port: { type: "string", short: "p", default: "3000" },
    keepAliveTimeout: { type: "string" },
  },
});
const startedAt = performance.now();
process.title = "fader";

/** @type {(handler: import("node:http").RequestListener) => void} */
let begin = () => {};
/** Whoever comes before it is ready waits. @type {Promise<import("node:http").RequestListener>} */
const handler = new Promise((resolve) => (begin = resolve));

const server = createServer(async (request, response) => {
  try {
    await (
      await handler
    )(request, response);
  } catch (error) {
    console.error(error);
    response.statusCode = 500;
    response.end("Internal Server Error");
  }
});
if (values.keepAliveTimeout) server.keepAliveTimeout = Number(values.keepAliveTimeout);

/** @param {unknown} error @returns {never} */
function fail(error) {
  console.error(error);
  process.exit(1);
}

server.once("error", fail);
server.listen(Number(values.port), values.host, async () => {
  const address = /** @type {import("node:net").AddressInfo} */ (server.address());
  // As `next start` does: port 0 becomes the one that was given.
  process.env.PORT = String(address.port);
  const app = next({ dev: false, hostname: values.host, port: address.port, httpServer: server });
  await app.prepare().catch(fail);
  // After Next has read .env files and next.config.js, which name the folder.
  const packed = listPackedFiles(process.env.FADER_BUILD_FOLDER || ".next");
  const handle = app.getRequestHandler();
  begin((request, response) => {
    const { path, query } = splitAddress(request.url ?? "/");
    const file = packed.get(path);
    const coding = file && codingFor(request, file);
    if (coding) {
      response.setHeader("Content-Encoding", coding.name);
      response.setHeader("Content-Type", file.type);
      request.url = `${path}${coding.suffix}${query}`;
    }
    return handle(request, response);
  });
  const host = values.host.includes(":") ? `[${values.host}]` : values.host;
  const took = Math.round(performance.now() - startedAt);
  process.stdout.write(`Ready in ${took} ms: http://${host}:${address.port}\n`);
});

/** @param {string} url */
function splitAddress(url) {
  const at = url.indexOf("?");
  return at < 0 ? { path: url, query: "" } : { path: url.slice(0, at), query: url.slice(at) };
}
