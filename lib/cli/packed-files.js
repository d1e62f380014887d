// @ts-check
import { existsSync, readdirSync } from "node:fs";
import { extname, join, sep } from "node:path";

/**
 * What is worth packing, and what each kind is to a browser: the same as Next says of a file that is not packed.
 *
 * @type {Readonly<Record<string, string>>}
 */
export const PACKED_TYPES = {
  ".js": "application/javascript; charset=UTF-8",
  ".css": "text/css; charset=UTF-8",
  ".svg": "image/svg+xml",
  ".json": "application/json; charset=UTF-8",
  ".txt": "text/plain; charset=UTF-8",
};

/** How files come packed, the smallest first; each lies beside its file under the name that the suffix adds to. */
export const CODINGS = /** @type {const} */ ([
  { name: "br", suffix: ".br" },
  { name: "gzip", suffix: ".gz" },
]);

/** @typedef {{ path: string, type: string, codings: (typeof CODINGS)[number][] }} PackedFile */

/**
 * The files of a build that lie there packed, by the path of their address. Only what is in this list is ever served
 * packed, so no address can lead anywhere else. Empty for a build that was never packed.
 *
 * @param {string} buildFolder
 * @returns {Map<string, PackedFile>}
 */
export function listPackedFiles(buildFolder) {
  const folder = join(buildFolder, "static");
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }) : [];
  const all = new Set(names);
  return new Map(
    names.flatMap((name) => {
      const type = PACKED_TYPES[extname(name)];
      const codings = CODINGS.filter(({ suffix }) => all.has(name + suffix));
      if (type === undefined || codings.length === 0) return [];
      return [
        [
          `/_next/static/${encodeURI(name.replaceAll(sep, "/"))}`,
          { path: join(folder, name), type, codings },
        ],
      ];
    }),
  );
}

/**
 * The coding to send a file in, or undefined for the file as it is. Who weighs codings (`q=`), asks for a part of the
 * file, or sends a condition that could fail is left to Next, which knows all of that. So is a file whose packed twin
 * is gone: somebody built again beneath the running server.
 *
 * @param {import("node:http").IncomingMessage} request
 * @param {PackedFile} file
 */
export function codingFor({ method, headers }, { path, codings }) {
  if (method !== "GET" && method !== "HEAD") return undefined;
  if (headers.range !== undefined || headers["if-match"] !== undefined) return undefined;
  if (headers["if-unmodified-since"] !== undefined) return undefined;
  const accepted = String(headers["accept-encoding"] ?? "").toLowerCase();
  if (accepted.includes(";")) return undefined;
  const names = accepted.split(",").map((name) => name.trim());
  return codings.find(({ name, suffix }) => names.includes(name) && existsSync(path + suffix));
}
