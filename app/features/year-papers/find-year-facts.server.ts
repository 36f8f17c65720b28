import type { ProposalView } from "#app/domain/awards/award.ts";
import type { AwardList } from "#app/domain/awards/award-list.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { ReviewResult } from "#app/domain/year/review-result.ts";
import type {
  CouncilFacts,
  NomineeList,
  PaperSetting,
  ReviewFacts,
  VillageRow,
} from "#app/domain/year-papers/paper-facts.ts";
import { findAwardList } from "#app/features/awards/find-award-list.server.ts";
import { findProposals } from "#app/features/awards/find-proposals.server.ts";
import { findCommune } from "#app/features/communes/read-commune.server.ts";
import { findSetting } from "#app/features/communes/read-settings.server.ts";
import { findSession } from "#app/features/council/find-session.server.ts";
import { findCouncilWords } from "#app/features/council/find-words.server.ts";
import { findLockedResult } from "#app/features/year/read-locked-result.server.ts";
import { yearPaper } from "#app/messages/year-paper-words.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { councilFacts } from "./council-facts.ts";
import { findPrinter, type Printer } from "./find-printer.server.ts";
import { kindOf, nomineeList } from "./nominee-list.ts";
import { villageRows } from "./village-rows.ts";

/** All that the papers of a locked review are written from, read in one look. */
export interface YearFacts {
  readonly setting: PaperSetting;
  readonly review: ReviewFacts;
  readonly villages: readonly VillageRow[];
  readonly list: NomineeList;
  readonly council: CouncilFacts | null;
  readonly printer: Printer;
  readonly result: ReviewResult;
  readonly awardList: AwardList;
  /** Of the newest locked review of the year before. */
  readonly before: ReviewResult | null;
  readonly awarded: readonly ProposalView[];
}

/** Null while the review is not locked. Money counts as of the day. */
export async function findYearFacts(
  tx: Tx,
  communeId: number,
  reviewId: string,
  day: LocalDate,
): Promise<YearFacts | null> {
  const locked = await findLockedResult(tx, communeId, reviewId);
  const awardList = await findAwardList(tx, communeId, reviewId, day);
  if (locked === null || awardList === null) return null;
  const { result, sha256 } = locked;
  const commune = await findCommune(tx, communeId);
  const printer = await findPrinter(tx, communeId);
  const minutes = await findClosedMinutes(tx, communeId, reviewId);
  const said = minutes === null ? null : await findCouncilWords(tx, communeId, reviewId);
  const list = nomineeList(awardList, said && new Map(said.map((word) => [word.proposalId, word])));
  const kinds = new Map(awardList.lines.map(({ proposal }) => [proposal.id, kindOf(proposal)]));
  return {
    setting: {
      commune: { kind: commune.kind, name: commune.name },
      header: (await findSetting(tx, communeId, "document_header")).value,
      words: (await findSetting(tx, communeId, "words")).value,
      bases: printer.bases,
    },
    review: {
      kind: result.review.kind,
      year: result.review.year,
      title: result.review.title,
      sheet: yearPaper.sheet(result.sheet.title, result.sheet.version),
      sheetDocument: result.sheet.document,
      resultSha256: sha256,
    },
    villages: villageRows(result, awardList, list.nominees),
    list,
    council:
      minutes &&
      councilFacts(minutes, {
        name: yearPaper.council(commune.kind, commune.name),
        kindOf: (proposalId) => kinds.get(proposalId) ?? "collective",
        departures: list.departures,
      }),
    printer,
    result,
    awardList,
    before: await findYearBefore(tx, communeId, result.review.year),
    awarded: (await findProposals(tx, communeId, {})).filter(
      ({ state, reviewId: of }) => state === "awarded" && of !== reviewId,
    ),
  };
}

/** The newest session of the review that is over. */
async function findClosedMinutes(tx: Tx, communeId: number, reviewId: string) {
  const session = await tx.councilSession.findFirst({
    where: { communeId, reviewId, state: "closed" },
    orderBy: [{ closedAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  const rows = session && (await findSession(tx, communeId, session.id));
  return rows?.minutes ?? null;
}

async function findYearBefore(tx: Tx, communeId: number, year: number): Promise<ReviewResult | null> {
  const review = await tx.review.findFirst({
    where: { communeId, kind: "annual", year: year - 1, state: { in: ["locked", "published"] } },
    select: { id: true },
  });
  const locked = review && (await findLockedResult(tx, communeId, review.id));
  return locked?.result ?? null;
}
