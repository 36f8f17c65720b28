import type { Actor, Assurance, Grant } from "#app/domain/access/actor.ts";
import { isFresh, isIdle } from "#app/domain/accounts/session-life.ts";
import { type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import type { Platform } from "#app/platform/platform.ts";
import { hashReferenceToken } from "./reference-token.server.ts";
import { readCookie, SESSION_COOKIE } from "./session-cookie.server.ts";

export interface SessionView {
  readonly id: string;
  readonly deviceId: string;
  readonly assurance: Assurance;
  readonly provedAt: Date;
  readonly grantsDigest: string;
  /** The commune the person chose to work in; null where the roles leave no choice. */
  readonly communeId: number | null;
  readonly lastSeenAt: Date;
}

export interface Person {
  readonly accountId: string;
  readonly username: string;
  readonly displayName: string;
  readonly locale: "vi" | "en";
}

export interface SignedIn {
  readonly session: SessionView;
  readonly person: Person;
  readonly actor: Actor;
  /** Communes the person has a role in that went over into another: there, nothing new is written. */
  readonly endedCommunes: readonly number[];
}

/** As tds_read_session answers it. */
interface SessionRow extends Omit<Actor, "provedFreshly"> {
  readonly sessionId: string;
  readonly deviceId: string;
  readonly provedAt: string;
  readonly grantsDigest: string;
  readonly communeId: number | null;
  readonly lastSeenAt: string;
  readonly username: string;
  readonly displayName: string;
  readonly locale: "vi" | "en";
  readonly hasTotp: boolean;
  readonly hasPasskey: boolean;
  readonly grants: readonly Grant[];
}

const READ_SESSION = {
  name: "accounts.read-session",
  text: `select tds_read_session($1, $2, $3) as found,
    array(select old_commune_id from commune_merger where state in ('agreed', 'done') and effective_on <= $3) as ended`,
} as const;

/** Who holds the cookie's token and what they may do today, in one statement; null for nobody. */
export async function readSession(
  platform: Pick<Platform, "db">,
  cookieHeader: string | null | undefined,
  now: Date,
): Promise<SignedIn | null> {
  const tokenHash = hashReferenceToken(readCookie(cookieHeader, SESSION_COOKIE));
  if (tokenHash === null) return null;
  const today: LocalDate = localDateAt(now.getTime());
  const { rows } = await platform.db.pool.query<{ found: SessionRow | null; ended: readonly number[] }>({
    ...READ_SESSION,
    values: [Buffer.from(tokenHash), now, today],
  });
  const found = rows[0]?.found;
  if (!found) return null;
  const lastSeenAt = new Date(found.lastSeenAt);
  if (isIdle(found.assurance, lastSeenAt.getTime(), now.getTime())) return null;
  return viewOf(found, rows[0]?.ended ?? [], lastSeenAt, now);
}

function viewOf(found: SessionRow, ended: readonly number[], lastSeenAt: Date, now: Date): SignedIn {
  const { accountId, username, displayName, locale, assurance, grants, isFounder, mustChangePassword } =
    found;
  const provedAt = new Date(found.provedAt);
  return {
    session: {
      id: found.sessionId,
      deviceId: found.deviceId,
      assurance,
      provedAt,
      grantsDigest: found.grantsDigest,
      communeId: found.communeId,
      lastSeenAt,
    },
    person: { accountId, username, displayName, locale },
    actor: {
      accountId,
      grants,
      assurance,
      hasSecondFactor: found.hasTotp || found.hasPasskey,
      mustChangePassword,
      isFounder,
      provedFreshly: isFresh(provedAt.getTime(), now.getTime()),
    },
    endedCommunes: ended.filter((communeId) => grants.some((grant) => grant.communeId === communeId)),
  };
}
