import type { ProposalView } from "#app/domain/awards/award.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findProposals, type ProposalWish } from "./find-proposals.server.ts";

/** What was proposed: for the council, for papers and for the office, one and the same. */
export function readProposals(
  caller: Pick<Caller, "platform" | "scope">,
  wish: ProposalWish,
): Promise<ProposalView[]> {
  const scope = caller.scope("awards.read-proposals");
  return caller.platform.db.withCommunes(scope, (tx) => findProposals(tx, onlyCommune(scope), wish));
}
