import { type CapFact, type Cut, capMonth, type Earning, inOrder } from "./caps.ts";
import type { DueLine, LineKind, VerifiedClaim } from "./line.ts";
import { findRepeats, type Repeated, unitName } from "./repeats.ts";
import { type MonthRules, type PaidClaim, payClaim } from "./unit-pay.ts";

/** The rules of one month of work, or of each: a month keeps the version it opened with (rule 5). */
export type Rules = MonthRules | ((workMonth: number) => MonthRules);

/** One member's work of one month: what caps look at, and so the smallest part that can be scored alone. */
export interface MemberMonth {
  readonly memberId: string;
  readonly workMonth: number;
}

export interface MonthScore extends MemberMonth {
  readonly lines: readonly DueLine[];
  readonly caps: readonly CapFact[];
}

/**
 * What the ledger's lines of each key must add up to, given all verified claims. A function of the set: order and
 * duplicates are nothing to it (rule 4).
 */
export function dueLines(claims: readonly VerifiedClaim[], rules: Rules): DueLine[] {
  return scoreMonths(payAll(claims, rules), () => true).flatMap(({ lines }) => lines);
}

/** "Why do I have these points?": every cap that cut something, with its figures. */
export function explainCaps(
  claims: readonly VerifiedClaim[],
  rules: Rules,
): (MemberMonth & { caps: readonly CapFact[] })[] {
  return scoreMonths(payAll(claims, rules), () => true)
    .filter(({ caps }) => caps.length > 0)
    .map(({ memberId, workMonth, caps }) => ({ memberId, workMonth, caps }));
}

export function payAll(claims: readonly VerifiedClaim[], rules: Rules): PaidClaim[] {
  const latest = new Map<string, VerifiedClaim>();
  for (const claim of claims) {
    const known = latest.get(claim.id);
    if (!known || known.revision < claim.revision) latest.set(claim.id, claim);
  }
  return [...latest.values()].map((claim) =>
    payClaim(claim, typeof rules === "function" ? rules(claim.workMonth) : rules),
  );
}

/**
 * Scores the wanted months of members. `claims` must hold all they did in those months and those claims'
 * rivals (see `rivalries`); what else it holds changes nothing.
 */
export function scoreMonths(
  claims: readonly PaidClaim[],
  isWanted: (month: MemberMonth) => boolean,
  repeats: ReadonlyMap<string, Repeated> = findRepeats(claims),
): MonthScore[] {
  const months = new Map<string, { month: MemberMonth; lines: DueLine[]; earnings: Earning[] }>();
  for (const paid of claims) {
    const { workMonth } = paid.claim;
    for (const unit of paid.units) {
      for (const share of unit.shares) {
        const name = `${share.memberId}/${workMonth}`;
        let found = months.get(name);
        if (!found) {
          const month = { memberId: share.memberId, workMonth };
          if (!isWanted(month)) continue;
          found = { month, lines: [], earnings: [] };
          months.set(name, found);
        }
        const earning = {
          paid,
          unit,
          share,
          kept: standing(share),
          pieces: unit.pieces,
          priority: share.priority,
          extra: 0,
        };
        found.lines.push(...ownLines(earning));
        const repeated = repeats.get(unitName(paid.claim.id, unit.unit.ordinal));
        if (repeated) found.lines.push(takeBack(earning, repeated));
        found.earnings.push(earning);
      }
    }
  }
  return [...months.values()].map(({ month, lines, earnings }) => {
    const cuts = capMonth(earnings.sort(inOrder));
    return {
      ...month,
      lines: [...lines, ...earnings.flatMap(campaignLines), ...cuts.map((cut) => capLine(month, cut))],
      caps: cuts.map(({ fact }) => fact),
    };
  });
}

function standing({ award, bonuses }: Earning["share"]): number {
  return bonuses.reduce((total, { points }) => total + points, award);
}

function ownLines(earning: Earning): DueLine[] {
  const { paid, share } = earning;
  const lines: DueLine[] = [];
  if (share.award > 0) {
    lines.push(claimLine(earning, "award", paid.claim.activityKey, share.award));
  }
  for (const { key, points } of share.bonuses)
    lines.push(claimLine(earning, "bonus", key, points, `:${key}`));
  if (share.priority > 0) lines.push(claimLine(earning, "priority", "priority", share.priority));
  return lines;
}

/** What does not earn again gives back what the unit was worth; the whole unit, and the person's priority too. */
function takeBack(earning: Earning, { pieces, rule }: Repeated): DueLine {
  const left = earning.pieces - pieces;
  const kept = Math.floor((earning.kept * left) / earning.pieces);
  const priority = left === 0 ? earning.priority : 0;
  const line = claimLine(earning, "repeat", rule, kept - earning.kept - priority);
  earning.kept = kept;
  earning.pieces = left;
  earning.priority -= priority;
  return line;
}

/** D17: what the campaign adds is a line of its own, so that whoever asks sees what the work itself was worth. */
function campaignLines(earning: Earning): DueLine[] {
  const { campaign } = earning.share;
  if (campaign === null || earning.extra === 0) return [];
  return [claimLine(earning, "campaign", campaign.campaignId, earning.extra)];
}

function claimLine(
  { paid: { claim }, unit, share }: Earning,
  kind: LineKind,
  rule: string,
  points: number,
  tail = "",
): DueLine {
  const { memberId } = share;
  const { ordinal } = unit.unit;
  const place = claim.participants.find((participant) => participant.memberId === memberId);
  if (!place) throw new Error(`claim ${claim.id} pays ${memberId}, who took no part in it`);
  return {
    key: `${kind}:${claim.id}:${claim.revision}:${ordinal}:${memberId}${tail}`,
    kind,
    rule,
    points,
    memberId,
    teamId: place.teamId,
    villageId: place.villageId,
    workDate: claim.workDate,
    workMonth: claim.workMonth,
    claimId: claim.id,
    revision: claim.revision,
    unit: ordinal,
  };
}

/** The team of the first work under the cap bears it; the key names the team, so that every sum stays a function of the set. */
function capLine({ memberId, workMonth }: MemberMonth, { fact, among }: Cut): DueLine {
  const first = among[0];
  const place = first?.paid.claim.participants.find((participant) => participant.memberId === memberId);
  if (!first || !place) throw new Error(`a cap over no work of ${memberId}`);
  const rule = fact.kind === "own_cap" ? fact.activityKey : fact.kind;
  const span = fact.workDate ?? workMonth;
  const about = fact.kind === "own_cap" ? `own_cap:${fact.activityKey}` : fact.kind;
  return {
    key: `${about}:${memberId}:${span}:${place.teamId}:${place.villageId ?? "-"}`,
    kind: fact.kind,
    rule,
    points: fact.points,
    memberId,
    teamId: place.teamId,
    villageId: place.villageId,
    workDate: fact.workDate ?? first.paid.claim.monthFrom,
    workMonth,
    claimId: null,
    revision: null,
    unit: null,
  };
}
