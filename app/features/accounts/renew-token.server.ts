import { redirect } from "@remix-run/node";
import { OLD_TOKEN_GRACE_MS } from "#app/domain/accounts/session-life.ts";
import type { Platform } from "#app/platform/platform.ts";
import { digestGrants } from "./grants-digest.server.ts";
import type { SignedIn } from "./read-session.server.ts";
import { hashReferenceToken, makeReferenceToken } from "./reference-token.server.ts";
import { writeSessionCookie } from "./session-cookie.server.ts";

const RENEW = {
  name: "accounts.renew-token",
  text: `update session
            set previous_token_hash = token_hash, previous_until = $4, token_hash = $3, grants_digest = $5
          where id = $1 and grants_digest = $2 and revoked_at is null
      returning expires_at`,
} as const;

/**
 * When the roles are no longer those the token was issued under, throws a redirect to the same page with a
 * new token. Of the loaders of one page only the first does so; the old token serves the others for a minute.
 */
export async function renewToken(
  platform: Platform,
  request: Request,
  { session, actor }: SignedIn,
  now: Date,
): Promise<void> {
  const digest = digestGrants(actor.grants, actor.isFounder);
  if (digest === session.grantsDigest) return;
  const token = makeReferenceToken(platform.random);
  const tokenHash = hashReferenceToken(token);
  if (tokenHash === null) throw new Error("a new token must have a hash");
  const { rows } = await platform.db.pool.query<{ expires_at: Date }>({
    ...RENEW,
    values: [
      session.id,
      session.grantsDigest,
      Buffer.from(tokenHash),
      new Date(now.getTime() + OLD_TOKEN_GRACE_MS),
      digest,
    ],
  });
  const renewed = rows[0];
  if (!renewed) return;
  const url = new URL(request.url);
  throw redirect(url.pathname + url.search, {
    headers: { "Set-Cookie": writeSessionCookie(token, renewed.expires_at) },
  });
}
