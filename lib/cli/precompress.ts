import { readdirSync, statSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { extname, join } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import { CODINGS, PACKED_TYPES } from "./packed-files.js";

/** Below it a packed file saves no packet. */
const LEAST_BYTES = 1024;

const packers: Record<(typeof CODINGS)[number]["name"], (bytes: Buffer) => Promise<Buffer>> = {
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
  gzip: (bytes) => promisify(gzip)(bytes, { level: constants.Z_BEST_COMPRESSION }),
};

/**
 * Writes packed twins beside the files that a build made for browsers, once and as small as can be, so that the server
 * packs nothing for a visitor. Whatever twins lay there go first: none outlives its file. All go at once, and zlib's
 * threads share them. Returns how many it wrote; rejects with the error of a file that cannot be read or written.
 */
export async function precompress(buildFolder: string): Promise<number> {
  const folder = join(buildFolder, "static");
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => join(folder, name));
  const isTwin = (path: string) => CODINGS.some(({ suffix }) => path.endsWith(suffix));
  await Promise.all(paths.filter(isTwin).map((path) => rm(path)));
  const files = paths.filter(
    (path) => PACKED_TYPES[extname(path)] !== undefined && statSync(path).size > LEAST_BYTES,
  );
  const written = await Promise.all(files.flatMap((path) => CODINGS.map((coding) => pack(path, coding))));
  return written.filter(Boolean).length;
}

/** False when the packed file would be no smaller, and is not written. */
async function pack(path: string, { name, suffix }: (typeof CODINGS)[number]): Promise<boolean> {
  const bytes = await readFile(path);
  const packed = await packers[name](bytes);
  if (packed.length >= bytes.length) return false;
  await writeFile(path + suffix, packed);
  return true;
}
