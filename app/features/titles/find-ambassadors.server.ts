import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import {
  type AmbassadorFacts,
  type AmbassadorProgress,
  ambassadorProgress,
  type MenteeLink,
  type MenteeProof,
} from "#app/domain/titles/ambassador.ts";
import type { TitleDefinition } from "#app/domain/titles/title-definition.ts";
import type { Tx } from "#app/platform/db/database.ts";

/** What is known of one mentor, and where they have come to. */
export function ambassadorProgressOf(
  tx: Tx,
  communeId: number,
  memberId: string,
  title: TitleDefinition,
  today: LocalDate,
): Promise<AmbassadorProgress> {
  return findAmbassadorFacts(tx, communeId, [memberId]).then((facts) =>
    ambassadorProgress(facts.get(memberId) ?? NOTHING, title, today),
  );
}

const NOTHING: AmbassadorFacts = { links: [], proofs: [], trainedOn: [], falseOn: [], lastEarnedOn: null };

type Of<Fact> = Fact & { readonly memberId: string };

/** Of several mentors in the same few queries. */
export async function findAmbassadorFacts(
  tx: Tx,
  communeId: number,
  memberIds: readonly string[],
): Promise<Map<string, AmbassadorFacts>> {
  const ids = [...memberIds];
  const links = await tx.$queryRaw<Of<MenteeLink>[]>`
    select mentor_id as "memberId", id, coalesce(encode(person_key, 'hex'), mentee_id::text) as person,
           began_on::text as "beganOn"
      from mentee_link
     where commune_id = ${communeId} and ended_on is null and mentor_id = any(${ids}::uuid[])`;
  const proofs = await findProofs(tx, communeId, ids);
  const trained = await tx.$queryRaw<Of<{ on: LocalDate }>[]>`
    select member_id as "memberId", trained_on::text as on from ambassador_training
     where commune_id = ${communeId} and member_id = any(${ids}::uuid[])
     union
    select a.member_id, s.held_on::text
      from training_attendance a
      join training_session s on s.commune_id = a.commune_id and s.id = a.session_id and s.cancelled_at is null
      left join claim c on c.commune_id = a.commune_id and c.id = a.claim_id
     where a.commune_id = ${communeId} and a.member_id = any(${ids}::uuid[]) and a.state = 'present'
       and (a.way = 'list' or c.state = 'verified')
     union
    select member_id, completed_on::text from training_certificate
     where commune_id = ${communeId} and member_id = any(${ids}::uuid[]) and state = 'confirmed'`;
  const falsehoods = await findFalsehoods(tx, communeId, ids);
  const earned = await tx.$queryRaw<Of<{ on: LocalDate }>[]>`
    select subject_id as "memberId", max(earned_on)::text as on from badge_award
     where commune_id = ${communeId} and badge_key = 'digital-ambassador' and subject = 'member'
       and revoked_at is null and subject_id = any(${ids}::text[])
     group by subject_id`;
  const of = <Fact>(facts: readonly Of<Fact>[], id: string) =>
    facts.filter(({ memberId }) => memberId === id);
  return new Map(
    ids.map((id) => [
      id,
      {
        links: of(links, id),
        proofs: of(proofs, id),
        trainedOn: of(trained, id).map(({ on }) => on),
        falseOn: of(falsehoods, id).map(({ on }) => on),
        lastEarnedOn: of(earned, id)[0]?.on ?? null,
      },
    ]),
  );
}

/**
 * The latest verified work with each mentee, in which the mentor had a part and somebody became proficient: the
 * resident themselves, or, where the mentee is a member, whoever both guided together.
 */
function findProofs(tx: Tx, communeId: number, ids: readonly string[]): Promise<Of<MenteeProof>[]> {
  return tx.$queryRaw<Of<MenteeProof>[]>`
    select l.mentor_id as "memberId", encode(l.person_key, 'hex') as person, max(c.work_date)::text as "workDate"
      from mentee_link l
      join claim_unit u on u.commune_id = l.commune_id and u.person_key = l.person_key and u.outcome = 'proficient'
      join claim c on c.commune_id = u.commune_id and c.id = u.claim_id and c.state = 'verified'
      join claim_participant p on p.commune_id = c.commune_id and p.claim_id = c.id and p.member_id = l.mentor_id
     where l.commune_id = ${communeId} and l.ended_on is null and l.mentor_id = any(${ids}::uuid[])
     group by l.mentor_id, l.person_key
    union all
    select l.mentor_id, l.mentee_id::text, max(c.work_date)::text
      from mentee_link l
      join claim_participant o on o.commune_id = l.commune_id and o.member_id = l.mentee_id
      join claim_participant p on p.commune_id = o.commune_id and p.claim_id = o.claim_id and p.member_id = l.mentor_id
      join claim c on c.commune_id = o.commune_id and c.id = o.claim_id and c.state = 'verified'
     where l.commune_id = ${communeId} and l.ended_on is null and l.mentor_id = any(${ids}::uuid[])
       and exists (select from claim_unit u where u.commune_id = c.commune_id and u.claim_id = c.id
                      and u.outcome = 'proficient')
     group by l.mentor_id, l.mentee_id`;
}

/** Taken out of the ledger as never done, or after a second look found otherwise. */
function findFalsehoods(tx: Tx, communeId: number, ids: readonly string[]): Promise<Of<{ on: LocalDate }>[]> {
  return tx.$queryRaw<Of<{ on: LocalDate }>[]>`
    select p.member_id as "memberId", c.work_date::text as on
      from claim_participant p
      join claim c on c.commune_id = p.commune_id and c.id = p.claim_id and c.state = 'reversed'
     where p.commune_id = ${communeId} and p.member_id = any(${ids}::uuid[])
       and (exists (select from claim_decision d where d.commune_id = c.commune_id and d.id = c.decision_id
                       and d.reason_code = 'not_done')
         or exists (select from audit_item i where i.commune_id = c.commune_id and i.claim_id = c.id
                       and i.verdict = 'differs'))`;
}
