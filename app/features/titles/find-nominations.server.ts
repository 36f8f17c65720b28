import type { Instant, LocalDate } from "#app/domain/calendar/local-date.ts";
import {
  approversOf,
  type Nomination,
  type NominationState,
  nominationState,
  type TitleWordKind,
} from "#app/domain/titles/nomination.ts";
import { type NominatedTitle, type TitleDefinition, titleOf } from "#app/domain/titles/title-definition.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { SpeakingRole } from "./speaking-as.ts";

export interface WordView {
  readonly kind: TitleWordKind;
  readonly accountId: string;
  readonly name: string;
  readonly saidAs: SpeakingRole;
  readonly reason: string | null;
  readonly at: Instant;
}

export interface AwardView {
  readonly number: string | null;
  readonly numberDate: LocalDate | null;
  readonly earnedOn: LocalDate;
  readonly validUntil: LocalDate | null;
  readonly tier: number;
  readonly isRevoked: boolean;
  readonly revokeReason: string | null;
  readonly revokedAt: Instant | null;
  readonly revokedBy: string | null;
  /** Asked for and not yet answered. */
  readonly revocation: {
    readonly id: string;
    readonly reason: string;
    readonly askedBy: string;
    readonly askedByName: string;
    readonly askedAt: Instant;
  } | null;
}

interface NominationRow {
  readonly id: string;
  readonly key: NominatedTitle;
  readonly version: number;
  readonly content: unknown;
  readonly memberId: string;
  readonly fullName: string;
  readonly accountId: string | null;
  readonly householdId: string | null;
  readonly teamId: number;
  readonly teamName: string;
  readonly villageId: number | null;
  readonly villageName: string | null;
  readonly isYouth: boolean;
  readonly reason: string;
  readonly facts: Readonly<Record<string, number>>;
  readonly nominatedBy: string;
  readonly nominatorName: string;
  readonly nominatedAs: SpeakingRole;
  readonly nominatedOn: LocalDate;
  readonly words: readonly WordView[];
  readonly award: AwardView | null;
}

export interface FoundNomination extends Omit<NominationRow, "content"> {
  readonly title: TitleDefinition;
  readonly state: NominationState;
  readonly approvals: number;
}

/** As the rules see it. */
export function nominationOf(found: Omit<FoundNomination, "state" | "approvals">): Nomination {
  return {
    nominee: { accountId: found.accountId, householdId: found.householdId },
    nominatedBy: found.nominatedBy,
    approvalsNeeded: found.title.approvals,
    words: found.words,
    award: found.award,
  };
}

interface Wish {
  readonly id?: string;
  readonly memberId?: string;
}

const MOST = 400;

/** Nominations, newest first, with all that was said of them. */
export async function findNominations(
  tx: Tx,
  communeId: number,
  { id, memberId }: Wish = {},
): Promise<FoundNomination[]> {
  const rows = await tx.$queryRaw<NominationRow[]>`
    select n.id, n.badge_key as key, n.version, d.content, m.id as "memberId", m.full_name as "fullName",
           m.account_id as "accountId", m.household_id as "householdId", n.team_id as "teamId",
           t.name as "teamName", n.village_id as "villageId", v.name as "villageName", n.reason, n.facts,
           n.nominated_by as "nominatedBy", a.display_name as "nominatorName", n.nominated_as as "nominatedAs",
           n.nominated_on::text as "nominatedOn",
           exists (select from affiliation f where f.commune_id = m.commune_id and f.member_id = m.id
                      and f.kind = 'youth_union' and f.valid_to is null) as "isYouth",
           coalesce((select json_agg(json_build_object(
                              'kind', w.kind, 'accountId', w.said_by, 'name', x.display_name, 'saidAs', w.said_as,
                              'reason', w.reason, 'at', extract(epoch from w.said_at) * 1000) order by w.said_at)
              from title_word w join account x on x.id = w.said_by
             where w.commune_id = n.commune_id and w.nomination_id = n.id), '[]') as words,
           (select json_build_object(
                     'number', b.number, 'numberDate', b.number_date, 'earnedOn', b.earned_on,
                     'validUntil', b.valid_until, 'tier', b.tier, 'isRevoked', b.revoked_at is not null,
                     'revokeReason', b.revoke_reason, 'revokedAt', extract(epoch from b.revoked_at) * 1000,
                     'revokedBy', (select display_name from account where id = b.revoked_by),
                     'revocation', (select json_build_object(
                                      'id', r.id, 'reason', r.reason, 'askedBy', r.asked_by,
                                      'askedByName', y.display_name, 'askedAt', extract(epoch from r.asked_at) * 1000)
                        from title_revocation r join account y on y.id = r.asked_by
                       where r.commune_id = b.commune_id and r.award_id = b.id and r.verdict is null))
              from badge_award b where b.commune_id = n.commune_id and b.id = n.id) as award
      from title_nomination n
      join badge_definition d on d.commune_id = n.commune_id and d.key = n.badge_key and d.version = n.version
      join member m on m.commune_id = n.commune_id and m.id = n.member_id
      join team t on t.commune_id = n.commune_id and t.id = n.team_id
      left join village v on v.commune_id = n.commune_id and v.id = n.village_id
      join account a on a.id = n.nominated_by
     where n.commune_id = ${communeId} and (${id ?? null}::uuid is null or n.id = ${id ?? null}::uuid)
       and (${memberId ?? null}::uuid is null or n.member_id = ${memberId ?? null}::uuid)
     order by n.nominated_at desc, n.id limit ${MOST}`;
  return rows.flatMap(({ content, ...row }) => {
    const title = titleOf(row.key, row.version, content);
    if (!title) return [];
    const nomination = nominationOf({ ...row, title });
    const state = nominationState(nomination);
    return [{ ...row, title, state, approvals: approversOf(nomination).length }];
  });
}
