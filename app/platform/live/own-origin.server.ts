import type { IncomingMessage } from "node:http";

/**
 * Socket.IO's own `cors` option does not guard WebSocket: any page may open one with the visitor's cookies.
 * Browsers name the origin on every WebSocket and every foreign request; on a same-origin GET of the polling
 * transport they name none, but say so in Sec-Fetch-Site, which no page can write.
 */
export function isOwnOrigin(request: IncomingMessage, publicOrigins: readonly string[]): boolean {
  const { origin } = request.headers;
  if (origin !== undefined) return publicOrigins.includes(origin);
  return request.headers["sec-fetch-site"] === "same-origin";
}
