/** What of a package-lock.json (version 3) matters here. */
export type LockEntry = {
  version?: string;
  optionalDependencies?: Record<string, string>;
  os?: string[];
  cpu?: string[];
  [key: string]: unknown;
};
export type Lock = { packages: Record<string, LockEntry>; [key: string]: unknown };

/** Operating systems and processors as package names spell them, and as npm does. */
const SYSTEMS: Record<string, string> = {
  darwin: "darwin",
  win32: "win32",
  linux: "linux",
  freebsd: "freebsd",
  android: "android",
  openharmony: "openharmony",
};
const PROCESSORS: Record<string, string> = {
  x64: "x64",
  arm64: "arm64",
  arm: "arm",
  ia32: "ia32",
  s390x: "s390x",
  ppc64: "ppc64",
  riscv64: "riscv64",
  loong64: "loong64",
  wasm32: "wasm32",
};

/** Entries for exact optional dependencies that the lock does not hold at all. */
export function missingStubs({ packages }: Lock): Record<string, LockEntry> {
  const missing: Record<string, LockEntry> = {};
  for (const [place, { optionalDependencies = {} }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (!/^\d+\.\d+\.\d+/.test(version) || isHeld(packages, place, name)) continue;
      missing[`node_modules/${name}`] = { version, license: "MIT", optional: true, ...platformOf(name) };
    }
  }
  return missing;
}

/** Whether a package is found from `place` outwards, as Node would look for it. */
function isHeld(packages: Lock["packages"], place: string, name: string): boolean {
  const parents = place.split(/\/?node_modules\//).slice(1);
  return Array.from({ length: parents.length + 1 }, (_, depth) => parents.slice(0, depth)).some((path) =>
    Object.hasOwn(packages, [...path, name].map((each) => `node_modules/${each}`).join("/")),
  );
}

function platformOf(name: string): { os?: string[]; cpu?: string[] } {
  const words = name.split("/").at(-1)?.split("-") ?? [];
  const os = words.map((word) => SYSTEMS[word]).find(Boolean);
  const cpu = words.map((word) => PROCESSORS[word]).find(Boolean);
  return { ...(cpu ? { cpu: [cpu] } : {}), ...(os ? { os: [os] } : {}) };
}
