/**
 * `__Host-`: sent back to this host only, over a secure line only, whatever a neighbouring subdomain sets.
 * The value is a bare reference; what it stands for is read from the database at every request.
 */
export const SESSION_COOKIE = "__Host-tds";
/** Names the browser, not a person: strangers elsewhere cannot slow down somebody who signs in where they always do. */
export const BROWSER_COOKIE = "__Host-tds-may";

const FOUR_HUNDRED_DAYS_S = 400 * 24 * 60 * 60;
const ATTRIBUTES = "Path=/; Secure; HttpOnly; SameSite=Lax";

export function readCookie(header: string | null | undefined, name: string): string | null {
  for (const part of header?.split(";") ?? []) {
    const equals = part.indexOf("=");
    if (equals > 0 && part.slice(0, equals).trim() === name) return part.slice(equals + 1).trim();
  }
  return null;
}

export function writeSessionCookie(token: string, expiresAt: Date): string {
  return `${SESSION_COOKIE}=${token}; ${ATTRIBUTES}; Expires=${expiresAt.toUTCString()}`;
}

export function clearSessionCookie(): string {
  return `${SESSION_COOKIE}=; ${ATTRIBUTES}; Max-Age=0`;
}

export function writeBrowserCookie(token: string): string {
  return `${BROWSER_COOKIE}=${token}; ${ATTRIBUTES}; Max-Age=${FOUR_HUNDRED_DAYS_S}`;
}
