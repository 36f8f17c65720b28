import type { ShownAward } from "#app/domain/badges/shown-badge.ts";
import { addDays } from "#app/domain/calendar/local-date.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { type BadgeReader, findOwnPlace } from "./badge-reader.server.ts";
import { showAward } from "./find-awards.server.ts";

/** Older ones are found among one's medals; nobody is celebrated for last spring. */
const FRESH_DAYS = 30;

/** The reader's own awards that they have not looked at: what is earned now, not what a new badge found long ago. */
export async function readFreshAwards(reader: BadgeReader): Promise<readonly ShownAward[]> {
  const { platform, communeId, scope, person, today } = reader;
  if (communeId === null) return [];
  const since = toDatabaseDay(addDays(today, -FRESH_DAYS));
  return platform.db.withCommunes(scope("badges.read-fresh-awards"), async (tx) => {
    const place = await findOwnPlace(tx, communeId, reader);
    if (!place) return [];
    const rows = await tx.$queryRaw<Parameters<typeof showAward>[0][]>`
      select a.id, a.badge_key as "badgeKey", a.tier::int as tier, a.occasion, a.earned_on::text as "earnedOn", d.content
        from badge_award a
        join badge_definition d on d.commune_id = a.commune_id and d.key = a.badge_key and d.version = a.version
       where a.commune_id = ${communeId} and a.subject = 'member' and a.subject_id = ${place.memberId}
         and a.revoked_at is null and a.earned_on >= ${since}::date
         and not exists (select from badge_seen s where s.commune_id = a.commune_id and s.award_id = a.id
                            and s.account_id = ${person.accountId}::uuid)
       order by a.earned_on desc, a.tier desc, a.id`;
    return rows.map(showAward);
  });
}

/** The reader has looked at these of their own awards. */
export async function markAwardsSeen(
  reader: BadgeReader,
  awardIds: readonly string[] | "all",
): Promise<void> {
  const { platform, communeId, scope, person, now } = reader;
  if (communeId === null) return;
  await platform.db.withCommunes(scope("badges.mark-awards-seen"), async (tx) => {
    const place = await findOwnPlace(tx, communeId, reader);
    if (!place) return;
    await tx.$executeRaw`
      insert into badge_seen (commune_id, award_id, account_id, seen_at)
      select a.commune_id, a.id, ${person.accountId}::uuid, ${now}
        from badge_award a
       where a.commune_id = ${communeId} and a.subject = 'member' and a.subject_id = ${place.memberId}
         and (${awardIds === "all"} or a.id = any(${awardIds === "all" ? [] : [...awardIds]}::uuid[]))
      on conflict do nothing`;
  });
}
