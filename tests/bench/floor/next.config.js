/** The least that a Next app can be: what Fader is measured against. @type {import("next").NextConfig} */
export default { poweredByHeader: false, images: { unoptimized: true } };
