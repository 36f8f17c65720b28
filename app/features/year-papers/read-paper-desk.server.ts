import { isId, makeId } from "#app/domain/ids.ts";
import type { Printed, YearPaperKind } from "#app/domain/year-papers/issued-paper.ts";
import { YEAR_PAPER_KINDS } from "#app/domain/year-papers/issued-paper.ts";
import type { IssuedView, PaperDesk } from "#app/domain/year-papers/year-paper-views.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { drawUpPaper, hindranceOf } from "./draw-up-paper.ts";
import { findIssued } from "./find-issued.server.ts";
import { findYearFacts } from "./find-year-facts.server.ts";

const READ_TIMEOUT_MS = 30_000;

/** Every kind of paper of a locked review, and what of it was issued; null while the review is not locked. */
export function readPaperDesk(caller: Caller, reviewId: string): Promise<PaperDesk | null> {
  if (!isId(reviewId)) return Promise.resolve(null);
  const scope = caller.scope("year-papers.read-desk");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(
    scope,
    async (tx) => {
      const facts = await findYearFacts(tx, communeId, reviewId, caller.today);
      if (facts === null) return null;
      const issued = await findIssued(tx, communeId, reviewId);
      return {
        reviewId,
        title: facts.review.title,
        lines: YEAR_PAPER_KINDS.map((kind) => ({
          kind,
          hindrance: hindranceOf(kind, facts),
          issued: issued.filter((paper) => paper.kind === kind),
        })),
        nominees: facts.list.nominees.map(({ id, kind, name, place }) => ({
          id,
          kind,
          name,
          place,
          issued: issued.filter(({ proposalId }) => proposalId === id),
        })),
      };
    },
    { timeoutMs: READ_TIMEOUT_MS },
  );
}

export interface PaperPage {
  readonly title: string;
  readonly kind: YearPaperKind;
  /** As it would be issued now; null while something hinders it. */
  readonly draft: Printed | null;
  readonly hindrance: "no_nominees" | "no_council" | null;
  readonly issued: readonly IssuedView[];
  /** For the next paper: whoever sends it twice sends one. */
  readonly id: string;
}

/** One kind of paper as it stands now, with what was issued of it; null where there is none such. */
export function readPaperPage(
  caller: Caller,
  {
    reviewId,
    kind,
    proposalId,
  }: { readonly reviewId: string; readonly kind: YearPaperKind; readonly proposalId: string | null },
): Promise<PaperPage | null> {
  if (!isId(reviewId)) return Promise.resolve(null);
  const scope = caller.scope("year-papers.read-paper");
  const communeId = onlyCommune(scope);
  const { platform, now, today } = caller;
  return platform.db.withCommunes(
    scope,
    async (tx) => {
      const facts = await findYearFacts(tx, communeId, reviewId, today);
      if (facts === null) return null;
      const drawn = drawUpPaper(facts, { kind, proposalId, filing: { number: null, day: null } });
      const hindrance = hindranceOf(kind, facts);
      if (!drawn.ok && hindrance === null) return null;
      const issued = await findIssued(tx, communeId, reviewId);
      return {
        title: facts.review.title,
        kind,
        draft: drawn.ok ? drawn.value.printed : null,
        hindrance,
        issued: issued.filter(
          (paper) => paper.kind === kind && (kind !== "achievement" || paper.proposalId === proposalId),
        ),
        id: makeId(now.getTime(), platform.random.bytes(10)),
      };
    },
    { timeoutMs: READ_TIMEOUT_MS },
  );
}
