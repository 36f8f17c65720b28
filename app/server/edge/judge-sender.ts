import type { IncomingHttpHeaders } from "node:http";

/**
 * Finds the public origin that is addressed, by the Host header alone: forwarded hosts are never believed. The
 * scheme is the configured one, so nothing a proxy or a visitor says about it matters.
 */
export function makeOriginFinder(publicOrigins: readonly string[]): (hostHeader?: string) => string | null {
  const origins = new Map<string, string>();
  for (const origin of [...publicOrigins].reverse()) {
    const url = new URL(origin);
    origins.set(url.host, origin);
    // Browsers leave the usual port out; other clients may write it.
    if (url.port === "") origins.set(`${url.host}:${url.protocol === "https:" ? 443 : 80}`, origin);
  }
  return (hostHeader) => origins.get(hostHeader?.toLowerCase() ?? "") ?? null;
}

/**
 * Whether a request that may change something was made by a page of this very origin. Browsers say so in
 * Sec-Fetch-Site; older ones name the Origin instead. A request that says neither, or says both and differently,
 * is refused.
 */
export function isSentByOwnPage(headers: IncomingHttpHeaders, origin: string): boolean {
  const site = headers["sec-fetch-site"];
  if (headers.origin !== undefined && headers.origin !== origin) return false;
  return site === undefined ? headers.origin !== undefined : site === "same-origin";
}
