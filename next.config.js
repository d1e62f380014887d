const buildFolder = process.env.FADER_BUILD_FOLDER || ".next";

/**
 * Tests and benches build into folders of their own (FADER_BUILD_FOLDER), so they never touch a running desk's.
 *
 * @type {import("next").NextConfig}
 */
const config = {
  distDir: buildFolder,
  // What a build needs: neither tests nor their packages. A build never sees the types of another, which may be old.
  typescript: {
    tsconfigPath: buildFolder === ".next" ? "tsconfig.build.json" : "tsconfig.test-build.json",
  },
  // Messages come compiled (lib/messages/compiled.ts): neither server nor browser needs the parser of their format.
  turbopack: { resolveAlias: { "use-intl/format-message": "use-intl/format-message/format-only" } },
  // One copy in memory for all routes instead of one bundled into each.
  serverExternalPackages: ["openai", "@pydantic/genai-prices", "kysely", "libsql", "pg"],
  poweredByHeader: false,
  // No image endpoint: less to attack (requirements R2).
  images: { unoptimized: true },
  // The headers that are the same for every page, file and answer; the policy with its nonce is proxy.ts's.
  headers: async () => [
    {
      source: "/:path*",
      headers: [
        { key: "Referrer-Policy", value: "no-referrer" },
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
      ],
    },
    // Who has the address may read a short link; a search engine that comes by it must not tell others.
    ...["/s/:path*", "/api/links/:path*"].map((source) => ({
      source,
      headers: [{ key: "X-Robots-Tag", value: "noindex, nofollow, noarchive" }],
    })),
  ],
};

export default config;
