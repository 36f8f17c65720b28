import { can } from "#app/domain/access/can.ts";
import type { LabelSight } from "#app/domain/households/label-sight.ts";
import { isParty, mayVerify } from "#app/domain/verification/may-verify.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { checkersOf, findCheckers, rightsOf } from "#app/features/checkers/find-checkers.server.ts";
import { findClaimFacts } from "#app/features/checkers/find-claim-facts.server.ts";
import type { Tx } from "#app/platform/db/database.ts";

/** What one reader is to one record. Null: for these eyes there is no such record. */
export interface ClaimSight {
  /** The claimant, or who typed it: theirs to change. */
  readonly isOwner: boolean;
  readonly takesPart: boolean;
  /** May decide on it now. */
  readonly mayVerify: boolean;
  /** Rule 8: residents' labels are for this record's verifier and its auditor; the claimant reads back their own. */
  readonly labels: LabelSight;
}

export type SightReader = Pick<Caller, "person" | "session" | "actor" | "now" | "today">;

export async function judgeSight(
  tx: Tx,
  reader: SightReader,
  communeId: number,
  claimId: string,
): Promise<ClaimSight | null> {
  const [claim] = await findClaimFacts(tx, communeId, [claimId]);
  if (!claim) return null;
  const { accountId } = reader.person;
  const isOwner =
    claim.enteredBy === accountId ||
    claim.participants.some((each) => each.accountId === accountId && each.part === "claimant");
  const takesPart = isOwner || claim.participants.some((each) => each.accountId === accountId);
  if (takesPart) return { isOwner, takesPart, mayVerify: false, labels: isOwner ? "own" : "none" };
  const over = checkersOf(await findCheckers(tx, communeId, reader.today), claim);
  const isOfficeAwake = can(reader.actor, "activity.read-office", null, reader.today).ok;
  const rights = rightsOf(over, accountId).filter((as) => as !== "office" || isOfficeAwake);
  if (rights.length === 0 && !isOfficeAwake) return null;
  const householdId = await findHousehold(tx, communeId, accountId);
  const caller = { accountId, householdId, deviceId: reader.session.deviceId, rights };
  const verdict = mayVerify({ claim, caller, checkers: over, now: reader.now.getTime() });
  const isTheirs =
    !isParty(claim, caller) &&
    ((verdict.ok && claim.state === "submitted") || (await hasChecked(tx, communeId, claimId, reader)));
  return {
    isOwner,
    takesPart,
    mayVerify: verdict.ok && claim.state === "submitted",
    labels: isTheirs ? "all" : "none",
  };
}

async function findHousehold(tx: Tx, communeId: number, accountId: string): Promise<string | null> {
  const row = await tx.member.findFirst({ where: { communeId, accountId }, select: { householdId: true } });
  return row?.householdId ?? null;
}

/** Decided it, or was drawn to look at it a second time. */
async function hasChecked(
  tx: Tx,
  communeId: number,
  claimId: string,
  { person, actor, today }: SightReader,
): Promise<boolean> {
  const decided = await tx.claimDecision.findFirst({
    where: { communeId, claimId, decidedBy: person.accountId },
    select: { id: true },
  });
  if (decided) return true;
  if (!can(actor, "audit.check", null, today).ok) return false;
  const drawn = await tx.auditItem.findFirst({ where: { communeId, claimId }, select: { drawId: true } });
  return drawn !== null;
}
