/** The least that a proxy in Node costs: one `node:http` pipe, as a process of its own; `BENCH_UPSTREAM` says where to. */
import { Agent, createServer, request } from "node:http";
import type { AddressInfo } from "node:net";

const agent = new Agent({ keepAlive: true });

const server = createServer((asked, answer) => {
  const made = request(
    process.env.BENCH_UPSTREAM ?? "",
    { method: "POST", agent, headers: { "content-type": "application/json" } },
    (given) => {
      answer.writeHead(given.statusCode ?? 502, given.headers);
      given.pipe(answer);
    },
  );
  made.on("error", () => answer.destroy());
  answer.on("close", () => made.destroy());
  asked.pipe(made);
});
server.keepAliveTimeout = 65_000;
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on("disconnect", () => process.exit(0));
