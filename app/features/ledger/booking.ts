import type { ClaimState, Part } from "#app/domain/activity/claim.ts";
import { moveClaim } from "#app/domain/activity/claim-state.ts";
import type { Instant, LocalDate } from "#app/domain/calendar/local-date.ts";
import type { DecideOutcome, DecideRefusal } from "#app/domain/points/decision.ts";
import type { Participant, VerifiedClaim } from "#app/domain/points/line.ts";
import { type BookedKey, type LedgerStep, reconcile } from "#app/domain/points/reconcile.ts";
import type { MemberMonth } from "#app/domain/points/score.ts";
import { type MonthRules, type PaidClaim, payClaim } from "#app/domain/points/unit-pay.ts";
import { nameOf, type VerifiedSet } from "#app/domain/points/verified-set.ts";
import { refused } from "#app/domain/verdict.ts";
import { mayCorrect, mayVerify, type VerifyRole } from "#app/domain/verification/may-verify.ts";
import { type CheckerGrant, checkersOf, rightsOf } from "#app/features/checkers/find-checkers.server.ts";
import { effectOf } from "./effect-of.ts";
import type { MonthsOfWork } from "./months-of-work.ts";
import { countedIn, type StandingChange, StandingChanges } from "./standing-changes.ts";
import type { Decider, Wish } from "./wish.ts";

/** A claim of the batch as it stands under its lock, and then as the decisions before have left it. */
export interface HeldClaim
  extends Omit<VerifiedClaim, "workMonth" | "monthFrom" | "bookedMonth" | "participants"> {
  readonly state: ClaimState;
  readonly memberId: string;
  readonly teamId: number;
  readonly villageIds: readonly number[];
  readonly enteredBy: string;
  readonly deviceIds: readonly string[];
  readonly submittedAt: Instant;
  readonly bookedMonth: number | null;
  /** What the ledger holds of its awards, by month of booking. */
  readonly awards: Readonly<Record<string, number>>;
  readonly participants: readonly (Participant & {
    readonly accountId: string | null;
    readonly householdId: string | null;
    readonly part: Part;
  })[];
}

export interface WrittenLine extends LedgerStep {
  readonly monthId: number;
  readonly isAdjustment: boolean;
  readonly schemeVersion: number;
  readonly decisionId: string;
  readonly verifierId: string;
  readonly reason: string | null;
}

/** What a batch has decided and not yet written. */
export interface Unwritten {
  readonly decisions: object[];
  readonly claims: Map<string, { id: string; state: ClaimState; decisionId: string; monthId: number | null }>;
  readonly lines: WrittenLine[];
  readonly standings: StandingChange[];
  readonly amended: object[];
}

export interface BookingFacts {
  readonly communeId: number;
  readonly now: Instant;
  readonly today: LocalDate;
  readonly months: MonthsOfWork;
  readonly schemes: ReadonlyMap<number, MonthRules>;
  readonly checkers: readonly CheckerGrant[];
  readonly claims: Map<string, HeldClaim>;
  readonly verified: VerifiedSet;
  /** By member-month, what the ledger holds under each key. */
  readonly booked: Map<string, Map<string, BookedKey>>;
  /** The household of whoever decides. */
  householdOf(accountId: string): string | null;
}

/** A line to be corrected is itself not written yet: write first, then decide again. */
export const WRITE_FIRST = Symbol("write first");

const UNWRITTEN = "unwritten";

/**
 * Takes decisions one after the other over facts in memory; what each of them books is what it would book alone.
 * Nothing is written here.
 */
export class Booking {
  readonly facts: BookingFacts;
  unwritten: Unwritten = nothing();
  #sums: StandingChanges;

  constructor(facts: BookingFacts) {
    this.facts = facts;
    this.#sums = new StandingChanges(facts.communeId);
  }

  decide(wish: Wish, by: Decider): DecideOutcome | typeof WRITE_FIRST {
    const claim = this.facts.claims.get(wish.claimId);
    if (!claim) return refused({ code: "not_permitted" });
    const as = this.#judge(wish, by, claim);
    if (typeof as !== "string") return refused(as);
    const moved = moveClaim(claim.state, wish.verdict);
    if (!moved.ok) return moved;
    if (claim.revision !== wish.revision) return refused({ code: "claim_changed", revision: claim.revision });
    return this.#carryOut(wish, by, as, claim, moved.value);
  }

