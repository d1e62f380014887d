import { build } from "esbuild";

/** A module of ours with all it imports as one script that defines `engine`, for a page to evaluate. */
export async function bundleEngine(entry: string): Promise<string> {
  const bundle = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "engine",
    alias: { "@": process.cwd() },
  });
  return bundle.outputFiles[0]?.text ?? "";
}
