const { PHASE_DEVELOPMENT_SERVER } = require("next/constants");

/** Tests and benches build into folders of their own (FADER_BUILD_FOLDER), so they never touch a running desk's. */
module.exports = (phase) => ({
  distDir: process.env.FADER_BUILD_FOLDER || ".next",
  poweredByHeader: false,
  reactStrictMode: phase === PHASE_DEVELOPMENT_SERVER,
  // No image endpoint and no compression of streams: requirements R2 and R38.
  images: { unoptimized: true },
});
