import { addMonths, type LocalDate, partsOf } from "#app/domain/calendar/local-date.ts";
import { findCommune } from "#app/features/communes/read-commune.server.ts";
import { findSettingsOn } from "#app/features/plans/find-settings-on.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { PRESETS } from "#prisma/presets/presets.ts";
import { compositionRulesOf } from "./composition-rules.ts";
import type { ReviewRules } from "./review-roster.ts";

const ACTIVE_MONTHS = 3;

/** What the roster of a day is held against: the version of the plan in force on that day (J24). */
export async function findReviewRules(tx: Tx, communeId: number, day: LocalDate): Promise<ReviewRules> {
  const { team } = await findSettingsOn(tx, communeId, day);
  const { presetId } = await findCommune(tx, communeId);
  return {
    composition: compositionRulesOf(team, PRESETS[presetId].team),
    teamsPerVillage: team.teamsPerVillage,
    year: partsOf(day).year,
    activeMemberIds: await findActiveMembers(tx, communeId, day),
  };
}

/** A10: active is whoever had a verified act in the last three months; null until anything was verified here. */
export async function findActiveMembers(
  tx: Tx,
  communeId: number,
  day: LocalDate,
): Promise<ReadonlySet<string> | null> {
  const [verified] = await tx.$queryRaw<{ isAny: boolean }[]>`
    select exists (select from claim where commune_id = ${communeId} and state = 'verified') as "isAny"`;
  if (!verified?.isAny) return null;
  const rows = await tx.$queryRaw<{ memberId: string }[]>`
    select distinct p.member_id as "memberId"
      from claim c join claim_participant p on p.commune_id = c.commune_id and p.claim_id = c.id
     where c.commune_id = ${communeId} and c.state = 'verified'
       and c.work_date > ${addMonths(day, -ACTIVE_MONTHS)}::date and c.work_date <= ${day}::date`;
  return new Set(rows.map(({ memberId }) => memberId));
}
