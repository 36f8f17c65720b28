import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { votedCriteria } from "#app/domain/council/marks.ts";
import { giveMark, recordMarks } from "#app/features/council/give-mark.server.ts";
import { findSeats, findStandingVillages } from "#app/features/year/find-marks.server.ts";
import { findReviews, findSheet } from "#app/features/year/find-review.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { callerOf } from "./load-demo-titles.server.ts";

/** Members without an account who handed in their paper; the others are still missing, and named. */
const PAPERS = 3;

/** The council marks villages for the year: the chair on the own phone up to some, three members on paper. */
export async function loadDemoMarks(platform: Platform, communeId: number): Promise<void> {
  const scope = { actorId: null, verb: "seed.demo", requestId: "demo", communes: [communeId] };
  const today = localDateAt(platform.clock.now().getTime());
  const found = await platform.db.withCommunes(scope, async (tx) => {
    const reviews = await findReviews(tx, communeId);
    const review = reviews.find(({ kind, state }) => kind === "annual" && state !== "locked");
    const sheet = review && (await findSheet(tx, communeId, review.sheetVersion));
    if (!review || !sheet || (await tx.councilMark.count({ where: { communeId } })) > 0) return null;
    const officer = await tx.account.findFirst({ where: { username: "van.phong" }, select: { id: true } });
    return {
      review,
      criterion: votedCriteria(sheet.content)[0],
      officer,
      seats: await findSeats(tx, communeId, today),
      villages: await findStandingVillages(tx, communeId, review.lastMonth, today),
    };
  });
  if (!found?.criterion || !found.officer) return;
  const { review, criterion, officer, seats, villages } = found;
  const { key: criterionKey, maximum, measure } = criterion;
  const markOf = (seat: number, village: number) =>
    maximum - measure.step * ((seat * 3 + village * 2) % Math.min(5, maximum / measure.step));
  const chair = seats.find(({ accountId }) => accountId !== null);
  if (chair?.accountId) {
    const caller = callerOf(platform, communeId, chair.accountId, today, []);
    for (const [at, { id }] of villages.slice(0, -2).entries())
      await giveMark(caller, review.id, { villageId: id, criterionKey, points: markOf(0, at) });
  }
  const office = callerOf(platform, communeId, officer.id, today, []);
  const onPaper = seats.filter(({ accountId }) => accountId === null).slice(0, PAPERS);
  for (const [index, { memberId }] of onPaper.entries()) {
    const marks = new Map(villages.map(({ id }, at) => [id, markOf(index + 1, at)] as const));
    const paper = `Phiếu số 0${index + 1}/PC-HĐTĐ`;
    const verdict = await recordMarks(office, review.id, { memberId, criterionKey, paper, marks });
    if (!verdict.ok) throw new Error(`a paper of the demonstration is refused: ${JSON.stringify(verdict)}`);
  }
}
