import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Checker, VerifyRole } from "#app/domain/verification/may-verify.ts";
import type { Tx } from "#app/platform/db/database.ts";

/** A right to verify that holds today, with the place it is confined to. */
export interface CheckerGrant extends Checker {
  readonly teamId: number | null;
  readonly villageId: number | null;
}

/**
 * Everybody who may verify something in the commune today (T16): leaders, their stand-ins, deputies, officials in
 * charge of a village (L07) and the office. Locked accounts are nobody: a claim must not wait for them.
 */
export function findCheckers(tx: Tx, communeId: number, today: LocalDate): Promise<CheckerGrant[]> {
  return tx.$queryRaw<CheckerGrant[]>`
    select g.account_id as "accountId", m.household_id as "householdId", g.team_id as "teamId",
           g.village_id as "villageId",
           case g.role
             when 'office' then 'office'
             when 'sector_office' then 'official_in_charge'
             when 'deputy' then 'deputy'
             else case when exists (
                 select from membership ms
                  where ms.commune_id = g.commune_id and ms.member_id = m.id and ms.team_id = g.team_id
                    and ms.role = 'leader' and ms.valid_from <= ${today}::date
                    and (ms.valid_to is null or ms.valid_to >= ${today}::date))
               or not exists (
                 select from delegation d
                  where d.commune_id = g.commune_id and d.to_member = m.id and d.team_id = g.team_id
                    and d.ended_at is null and d.valid_from <= ${today}::date and d.valid_to >= ${today}::date)
               then 'leader' else 'delegate' end
           end as "as"
      from role_grant g
      join account a on a.id = g.account_id and a.status = 'active'
      left join member m on m.commune_id = g.commune_id and m.account_id = g.account_id
     where g.commune_id = ${communeId} and g.valid_from <= ${today}::date
       and (g.valid_to is null or g.valid_to >= ${today}::date)
       and (g.role in ('leader', 'deputy', 'office') or (g.role = 'sector_office' and g.village_id is not null))`;
}

/** Where a claim belongs: its team, and the villages that are its team's and were its member's. */
export interface ClaimPlace {
  readonly teamId: number;
  readonly villageIds: readonly number[];
}

export function checkersOf(checkers: readonly CheckerGrant[], place: ClaimPlace): CheckerGrant[] {
  return checkers.filter((checker) => coversPlace(checker, place));
}

/** A team's rights hang in the team, whatever village it is counted to by now. */
function coversPlace({ as, teamId, villageId }: CheckerGrant, place: ClaimPlace): boolean {
  const isOverVillage = villageId === null || place.villageIds.includes(villageId);
  switch (as) {
    case "leader":
    case "delegate":
    case "deputy":
      return teamId === place.teamId;
    case "official_in_charge":
    case "office":
      return isOverVillage && (teamId === null || teamId === place.teamId);
  }
}

/** The rights of one person among them. */
export function rightsOf(checkers: readonly CheckerGrant[], accountId: string): VerifyRole[] {
  return [...new Set(checkers.filter((each) => each.accountId === accountId).map(({ as }) => as))];
}
