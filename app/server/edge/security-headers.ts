import type { OutgoingHttpHeaders } from "node:http";

export interface HeaderFacts {
  /** The public origin that was addressed; null when none was. */
  readonly origin: string | null;
  readonly nonce: string;
  readonly isDevelopment: boolean;
}

const ONE_YEAR_SECONDS = 31_536_000;
const NOTHING_ALLOWED = [
  "accelerometer",
  "autoplay",
  "browsing-topics",
  "camera",
  "display-capture",
  "encrypted-media",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "magnetometer",
  "microphone",
  "midi",
  "payment",
  "serial",
  "usb",
  "xr-spatial-tracking",
];
const PERMISSIONS = [
  ...NOTHING_ALLOWED.map((feature) => `${feature}=()`),
  ...["fullscreen", "publickey-credentials-create", "publickey-credentials-get", "screen-wake-lock"].map(
    (feature) => `${feature}=(self)`,
  ),
].join(", ");

/** On every answer, whatever else it says. Routes may relax caching by a Cache-Control of their own. */
export function securityHeaders(facts: HeaderFacts): OutgoingHttpHeaders {
  return {
    "Content-Security-Policy": contentSecurityPolicy(facts),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": PERMISSIONS,
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Origin-Agent-Cluster": "?1",
    "Cache-Control": "no-store",
    ...(facts.origin?.startsWith("https:")
      ? { "Strict-Transport-Security": `max-age=${ONE_YEAR_SECONDS}` }
      : {}),
  };
}

/** Of a page written anew for each request: its own inline scripts carry the nonce. */
function contentSecurityPolicy({ origin, nonce, isDevelopment }: HeaderFacts): string {
  // Vite's client puts styles and sockets into the page itself.
  const style = isDevelopment ? "'self' 'unsafe-inline'" : `'self' 'nonce-${nonce}'`;
  const connect = isDevelopment ? "'self' ws: wss:" : `'self'${liveOrigin(origin)}`;
  return policy(`'self' 'nonce-${nonce}'`, style, connect, origin);
}

/** Of a page that caches keep: a nonce that is served twice protects nobody, so no script runs inside it, and of styles the one it names. */
export function cachedPagePolicy(origin: string, styleHash: string | null = null): string {
  const style = styleHash !== null && /^sha256-[A-Za-z0-9+/]{43}=$/.test(styleHash) ? ` '${styleHash}'` : "";
  return policy("'self'", `'self'${style}`, `'self'${liveOrigin(origin)}`, origin);
}

function policy(script: string, style: string, connect: string, origin: string | null): string {
  return [
    "default-src 'none'",
    `script-src ${script}`,
    `style-src ${style}`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src ${connect}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(origin?.startsWith("https:") ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** Older browsers do not count a WebSocket to the same host as 'self'. */
function liveOrigin(origin: string | null): string {
  return origin === null ? "" : ` ${origin.replace(/^http/, "ws")}`;
}
