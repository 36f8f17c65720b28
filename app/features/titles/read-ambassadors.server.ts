import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { ambassadorProgress } from "#app/domain/titles/ambassador.ts";
import { type TermState, termStateOf } from "#app/domain/titles/title-definition.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findAmbassadorFacts } from "./find-ambassadors.server.ts";
import { findTitle } from "./find-title.server.ts";
import { findTitleMembers } from "./find-title-member.server.ts";
import { speakingAs } from "./speaking-as.ts";

export interface AmbassadorLine {
  readonly memberId: string;
  readonly name: string;
  readonly teamName: string;
  readonly enrolledOn: LocalDate;
  readonly mentees: number;
  readonly reached: number;
  readonly needed: number;
  readonly isTrained: boolean;
  readonly isClean: boolean;
  readonly isReady: boolean;
  readonly title: { readonly validUntil: LocalDate | null; readonly term: TermState } | null;
  /** A nomination waits for its answer. */
  readonly isNominated: boolean;
  readonly mayNominate: boolean;
}

/** D01: who enrolled, within the reader's reach; whoever is ready stands first. */
export function readAmbassadors(caller: Caller): Promise<AmbassadorLine[]> {
  const scope = caller.scope("titles.read-ambassadors");
  const communeId = onlyCommune(scope);
  const { today } = caller;
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const enrolments = await tx.$queryRaw<
      {
        memberId: string;
        enrolledOn: LocalDate;
        isNominated: boolean;
        validUntil: LocalDate | null;
        hasTitle: boolean;
      }[]
    >`
      select e.member_id as "memberId", e.enrolled_on::text as "enrolledOn", b.id is not null as "hasTitle",
             b.valid_until::text as "validUntil",
             exists (select from title_nomination n
                      where n.commune_id = e.commune_id and n.member_id = e.member_id
                        and n.badge_key = 'digital-ambassador'
                        and not exists (select from badge_award a where a.commune_id = n.commune_id and a.id = n.id)
                        and not exists (select from title_word w where w.commune_id = n.commune_id
                                           and w.nomination_id = n.id and w.kind <> 'approve')) as "isNominated"
        from ambassador_enrolment e
        left join lateral (
          select id, valid_until from badge_award b
           where b.commune_id = e.commune_id and b.badge_key = 'digital-ambassador' and b.subject = 'member'
             and b.subject_id = e.member_id::text and b.revoked_at is null
           order by b.earned_on desc limit 1) b on true
       where e.commune_id = ${communeId} and e.ended_on is null`;
    const members = new Map(
      (await findTitleMembers(tx, communeId, today)).map((member) => [member.memberId, member]),
    );
    const rule = await findTitle(tx, communeId, "digital-ambassador");
    const facts = await findAmbassadorFacts(
      tx,
      communeId,
      enrolments.map(({ memberId }) => memberId),
    );
    const lines = enrolments.flatMap(({ memberId, enrolledOn, isNominated, hasTitle, validUntil }) => {
      const member = members.get(memberId);
      const known = facts.get(memberId);
      const place = member?.places.find((each) => speakingAs(caller, "title.read", each) !== null);
      if (!member || !place || !known) return [];
      const { reached, needed, isTrained, isClean, isReady } = ambassadorProgress(known, rule, today);
      const isOwn = member.accountId === caller.person.accountId;
      return [
        {
          memberId,
          name: member.fullName,
          teamName: place.teamName,
          enrolledOn,
          mentees: known.links.length,
          reached,
          needed,
          isTrained,
          isClean,
          isReady,
          title: hasTitle ? { validUntil, term: termStateOf(validUntil, today) } : null,
          isNominated,
          mayNominate: !isOwn && !isNominated && speakingAs(caller, "title.nominate", place) !== null,
        },
      ];
    });
    return lines.sort(
      (left, right) => Number(right.isReady) - Number(left.isReady) || right.reached - left.reached,
    );
  });
}
