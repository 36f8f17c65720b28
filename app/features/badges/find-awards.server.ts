import type { ShownAward } from "#app/domain/badges/shown-badge.ts";
import type { BadgeSubject } from "#app/domain/plan/badge-proposal.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { parseBadgeContent } from "./badge-content.schema.ts";

interface AwardRow extends Omit<ShownAward, "content"> {
  readonly content: unknown;
}

/** Standing awards of somebody, the newest first. */
export async function findStandingAwards(
  tx: Tx,
  communeId: number,
  subject: BadgeSubject,
  subjectIds: readonly string[],
): Promise<ShownAward[]> {
  const rows = await tx.$queryRaw<AwardRow[]>`
    select a.id, a.badge_key as "badgeKey", a.tier::int as tier, a.occasion, a.earned_on::text as "earnedOn", d.content
      from badge_award a
      join badge_definition d on d.commune_id = a.commune_id and d.key = a.badge_key and d.version = a.version
     where a.commune_id = ${communeId} and a.subject = ${subject} and a.subject_id = any(${[...subjectIds]})
       and a.revoked_at is null
     order by a.earned_on desc, a.granted_at desc, a.id desc`;
  return rows.map(showAward);
}

export function showAward({ content, ...row }: AwardRow): ShownAward {
  const { name, award } = parseBadgeContent(content);
  return { ...row, content: { name, award } };
}
