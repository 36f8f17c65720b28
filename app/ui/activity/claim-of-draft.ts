import { type ClaimContent, PLAIN_UNIT, type UnitContent } from "#app/domain/activity/claim.ts";
import type { ClaimField } from "#app/domain/activity/claim-refusals.ts";
import { type ActivityKind, AUDIENCES, MODES } from "#app/domain/activity/scheme.ts";
import { addDays, type LocalDate, parseTypedDate } from "#app/domain/calendar/local-date.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import { type Draft, type DraftUnit, placeOf } from "./draft.ts";
import { type KindShape, shapeOf } from "./kind-shape.ts";

/** More people than this at once are a crowd; the rest of them are visits all the same. */
const MOST_UNKNOWN_UNITS = 100;

export interface ClaimOfDraft {
  readonly content: ClaimContent;
  /** The form's row behind each unit; null where no row of the form stands for it. */
  readonly unitKeys: readonly (string | null)[];
  /** What could not even be read; judged nowhere else. */
  readonly unreadable: Readonly<Partial<Record<ClaimField, Rejection>>>;
}

/** What the form says, as the record it becomes. The rules judge it afterwards, here and on the server alike. */
export function claimOfDraft(draft: Draft, kind: ActivityKind, today: LocalDate): ClaimOfDraft {
  const shape = shapeOf(kind);
  const { fields } = draft;
  const unreadable: Partial<Record<ClaimField, Rejection>> = {};
  const count = (field: ClaimField, text: string): number | null => {
    const digits = text.trim();
    if (digits === "") return null;
    if (/^\d{1,6}$/.test(digits)) return Number(digits);
    unreadable[field] ??= { code: "not_a_number" };
    return null;
  };
  const workDate = dayOf(draft, today);
  if (workDate === null) unreadable.workDate = { code: "not_a_date" };
  const unknown = count("visits", fields.unknown) ?? 0;
  const { units, unitKeys } = unitsOf(draft, kind, shape, unknown);
  const people = new Set(draft.units.map(({ key }) => key)).size;
  const content: ClaimContent = {
    activityKey: kind.key,
    workDate: workDate ?? today,
    mode: MODES.find((mode) => mode === fields.mode) ?? kind.modes[0] ?? "hands_on",
    audience: AUDIENCES.find((audience) => audience === fields.audience) ?? "residents",
    place: fields.place.trim() || null,
    note: fields.note.trim() || null,
    link: fields.link.trim() || null,
    visits: shape.who === "nobody" ? (count("visits", fields.visits) ?? 0) : people + unknown,
    minutes: count("minutes", fields.minutes),
    counters: countersOfDraft(draft, (text) => count("counters", text)),
    movements: draft.movements,
    units,
    helpers: [
      ...draft.teachers.map((memberId) => ({ memberId, part: "teacher" as const })),
      ...draft.helpers
        .filter((memberId) => !draft.teachers.includes(memberId))
        .map((memberId) => ({ memberId, part: "helper" as const })),
    ],
    photos: draft.photos,
  };
  return { content, unitKeys, unreadable };
}

/** What was left empty says nothing, and is not a nought (rule 9). */
function countersOfDraft(
  { counters }: Draft,
  read: (text: string) => number | null,
): Readonly<Record<string, number>> {
  return Object.fromEntries(
    Object.entries(counters).flatMap(([name, text]) => {
      const figure = read(text);
      return figure === null ? [] : [[name, figure] as const];
    }),
  );
}

export function dayOf({ fields }: Draft, today: LocalDate): LocalDate | null {
  if (fields.dayChoice === "yesterday") return addDays(today, -1);
  return fields.dayChoice === "other" ? parseTypedDate(fields.otherDay) : today;
}

function unitsOf(draft: Draft, kind: ActivityKind, shape: KindShape, unknown: number) {
  if (shape.who === "nobody") {
    const row = draft.units[0] ?? null;
    const stage =
      draft.fields.stage === "piloted" || draft.fields.stage === "recognised" ? draft.fields.stage : null;
    const unit: UnitContent = { ...PLAIN_UNIT, stage, bonuses: countBonuses(row) };
    return { units: [unit], unitKeys: [null] };
  }
  const named = draft.units.flatMap((row) => {
    const unit = unitOf(row, shape);
    const services = shape.services === "none" || draft.services.length === 0 ? [null] : draft.services;
    return services.map((serviceKey) => ({ key: row.key as string | null, unit: { ...unit, serviceKey } }));
  });
  // Rule 8: people nobody can name are worth the first step of a scale of outcomes, and nothing elsewhere.
  const others =
    kind.scale.by === "outcome"
      ? Array.from({ length: Math.min(unknown, MOST_UNKNOWN_UNITS) }, () => ({
          key: null,
          unit: { ...PLAIN_UNIT, serviceKey: draft.services[0] ?? null, outcome: "knows" as const },
        }))
      : [];
  const all = [...named, ...others];
  return { units: all.map(({ unit }) => unit), unitKeys: all.map(({ key }) => key) };
}

function unitOf(row: DraftUnit, shape: KindShape): UnitContent {
  const steps = row.checks.filter((check) => !PROOFS.has(check));
  const typed = /^\d{1,3}$/.test(row.quantity.trim()) ? Number(row.quantity) : shape.countsQuantity ? 0 : 1;
  return {
    ...PLAIN_UNIT,
    ...placeOf(row.key),
    outcome: shape.asksOutcome ? row.outcome : null,
    groups: row.groups,
    bonuses: countBonuses(row),
    quantity: shape.asksSteps ? Math.max(1, steps.length) : shape.countsQuantity ? typed : 1,
    ...(shape.asksSteps && row.checks.length > 0 ? { checks: row.checks } : {}),
  };
}

/** Not steps of a shop, but what stands beside them. */
const PROOFS: ReadonlySet<string> = new Set(["quality_committed", "payment_account"]);

function countBonuses(row: DraftUnit | null): Record<string, number> {
  const counted = Object.entries(row?.bonuses ?? {}).flatMap(([key, text]) => {
    const count = /^\d{1,4}$/.test(text.trim()) ? Number(text) : 0;
    return count > 0 ? [[key, count] as const] : [];
  });
  return Object.fromEntries(counted);
}
