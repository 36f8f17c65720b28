import type { ProposalView } from "#app/domain/awards/award.ts";
import type { FoundCandidate } from "#app/domain/awards/candidate.ts";
import { type HoldView, isHolding } from "#app/domain/awards/hold.ts";
import { coefficientOf, moneyOfList } from "#app/domain/awards/money.ts";
import { type Chosen, parseRecipient } from "#app/domain/awards/recipient.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { answerStoredFile, findStoredFile } from "#app/features/files/answer-stored-file.server.ts";
import { findReviews } from "#app/features/year/find-review.server.ts";
import { findCandidate, searchCandidates } from "./find-candidates.server.ts";
import { findHolds, findHoldsOf } from "./find-holds.server.ts";
import { findProposals } from "./find-proposals.server.ts";

export interface AwardDesk {
  readonly lists: readonly { readonly id: string; readonly title: string }[];
  readonly sent: readonly ProposalView[];
  readonly timely: readonly ProposalView[];
  readonly holds: number;
}

/** The desk of commendation: lists of locked reviews, what teams sent, timely ones, how many holds stand. */
export function readAwardDesk(caller: Caller): Promise<AwardDesk> {
  const scope = caller.scope("awards.read-desk");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const reviews = await findReviews(tx, communeId);
    const proposals = await findProposals(tx, communeId, {});
    const holds = await findHolds(tx, communeId);
    return {
      lists: reviews
        .filter(({ state }) => state === "locked" || state === "published")
        .map(({ id, title }) => ({ id, title })),
      sent: proposals.filter(({ state }) => state === "sent"),
      timely: proposals.filter(({ reviewId, state }) => reviewId === null && state !== "sent"),
      holds: holds.filter((hold) => isHolding(hold, caller.today)).length,
    };
  });
}

export interface ProposalPage {
  readonly proposal: ProposalView;
  readonly hold: HoldView | null;
  readonly perMille: number;
  readonly dong: number;
}

/** One proposal, with what holds it back today and its money by the day of its decision, or of today. */
export function readProposal(caller: Caller, proposalId: string): Promise<ProposalPage | null> {
  const scope = caller.scope("awards.read-proposal");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const [proposal] = await findProposals(tx, communeId, { proposalId });
    if (!proposal) return null;
    const recipient = parseRecipient(proposal.recipient.key);
    const holds = recipient ? await findHoldsOf(tx, communeId, recipient) : [];
    const { id, form } = proposal;
    const { kind, key } = proposal.recipient;
    const day = proposal.decision?.date ?? caller.today;
    return {
      proposal,
      hold: holds.find((hold) => isHolding(hold, caller.today)) ?? null,
      perMille: coefficientOf(form, kind) ?? 0,
      dong: moneyOfList([{ id, recipient: key, kind, form }], day).totalDong,
    };
  });
}

/** The minutes a proposal came with. */
export async function answerAwardFile(caller: Caller, proposalId: string): Promise<Response | null> {
  const scope = caller.scope("awards.read-file");
  const communeId = onlyCommune(scope);
  const file = await caller.platform.db.withCommunes(scope, async (tx) => {
    const row = await tx.awardProposal.findUnique({
      where: { communeId_id: { communeId, id: proposalId } },
      select: { fileId: true },
    });
    return row?.fileId ? findStoredFile(tx, communeId, row.fileId) : null;
  });
  return file && answerStoredFile(caller.platform, file);
}

export interface HoldDesk {
  readonly holds: readonly HoldView[];
  readonly found: readonly FoundCandidate[];
  readonly chosen: FoundCandidate | null;
}

/** Every hold, and whom a search finds or an address chose to enter one for. */
export function readHoldDesk(
  caller: Caller,
  asked: { readonly search: string | null; readonly chosen: Chosen | null },
): Promise<HoldDesk> {
  const { today } = caller;
  const { search, chosen } = asked;
  const reach = "whole" as const;
  const scope = caller.scope("awards.read-holds");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => ({
    holds: await findHolds(tx, communeId),
    found:
      search === null
        ? []
        : (await searchCandidates(tx, communeId, { search, reach, today })).filter(canBeHeld),
    chosen:
      chosen === null || chosen.kind === "unit"
        ? null
        : await findCandidate(tx, communeId, chosen, { reach, today }),
  }));
}

/** People and collectives; a model or an initiative is nobody. */
function canBeHeld({ category }: FoundCandidate): boolean {
  return category !== "model" && category !== "initiative";
}
