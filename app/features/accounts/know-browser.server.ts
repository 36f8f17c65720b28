import { nameBrowser } from "#app/domain/accounts/browser-name.ts";
import { makeId } from "#app/domain/ids.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { hashReferenceToken, makeReferenceToken } from "./reference-token.server.ts";
import { BROWSER_COOKIE, readCookie, writeBrowserCookie } from "./session-cookie.server.ts";

export interface KnownBrowser {
  readonly deviceId: string;
  /** Set when the browser had no name yet. */
  readonly cookies: readonly string[];
}

/** The row of this browser for this account, made at the first sign-in. A lost phone that came back starts anew. */
export async function knowBrowser(
  platform: Platform,
  tx: Tx,
  request: Request,
  accountId: string,
  now: Date,
): Promise<KnownBrowser> {
  const carried = browserHashOf(request);
  const token = carried === null ? makeReferenceToken(platform.random) : null;
  const browserHash = carried ?? hashReferenceToken(token);
  if (browserHash === null) throw new Error("a new browser token must have a hash");
  const { id } = await tx.device.upsert({
    where: { browserHash_accountId: { browserHash, accountId } },
    create: {
      id: makeId(now.getTime(), platform.random.bytes(10)),
      accountId,
      browserHash,
      label: nameBrowser(request.headers.get("User-Agent") ?? ""),
      firstSeenAt: now,
      lastSeenAt: now,
    },
    update: { lastSeenAt: now, revokedAt: null },
    select: { id: true },
  });
  return { deviceId: id, cookies: token === null ? [] : [writeBrowserCookie(token)] };
}

/** What the browser calls itself, as the database keeps it. */
export function browserHashOf(request: Request): Uint8Array<ArrayBuffer> | null {
  return hashReferenceToken(readCookie(request.headers.get("Cookie"), BROWSER_COOKIE));
}