  /** The sums belong to what was decided since the last writing. */
  takeUnwritten(): Unwritten {
    const taken = { ...this.unwritten, standings: this.#sums.list() };
    this.unwritten = nothing();
    this.#sums = new StandingChanges(this.facts.communeId);
    return taken;
  }

  /** From now on corrections can point to these lines. */
  noteWritten(
    lines: readonly WrittenLine[],
    written: readonly { readonly key: string; readonly step: number; readonly seq: string }[],
  ): void {
    const seqOf = new Map(written.map(({ key, step, seq }) => [`${key}#${step}`, seq]));
    for (const line of lines) {
      const keys = this.facts.booked.get(nameOf(line));
      const booked = keys?.get(line.key);
      if (booked?.openSeq !== UNWRITTEN) continue;
      keys?.set(line.key, { ...booked, openSeq: seqOf.get(`${line.key}#${booked.steps - 1}`) ?? null });
    }
  }

  /** A claim as scoring sees it, by the rules of its month. */
  pay(claim: HeldClaim, bookedMonth: number): PaidClaim {
    const month = this.facts.months.holding(claim.workDate);
    const scheme = this.facts.schemes.get(month.schemeVersion);
    if (!scheme) throw new Error(`the rules ${month.schemeVersion} were not read`);
    return payClaim({ ...claim, workMonth: month.id, monthFrom: month.firstDay, bookedMonth }, scheme);
  }

  /** What an amended claim becomes, before anything is decided of it. */
  amendedOf(claim: HeldClaim, wish: Wish): HeldClaim {
    if (!wish.amended) return claim;
    const { rows: amended, roots, people } = wish.amended;
    const known = new Map(people.map((each) => [each.memberId, each]));
    return {
      ...claim,
      revision: claim.revision + 1,
      activityKey: amended.activityKey,
      workDate: amended.workDate,
      visits: amended.visits,
      minutes: amended.minutes,
      movements: amended.movements,
      teamId: amended.teamId,
      villageIds: amended.villageId === null ? [] : [amended.villageId],
      units: amended.units.map((unit) => ({
        ...unit,
        householdId: unit.householdId && (roots[unit.householdId] ?? unit.householdId),
      })),
      participants: amended.participants.map(({ memberId, part, teamId, villageId }) => ({
        memberId,
        part: part as Part,
        teamId,
        villageId,
        accountId: known.get(memberId)?.accountId ?? null,
        householdId: known.get(memberId)?.householdId ?? null,
      })),
    };
  }

  #judge(wish: Wish, by: Decider, claim: HeldClaim): VerifyRole | DecideRefusal {
    if (wish.verdict !== "approve" && !wish.reasonCode && !wish.reason?.trim()) {
      return { code: "decision_needs_reason" };
    }
    const isAwake = (as: VerifyRole) => as !== "office" || by.isOfficeAwake;
    const checkers = checkersOf(this.facts.checkers, claim);
    const { accountId, deviceId } = by;
    const rights = rightsOf(checkers, accountId).filter(isAwake);
    const householdId = this.facts.householdOf(accountId);
    const isCorrection = wish.verdict === "reverse" || wish.verdict === "amend";
    const facts = { caller: { accountId, householdId, deviceId, rights }, checkers, now: this.facts.now };
    for (const party of wish.verdict === "amend" ? [claim, this.amendedOf(claim, wish)] : [claim]) {
      const verdict = (isCorrection ? mayCorrect : mayVerify)({ ...facts, claim: party });
      if (!verdict.ok) {
        const { ok: _, ...refusal } = verdict;
        return refusal;
      }
      if (party === claim && wish.verdict !== "amend") return verdict.value.as;
      if (party !== claim) return verdict.value.as;
    }
    throw new Error("nobody was judged");
  }

