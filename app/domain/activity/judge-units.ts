import type { WorkUnit } from "../plan/activity-proposal.ts";
import type { ClaimContent, UnitCheck, UnitContent } from "./claim.ts";
import type { ClaimFacts } from "./claim-facts.ts";
import type { ClaimContentRefusal, ClaimProblem } from "./claim-refusals.ts";
import type { ActivityKind } from "./scheme.ts";

export const MOST_UNITS = 200;

/** C12: "tạo gian hàng, đăng ảnh, quảng bá, nhận đơn, đóng gói". */
const STEPS: readonly UnitCheck[] = [
  "stall_opened",
  "photos_posted",
  "advertised",
  "orders_taken",
  "orders_packed",
];

/** One record is one of these; the people of it are counted in visits. */
const WHOLE: ReadonlySet<WorkUnit> = new Set(["session", "class", "shift", "week", "item", "stage"]);
/** Work on people may name none of them: then it is visits and nothing more (rule 8). */
const MAY_BE_EMPTY: ReadonlySet<WorkUnit> = new Set(["person_service", "person", "learner"]);
const OF_A_HOUSEHOLD: ReadonlySet<WorkUnit> = new Set(["household", "step"]);
/** Where a unit is counted and not listed one by one; everywhere else it is one. */
const MOST_OF: Readonly<Partial<Record<WorkUnit, number>>> = {
  document: 20,
  step: STEPS.length,
  learner: 500,
  product: 50,
  stall: 50,
};

export function judgeUnits(content: ClaimContent, kind: ActivityKind, facts: ClaimFacts): ClaimProblem[] {
  const { units } = content;
  if (units.length > MOST_UNITS) return [{ field: "units", code: "units_too_many", maximum: MOST_UNITS }];
  if (WHOLE.has(kind.unit) && units.length > 1)
    return [{ field: "units", code: "units_too_many", maximum: 1 }];
  if (units.length === 0) {
    const isFine = MAY_BE_EMPTY.has(kind.unit) && content.visits > 0;
    return isFine ? [] : [{ field: "units", code: "units_missing" }];
  }
  const seen = new Map<string, number>();
  return units.flatMap((unit, index): ClaimProblem[] => {
    const refusal =
      judgePlace(unit, kind, content, facts) ??
      judgeService(unit, kind, content, facts) ??
      judgeResult(unit, kind) ??
      judgeQuantity(unit, kind) ??
      judgeBonuses(unit, kind) ??
      judgeChecks(unit, kind, content) ??
      judgeRepeat(unit, kind, index, seen);
    return refusal === null ? [] : [{ ...refusal, field: "units", index }];
  });
}

function judgePlace(
  { householdId, slot }: UnitContent,
  { unit }: ActivityKind,
  { audience }: ClaimContent,
  { households }: ClaimFacts,
): ClaimContentRefusal | null {
  if (householdId === null) {
    if (slot !== null) return { code: "unit_needs_household" };
    // C02, L32: an enterprise or a cooperative is on no village's list.
    const isOnLists = audience === "residents" || audience === "households" || audience === "parents";
    return OF_A_HOUSEHOLD.has(unit) && isOnLists ? { code: "unit_needs_household" } : null;
  }
  const household = households.get(householdId);
  if (!household) return { code: "household_not_listed" };
  return slot === null || household.slots.has(slot) ? null : { code: "slot_not_listed" };
}

function judgeService(
  { serviceKey }: UnitContent,
  { unit }: ActivityKind,
  { workDate }: ClaimContent,
  { services }: ClaimFacts,
): ClaimContentRefusal | null {
  if (serviceKey === null) return unit === "person_service" ? { code: "unit_needs_service" } : null;
  const service = services.get(serviceKey);
  if (!service) return { code: "service_unknown" };
  return service.retiredOn !== null && service.retiredOn <= workDate
    ? { code: "service_retired", since: service.retiredOn }
    : null;
}

function judgeResult({ outcome, stage }: UnitContent, { scale }: ActivityKind): ClaimContentRefusal | null {
  if (scale.by === "outcome" && outcome === null) return { code: "unit_needs_outcome" };
  return scale.by === "stage" && stage === null ? { code: "unit_needs_stage" } : null;
}

function judgeQuantity({ quantity, slot }: UnitContent, { unit }: ActivityKind): ClaimContentRefusal | null {
  const maximum = unit === "learner" && slot !== null ? 1 : (MOST_OF[unit] ?? 1);
  const isFine = Number.isInteger(quantity) && quantity >= 1 && quantity <= maximum;
  return isFine ? null : { code: "quantity_out_of_range", maximum };
}

function judgeBonuses(
  { bonuses, quantity }: UnitContent,
  { bonuses: known }: ActivityKind,
): ClaimContentRefusal | null {
  for (const [key, count] of Object.entries(bonuses)) {
    const bonus = known.find((each) => each.key === key);
    if (!bonus) return { code: "bonus_unknown" };
    const maximum = Math.floor(bonus.atMost / bonus.each) * quantity;
    if (!Number.isInteger(count) || count < 0 || count > maximum) return { code: "bonus_too_many", maximum };
  }
  return null;
}

/** C13, L12: a promise of quality is shown, and a shop that takes orders has somewhere to be paid. */
function judgeChecks(
  { checks = [], quantity }: UnitContent,
  { unit }: ActivityKind,
  { photos }: ClaimContent,
): ClaimContentRefusal | null {
  if (checks.length === 0) return null;
  if (unit !== "step" || new Set(checks).size < checks.length) return { code: "check_not_of_kind" };
  const steps = checks.filter((check) => STEPS.includes(check)).length;
  if (steps !== quantity) return { code: "steps_and_quantity_differ", steps };
  if (checks.includes("orders_taken") && !checks.includes("payment_account"))
    return { code: "orders_need_payment_account" };
  return checks.includes("quality_committed") && photos.length === 0
    ? { code: "commitment_needs_photo" }
    : null;
}

/** The same person and service twice in one record is a slip of the finger. */
function judgeRepeat(
  { householdId, slot, serviceKey, stage }: UnitContent,
  { unit }: ActivityKind,
  index: number,
  seen: Map<string, number>,
): ClaimContentRefusal | null {
  // Two of a household whom nobody names may be two people.
  if (householdId === null || (slot === null && !OF_A_HOUSEHOLD.has(unit))) return null;
  const key = [householdId, slot ?? "", serviceKey ?? "", stage ?? ""].join("/");
  const first = seen.get(key);
  seen.set(key, first ?? index);
  return first === undefined ? null : { code: "unit_repeated", first: first + 1 };
}
