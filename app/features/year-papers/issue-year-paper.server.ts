import { createHash } from "node:crypto";
import type { z } from "zod";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { YearPaperKind } from "#app/domain/year-papers/issued-paper.ts";
import type { YearPaperRefusal } from "#app/domain/year-papers/year-paper-views.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { dayOfFacts, drawUpPaper } from "./draw-up-paper.ts";
import { findYearFacts } from "./find-year-facts.server.ts";
import type { issueSchema } from "./year-papers.schema.ts";

type Act = RosterAct & { readonly actorId: string };

export interface IssueWish {
  readonly reviewId: string;
  readonly kind: YearPaperKind;
  readonly proposalId: string | null;
}

/**
 * Draws a paper up from what stands now and keeps it, facts and all. Sent twice it is one; drawn up from the same facts it
 * is the one that is there already.
 */
export async function issueYearPaper(
  tx: Tx,
  { communeId, actorId, now, today }: Act,
  { reviewId, kind, proposalId }: IssueWish,
  { id, number, day }: z.output<typeof issueSchema>,
): Promise<Verdict<{ readonly id: string }, YearPaperRefusal> | null> {
  const kept = await tx.yearPaper.findUnique({
    where: { communeId_id: { communeId, id } },
    select: { id: true },
  });
  if (kept) return allowed({ id });
  const filing = { number: number ?? null, day: day ?? null };
  if ((kind === "merit_sheets" || kind === "overprint") && (filing.number === null || filing.day === null))
    return refused({ code: "year_paper_needs_decision" });
  const facts = await findYearFacts(tx, communeId, reviewId, dayOfFacts(filing, today));
  if (facts === null) return null;
  const drawn = drawUpPaper(facts, { kind, proposalId, filing });
  if (!drawn.ok) return drawn;
  const { title, content } = drawn.value;
  const sha256 = createHash("sha256").update(content, "utf8").digest();
  const same = await tx.yearPaper.findFirst({ where: { communeId, sha256 }, select: { id: true } });
  if (same) return allowed(same);
  const about = kind === "achievement" ? proposalId : null;
  const before = await tx.yearPaper.count({ where: { communeId, reviewId, kind, proposalId: about } });
  await tx.yearPaper.create({
    data: {
      communeId,
      id,
      reviewId,
      kind,
      proposalId: about,
      number: before + 1,
      title: title.slice(0, 400),
      content,
      sha256,
      resultSha256: Buffer.from(facts.review.resultSha256, "hex"),
      documentNumber: filing.number,
      documentDay: filing.day === null ? null : toDatabaseDay(filing.day),
      issuedBy: actorId,
      issuedAt: now,
    },
  });
  return allowed({ id });
}
