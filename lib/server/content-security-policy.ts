import "server-only";

export const POLICY_HEADER = "content-security-policy";

/**
 * What a page may load and run: our own files, scripts that carry this request's nonce, and WebAssembly. `next dev`
 * needs eval, inline styles and a web socket on top.
 */
export function contentSecurityPolicy(nonce: string, development: boolean): string {
  return [
    "default-src 'none'",
    `script-src 'self' 'nonce-${nonce}' 'wasm-unsafe-eval'${development ? " 'unsafe-eval'" : ""}`,
    `style-src 'self'${development ? " 'unsafe-inline'" : ""}`,
    "worker-src 'self'",
    `connect-src 'self'${development ? " ws:" : ""}`,
    "font-src 'self'",
    "img-src 'self' data:",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "object-src 'none'",
  ].join("; ");
}

/** The nonce of such a policy; undefined when there is none. */
export function nonceOf(policy: string): string | undefined {
  return /'nonce-([^']+)'/.exec(policy)?.[1];
}