  #carryOut(
    wish: Wish,
    by: Decider,
    as: VerifyRole,
    claim: HeldClaim,
    state: ClaimState,
  ): DecideOutcome | typeof WRITE_FIRST {
    const { months, today } = this.facts;
    const after = { ...this.amendedOf(claim, wish), state };
    const isCounted = state === "verified";
    const workMonth = months.holding(after.workDate).id;
    const bookedMonth = claim.bookedMonth ?? (isCounted ? months.bookingOf(workMonth, today).id : null);
    const before = this.facts.verified.get(claim.id);
    const paid = isCounted && bookedMonth !== null ? this.pay(after, bookedMonth) : undefined;
    const steps = this.#change(before, paid);
    if (steps === WRITE_FIRST) return WRITE_FIRST;
    const lines = steps.map((step) => this.#toLine(step, wish, by));
    const awards = addAwards(claim.awards, lines, claim.id);
    const old = countedIn(claim.awards, before);
    const isTouched = lines.some(
      ({ claimId, monthId }) => claimId === claim.id && monthId === firstOf(awards),
    );
    this.#sums.addClaims(old, -1);
    this.#sums.addClaims(isTouched || !old ? countedIn(awards, paid ?? before) : old, 1);
    this.#sums.addLines(lines);
    this.facts.claims.set(claim.id, { ...after, bookedMonth, awards });
    const { unwritten } = this;
    unwritten.lines.push(...lines);
    unwritten.claims.set(claim.id, {
      id: claim.id,
      state,
      decisionId: wish.decisionId,
      monthId: bookedMonth,
    });
    unwritten.decisions.push(decisionRow(wish, by, as, after.revision));
    if (wish.amended) {
      unwritten.amended.push({
        ...wish.amended.rows,
        revision: after.revision,
        decisionId: wish.decisionId,
        madeBy: by.accountId,
      });
    }
    const approvedIn = wish.verdict === "approve" ? bookedMonth : null;
    return { ok: true, value: effectOf(lines, claim.memberId, approvedIn, workMonth) };
  }

  /** What must be appended for a claim that comes, goes or changes; nothing is changed when something must be written first. */
  #change(before: PaidClaim | undefined, after: PaidClaim | undefined): LedgerStep[] | typeof WRITE_FIRST {
    const { verified, booked } = this.facts;
    if (!before && !after) return [];
    const months = new Map<string, MemberMonth>();
    for (const paid of [before, after]) {
      for (const month of paid ? verified.monthsAround(paid) : []) months.set(nameOf(month), month);
    }
    if (before) verified.remove(before.claim.id);
    if (after) verified.put(after);
    const due = verified.score([...months.values()]).flatMap(({ lines }) => lines);
    const known = new Map([...months.keys()].flatMap((name) => [...(booked.get(name) ?? [])]));
    const steps = reconcile(due, known);
    if (steps.some(({ correctsSeq }) => correctsSeq === UNWRITTEN)) {
      if (after) verified.remove(after.claim.id);
      if (before) verified.put(before);
      return WRITE_FIRST;
    }
    for (const step of steps) this.#remember(step);
    return [...steps];
  }

  #remember({ step, correctsSeq, ...line }: LedgerStep): void {
    const { booked } = this.facts;
    const name = nameOf(line);
    const keys = booked.get(name) ?? new Map<string, BookedKey>();
    booked.set(name, keys);
    const points = (keys.get(line.key)?.points ?? 0) + line.points;
    const isOpen = line.claimId !== null && points !== 0;
    keys.set(line.key, { ...line, points, steps: step + 1, openSeq: isOpen ? UNWRITTEN : null });
  }

  #toLine(step: LedgerStep, wish: Wish, by: Decider): WrittenLine {
    const { months, today } = this.facts;
    const work = months.get(step.workMonth);
    const { id } = months.bookingOf(step.workMonth, today);
    const reason = wish.verdict === "approve" ? null : (wish.reason ?? wish.reasonCode);
    return {
      ...step,
      monthId: id,
      isAdjustment: id !== step.workMonth,
      schemeVersion: work.schemeVersion,
      decisionId: wish.decisionId,
      verifierId: by.accountId,
      reason,
    };
  }
}

function nothing(): Unwritten {
  return { decisions: [], claims: new Map(), lines: [], standings: [], amended: [] };
}

function decisionRow(wish: Wish, { accountId, deviceId }: Decider, as: VerifyRole, revision: number): object {
  const { decisionId: id, claimId, verdict, reasonCode, reason } = wish;
  return {
    id,
    claimId,
    revision,
    verdict,
    reasonCode,
    reason,
    decidedBy: accountId,
    decidedAs: as,
    deviceId,
  };
}

function addAwards(
  awards: HeldClaim["awards"],
  lines: readonly WrittenLine[],
  claimId: string,
): Record<string, number> {
  const sums = { ...awards };
  for (const line of lines) {
    if (line.claimId !== claimId) continue;
    sums[line.monthId] = (sums[line.monthId] ?? 0) + (line.kind === "award" ? line.points : 0);
  }
  return sums;
}

function firstOf(awards: HeldClaim["awards"]): number {
  return Math.min(...Object.keys(awards).map(Number));
}
