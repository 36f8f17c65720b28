import { PLAIN_UNIT } from "../activity/claim.ts";
import type { ActivityKind, Scheme } from "../activity/scheme.ts";
import type { CampaignRule } from "../campaigns/campaign.ts";
import { type CampaignFactor, factorOf } from "../campaigns/factor-of.ts";
import type { PointBonus, PointScale, WorkUnit } from "../plan/activity-proposal.ts";
import { isBelowLeast } from "./least.ts";
import type { Participant, VerifiedClaim, VerifiedUnit } from "./line.ts";

/** The rules of a month, with the campaigns that were announced before their days. */
export interface MonthRules extends Scheme {
  readonly campaigns?: readonly CampaignRule[];
}

/** What one unit of work gives one of those who did it, before anything is capped or taken back. */
export interface Share {
  readonly memberId: string;
  readonly award: number;
  readonly bonuses: readonly { readonly key: string; readonly points: number }[];
  readonly priority: number;
  /** D17: what multiplies award and bonuses, where some campaign does. */
  readonly campaign: CampaignFactor | null;
}

export interface PaidUnit {
  readonly unit: VerifiedUnit;
  /** How many the own cap counts it for: documents, steps, learners and products come several at a time. */
  readonly pieces: number;
  readonly shares: readonly Share[];
}

/** A claim with what it is worth by itself, whatever else was done. */
export interface PaidClaim {
  readonly claim: VerifiedClaim;
  /** Null when the rules of its month know no such kind: it then pays nothing. */
  readonly kind: ActivityKind | null;
  readonly units: readonly PaidUnit[];
  readonly priorityPerMonth: number;
  readonly perDay: number;
  readonly perMonth: number;
}

/** The claim itself is one unit of these, however many people are listed with it. */
const WHOLE_CLAIM: ReadonlySet<WorkUnit> = new Set(["session", "class", "shift", "week"]);
/** What the team makes; nobody has to be named for it. */
const WITHOUT_PEOPLE: ReadonlySet<WorkUnit> = new Set([...WHOLE_CLAIM, "item", "stage"]);
const COUNTED: ReadonlySet<WorkUnit> = new Set(["document", "step", "learner", "product"]);

export function payClaim(claim: VerifiedClaim, scheme: MonthRules): PaidClaim {
  const found = scheme.activities.find(({ key }) => key === claim.activityKey) ?? null;
  const isRetired = found !== null && found.retiredOn !== null && found.retiredOn <= claim.workDate;
  const kind = isRetired ? null : found;
  const { priorityPerMonth, perDay, perMonth } = scheme.limits;
  const limits = { priorityPerMonth, perDay, perMonth };
  if (kind === null || isBelowLeast(kind, { people: claim.visits, minutes: claim.minutes }))
    return { claim, kind, units: [], ...limits };
  const participants = [...claim.participants].sort((left, right) => compare(left.memberId, right.memberId));
  const factorFor = (unit: VerifiedUnit, { teamId }: Participant) =>
    factorOf(
      scheme.campaigns ?? [],
      { ...claim, serviceKey: unit.serviceKey, teamId },
      scheme.limits.campaignFactorAtMost,
    );
  const units = payingUnits(kind, claim)
    .map((unit) => payUnit(unit, kind, participants, scheme.limits.priorityPerson, factorFor))
    .filter(({ shares }) => shares.length > 0);
  return { claim, kind, units, ...limits };
}

/** 4 points among three are 134, 133 and 133: nothing is lost and the order of the names decides, never chance. */
export function splitEvenly(total: number, among: number): number[] {
  const each = Math.floor(total / among);
  const rest = total - each * among;
  return Array.from({ length: among }, (_, index) => each + (index < rest ? 1 : 0));
}

export function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function payingUnits(kind: ActivityKind, claim: VerifiedClaim): readonly VerifiedUnit[] {
  const units = [...claim.units].sort((left, right) => left.ordinal - right.ordinal);
  if (WHOLE_CLAIM.has(kind.unit)) return [units[0] ?? NOBODY];
  return units.length === 0 && WITHOUT_PEOPLE.has(kind.unit) ? [NOBODY] : units;
}

const NOBODY: VerifiedUnit = { ...PLAIN_UNIT, ordinal: 1, personKey: null, isPriority: false };

function payUnit(
  unit: VerifiedUnit,
  kind: ActivityKind,
  participants: readonly Participant[],
  priorityPerson: number,
  factorFor: (unit: VerifiedUnit, participant: Participant) => CampaignFactor | null,
): PaidUnit {
  const pieces = COUNTED.has(kind.unit) && !isOneLearner(kind, unit) ? Math.max(1, unit.quantity) : 1;
  const isPriority = unit.isPriority && unit.personKey !== null && !WITHOUT_PEOPLE.has(kind.unit);
  const spread = (total: number) =>
    kind.sharing === "split" ? splitEvenly(total, participants.length) : participants.map(() => total);
  const awards = awardsOf(kind.scale, unit, participants, spread).map((award) => award * pieces);
  const priorities = spread(isPriority ? priorityPerson : 0);
  const bonuses = paidBonuses(kind, unit).map(({ key, points }) => ({ key, parts: spread(points) }));
  const shares = participants.map((participant, index) => ({
    memberId: participant.memberId,
    award: awards[index] ?? 0,
    bonuses: bonuses
      .map(({ key, parts }) => ({ key, points: parts[index] ?? 0 }))
      .filter(({ points }) => points > 0),
    priority: priorities[index] ?? 0,
    campaign: factorFor(unit, participant),
  }));
  return { unit, pieces, shares: shares.filter(({ award, bonuses }) => award > 0 || bonuses.length > 0) };
}

function isOneLearner(kind: ActivityKind, unit: VerifiedUnit): boolean {
  return kind.unit === "learner" && unit.personKey !== null;
}

function awardsOf(
  scale: PointScale,
  unit: VerifiedUnit,
  participants: readonly Participant[],
  spread: (total: number) => number[],
): number[] {
  switch (scale.by) {
    case "outcome":
      return spread(payOutcome(scale, unit));
    case "unit":
      return spread(scale.each);
    case "part": {
      // Where nobody else is named as the teacher, whoever logged the class taught it.
      const hasTeacher = participants.some(({ part }) => part === "teacher");
      return participants.map(({ part }) =>
        part === "teacher" || (part === "claimant" && !hasTeacher) ? scale.teacher : scale.helper,
      );
    }
    case "stage":
      return spread(unit.stage === null ? 0 : scale[unit.stage]);
  }
}

/** C30: more than the first figure needs a known person, whom somebody could ask. */
function payOutcome(scale: Extract<PointScale, { by: "outcome" }>, unit: VerifiedUnit): number {
  const figures = { knows: scale.knows, with_help: scale.withHelp, proficient: scale.proficient };
  const figure = figures[unit.outcome ?? "knows"];
  return unit.personKey === null ? Math.min(figure, scale.knows) : figure;
}

function paidBonuses(kind: ActivityKind, unit: VerifiedUnit): { key: string; points: number }[] {
  if (kind.scale.by === "outcome" && unit.personKey === null) return [];
  return kind.bonuses.flatMap((bonus) => {
    const points = payBonus(bonus, unit.bonuses[bonus.key] ?? 0, unit.quantity);
    return points > 0 ? [{ key: bonus.key, points }] : [];
  });
}

/** The most a bonus comes to is said for one unit; three learners may bring three certificates. */
function payBonus({ each, atMost }: PointBonus, count: number, quantity: number): number {
  return Math.min(atMost * quantity, each * Math.max(0, Math.floor(count)));
}
