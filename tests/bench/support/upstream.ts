/**
 * A provider for the bench, as a process of its own: `{port}` goes to the parent once it listens. How it answers stands in
 * the model's name: `first<ms>-tokens<count>-every<ms>`.
 */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { streamAtPace } from "./paced-stream";

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => parts.push(part));
  request.on("end", () => {
    response.socket?.setNoDelay(true);
    streamAtPace(response, (JSON.parse(Buffer.concat(parts).toString()) as { model: string }).model);
  });
});
server.keepAliveTimeout = 65_000;
server.listen(0, "127.0.0.1", () => process.send?.({ port: (server.address() as AddressInfo).port }));
process.on("disconnect", () => process.exit(0));
