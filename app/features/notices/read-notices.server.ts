import { type CallSettings, DEFAULT_CALL_SETTINGS } from "#app/domain/notices/call.ts";
import type { Notice, NoticeKind } from "#app/domain/notices/notice.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { findOwnMember } from "#app/features/personal-data/find-member.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findNotices } from "./find-events.server.ts";

const KEPT_MS = 60 * 86_400_000;
const MOST_SHOWN = 100;

export interface ShownNotice extends Notice {
  readonly isNew: boolean;
}

/** What happened in the last sixty days, and which of it was not looked at yet. */
export async function readNotices(caller: Caller): Promise<ShownNotice[]> {
  const { platform, communeId, person, now } = caller;
  if (communeId === null) return [];
  return platform.db.withCommunes(caller.scope("notices.read"), async (tx) => {
    const member = await findOwnMember(tx, communeId, person.accountId);
    const reader = { communeId, accountId: person.accountId, memberId: member?.id ?? null };
    const notices = await findNotices(tx, reader, new Date(now.getTime() - KEPT_MS));
    const { seenUntil } = await findReader(tx, communeId, person.accountId);
    return notices.slice(0, MOST_SHOWN).map((notice) => ({ ...notice, isNew: notice.at > seenUntil }));
  });
}

export interface NoticeReader extends CallSettings {
  readonly seenUntil: number;
  readonly revision: number;
}

interface ReaderRow {
  readonly seenMs: number;
  readonly kindsOff: NoticeKind[];
  readonly quietFrom: number;
  readonly quietUntil: number;
  readonly digestAt: number | null;
  readonly revision: number;
}

/** What somebody chose, or what is proposed to everybody. */
export async function findReader(tx: Tx, communeId: number, accountId: string): Promise<NoticeReader> {
  const [row] = await tx.$queryRaw<ReaderRow[]>`
    select case when seen_until = '-infinity' then 0 else extract(epoch from seen_until) * 1000 end::float8 as "seenMs",
           kinds_off as "kindsOff", quiet_from::int as "quietFrom", quiet_until::int as "quietUntil",
           digest_at::int as "digestAt", revision
      from notice_reader where commune_id = ${communeId} and account_id = ${accountId}::uuid`;
  if (!row) return { ...DEFAULT_CALL_SETTINGS, seenUntil: 0, revision: 0 };
  const { seenMs, ...settings } = row;
  return { ...settings, seenUntil: seenMs };
}
