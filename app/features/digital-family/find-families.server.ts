import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { type FamilyChannel, type FamilyState, familyState } from "#app/domain/titles/family.ts";
import { termStateOf } from "#app/domain/titles/title-definition.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface FamilyDeclarationView {
  readonly id: string;
  readonly version: number;
  readonly items: readonly number[];
  readonly channel: FamilyChannel;
  readonly declaredOn: LocalDate;
  readonly recordedBy: string;
  readonly recordedByName: string;
}

export interface FamilyCheckView {
  readonly items: readonly number[];
  readonly isEnough: boolean;
  readonly note: string | null;
  readonly checkedBy: string;
  readonly checkedByName: string;
  readonly checkedOn: LocalDate;
}

export interface FamilyAwardView {
  readonly id: string;
  readonly number: string | null;
  readonly earnedOn: LocalDate;
  readonly validUntil: LocalDate | null;
  readonly isRevoked: boolean;
  readonly revokeReason: string | null;
  readonly revocation: {
    readonly reason: string;
    readonly askedBy: string;
    readonly askedByName: string;
  } | null;
}

interface FamilyRow {
  readonly householdId: string;
  readonly villageId: number;
  readonly declaration: FamilyDeclarationView | null;
  readonly check: FamilyCheckView | null;
  readonly award: FamilyAwardView | null;
}

export interface FoundFamily extends FamilyRow {
  readonly state: FamilyState;
  /** Worn today, whatever is under way besides. */
  readonly isRecognised: boolean;
}

interface Wish {
  readonly villageId?: number;
  readonly householdId?: string;
}

/** D02: standing households with their latest declaration, its check and the latest recognition. */
export async function findFamilies(
  tx: Tx,
  communeId: number,
  today: LocalDate,
  { villageId, householdId }: Wish = {},
): Promise<FoundFamily[]> {
  const rows = await tx.$queryRaw<FamilyRow[]>`
    select h.id as "householdId", h.village_id as "villageId",
           case when d.id is null then null else json_build_object(
             'id', d.id, 'version', d.version, 'items', d.items, 'channel', d.channel, 'declaredOn', d.declared_on,
             'recordedBy', d.recorded_by,
             'recordedByName', (select display_name from account where id = d.recorded_by)) end as declaration,
           (select json_build_object(
                     'items', c.items, 'isEnough', c.is_enough, 'note', c.note, 'checkedBy', c.checked_by,
                     'checkedByName', (select display_name from account where id = c.checked_by),
                     'checkedOn', (c.checked_at at time zone 'Asia/Ho_Chi_Minh')::date)
              from family_check c where c.commune_id = h.commune_id and c.declaration_id = d.id) as check,
           case when b.id is null then null else json_build_object(
             'id', b.id, 'number', b.number, 'earnedOn', b.earned_on, 'validUntil', b.valid_until,
             'isRevoked', b.revoked_at is not null, 'revokeReason', b.revoke_reason,
             'revocation', (select json_build_object(
                                     'reason', r.reason, 'askedBy', r.asked_by,
                                     'askedByName', (select display_name from account where id = r.asked_by))
                              from title_revocation r
                             where r.commune_id = b.commune_id and r.award_id = b.id and r.verdict is null)) end as award
      from household h
      left join lateral (
        select id, version, items, channel, declared_on, recorded_by from family_declaration d
         where d.commune_id = h.commune_id and d.household_id = h.id
         order by d.recorded_at desc, d.id desc limit 1) d on true
      left join lateral (
        select id, commune_id, number, earned_on, valid_until, revoked_at, revoke_reason from badge_award b
         where b.commune_id = h.commune_id and b.subject = 'household' and b.subject_id = h.id::text
           and b.badge_key = 'digital-family'
         order by b.granted_at desc, b.id desc limit 1) b on true
     where h.commune_id = ${communeId} and h.valid_to is null
       and (${villageId ?? null}::int is null or h.village_id = ${villageId ?? null}::int)
       and (${householdId ?? null}::uuid is null or h.id = ${householdId ?? null}::uuid)`;
  return rows.map((row) => {
    const { declaration, check, award } = row;
    return {
      ...row,
      state: familyState(
        {
          declaration: declaration && { isChecked: check !== null, isEnough: check?.isEnough ?? false },
          award: award && {
            validUntil: award.validUntil,
            isRevoked: award.isRevoked,
            isOfLatest: award.id === declaration?.id,
          },
        },
        today,
      ),
      isRecognised: award !== null && !award.isRevoked && termStateOf(award.validUntil, today) !== "expired",
    };
  });
}
