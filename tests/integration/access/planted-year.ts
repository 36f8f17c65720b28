import type { CriteriaSheet } from "#app/domain/year/criteria-sheet.ts";
import type { Tx } from "#app/platform/db/database.ts";

interface YearToPlant {
  readonly communeId: number;
  readonly villageId: number;
  readonly accountId: string;
  readonly askerId: string;
  readonly fileId: string;
  readonly canary: string;
  readonly now: Date;
  newId(): string;
}

/** A year under its sheet, a village's word on it, a proposal, and a council that is voting: each text carries the canary. */
export async function plantYear(tx: Tx, wish: YearToPlant) {
  const { communeId, villageId, accountId, askerId, fileId, canary, now, newId } = wish;
  const ids = { reviewId: newId(), proposalId: newId(), councilSessionId: newId(), councilRoundId: newId() };
  const { reviewId, proposalId, councilSessionId, councilRoundId } = ids;
  const sheet: CriteriaSheet = {
    groups: [
      {
        key: "all",
        title: canary,
        criteria: [
          {
            key: "written",
            title: canary,
            explanation: canary,
            maximum: 10_000,
            measure: { by: "document" },
            nature: "part",
          },
        ],
      },
    ],
    total: 10_000,
    bands: [{ key: "all", title: canary, from: 0, conditions: [] }],
    ties: [],
    quota: 2_000,
    clusters: [],
  };
  await tx.$executeRaw`
    insert into criteria_sheet (commune_id, version, title, document, content, content_sha256, state, made_by, made_at,
                                asked_by, asked_at, adopted_by, adopted_at)
    values (${communeId}, 1, ${canary}, ${`12/${canary}`}, ${JSON.stringify(sheet)}::jsonb, sha256('x'), 'adopted',
            ${askerId}::uuid, ${now}, ${askerId}::uuid, ${now}, ${accountId}::uuid, ${now})`;
  await tx.$executeRaw`
    insert into review (commune_id, id, kind, year, title, first_month, last_month, sheet_version, state,
                        comment_first_day, comment_last_day, opened_by, opened_at)
    values (${communeId}, ${reviewId}::uuid, 'annual', 2026, ${canary}, 202601, 202612, 1, 'comment',
            '2000-01-01', '2099-12-31', ${askerId}::uuid, ${now})`;
  const commentId = newId();
  await tx.$executeRaw`
    insert into sheet_comment (commune_id, id, review_id, village_id, criterion, own_points, content, made_by, made_at)
    values (${communeId}, ${commentId}::uuid, ${reviewId}::uuid, ${villageId}, 'written', 9000, ${`${canary} ${canary}`},
            ${accountId}::uuid, ${now})`;
  await tx.sheetCommentFile.createMany({ data: [{ communeId, commentId, fileId }] });
  await tx.$executeRaw`
    insert into award_proposal (commune_id, id, review_id, category, basis, form, village_id, printed_name, achievement,
                                achievement_key, first_day, last_day, state, proposed_by, proposed_at)
    values (${communeId}, ${proposalId}::uuid, ${reviewId}::uuid, 'collective', 'merit', 'commendation', ${villageId},
            ${canary}, ${`${canary} ${canary} ${canary}`}, ${`village:${canary}`}, '2026-01-01', '2026-12-31', 'proposed',
            ${askerId}::uuid, ${now})`;
  const seatId = newId();
  await tx.$executeRaw`
    insert into council_member (commune_id, id, full_name, position, role, decision, valid_from, entered_by, entered_at)
    values (${communeId}, ${seatId}::uuid, ${canary}, ${canary}, 'chair', '01/QĐ-UBND', '2000-01-01', ${askerId}::uuid,
            ${now})`;
  await tx.$executeRaw`
    insert into council_session (commune_id, id, review_id, title, form, place, held_on, rules, state, opened_by, opened_at)
    values (${communeId}, ${councilSessionId}::uuid, ${reviewId}::uuid, ${canary}, 'meeting', ${canary}, '2026-11-20',
            ${JSON.stringify(PLANTED_RULES)}::jsonb, 'open', ${askerId}::uuid, ${now})`;
  await tx.$executeRaw`
    insert into council_seat (commune_id, session_id, member_id, role, attendance, noted_by, noted_at)
    values (${communeId}, ${councilSessionId}::uuid, ${seatId}::uuid, 'chair', 'present', ${askerId}::uuid, ${now})`;
  await tx.$executeRaw`
    insert into council_round (commune_id, id, session_id, number, title, mode, state, opened_by, opened_at)
    values (${communeId}, ${councilRoundId}::uuid, ${councilSessionId}::uuid, 1, ${canary}, 'show', 'open',
            ${askerId}::uuid, ${now})`;
  await tx.councilNominee.createMany({
    data: [{ communeId, roundId: councilRoundId, proposalId, position: 1 }],
  });
  await tx.councilVoter.createMany({ data: [{ communeId, roundId: councilRoundId, memberId: seatId }] });
  return ids;
}

const PLANTED_RULES = {
  quorum: { part: 2, whole: 3, comparator: "at_least" },
  pass: { part: 1, whole: 2, comparator: "more_than" },
  passOf: "all_members",
  proxiesMakeQuorum: true,
};
