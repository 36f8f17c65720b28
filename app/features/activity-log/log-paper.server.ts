import type { ClaimContent } from "#app/domain/activity/claim.ts";
import type { ClaimField, ClaimProblem, ClaimRefusal } from "#app/domain/activity/claim-refusals.ts";
import { parsePaperPerson } from "#app/domain/activity/paper-person.ts";
import { type ActivityKind, kindOf, type Mode, type Outcome } from "#app/domain/activity/scheme.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { householdCodeKey } from "#app/domain/households/household-code.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { logAct } from "./log-act.ts";
import type { RowField } from "./paper.schema.ts";
import { type PaperDesk, readPaperDesk } from "./read-paper-desk.server.ts";
import { type ClaimToSubmit, submitWhole } from "./submit-claims.server.ts";

/** One line as it was typed; what was left out follows the line above, or the kind's usual way. */
export interface PaperLine {
  readonly number: number;
  readonly id: string;
  readonly day: LocalDate | null;
  readonly kind: string;
  readonly mode: Mode | null;
  readonly person: string | null;
  readonly service: string | null;
  readonly outcome: Outcome | null;
  readonly visits: number | null;
  readonly minutes: number | null;
  readonly place: string | null;
  readonly note: string | null;
}

export interface PaperSheet {
  readonly teamId: number;
  readonly memberId: string;
  readonly signedSheet: string;
  readonly lines: readonly PaperLine[];
}

export interface PaperProblem {
  readonly line: number;
  readonly field: RowField;
  readonly problem: ClaimProblem | { readonly code: "required" | "not_chosen" };
}

export type PaperRefusal =
  | { readonly code: "paper_has_problems"; readonly problems: readonly PaperProblem[] }
  | Extract<ClaimRefusal, { code: "claim_id_reused" }>
  | { readonly code: "not_permitted" };

const FIELD_OF: Readonly<Record<ClaimField, RowField>> = {
  activityKey: "kind",
  workDate: "day",
  mode: "mode",
  audience: "kind",
  place: "place",
  note: "note",
  link: "note",
  visits: "visits",
  minutes: "minutes",
  counters: "visits",
  movements: "note",
  units: "person",
  helpers: "person",
  photos: "note",
};

/**
 * A signed sheet of somebody without a phone, typed by the office or the deputy. All lines are taken or none; the
 * typist is on every record, and so never its verifier.
 */
export async function logPaper(
  caller: Caller,
  sheet: PaperSheet,
): Promise<Verdict<{ readonly count: number }, PaperRefusal>> {
  const desk = await readPaperDesk(caller, sheet.teamId);
  if (!desk?.members.some(({ id }) => id === sheet.memberId)) return refused({ code: "not_permitted" });
  const households = await readHouseholdIds(caller, desk);
  const problems: PaperProblem[] = [];
  const claims: ClaimToSubmit[] = [];
  let day: LocalDate | null = null;
  for (const line of sheet.lines) {
    day = line.day ?? day;
    const content = contentOf(line, day, desk, households, problems);
    const onBehalfOf = {
      memberId: sheet.memberId,
      signedSheet: sheet.signedSheet,
      mayReachBack: desk.mayReachBack,
    };
    if (content) claims.push({ id: line.id, content, onBehalfOf });
  }
  if (problems.length > 0) return refused({ code: "paper_has_problems", problems });
  const answers = await submitWhole(caller, claims);
  for (const [index, { outcome }] of answers.entries()) {
    if (outcome.ok) continue;
    if (outcome.code === "claim_id_reused") return refused({ code: "claim_id_reused" });
    if (outcome.code === "not_on_roster") return refused({ code: "not_permitted" });
    const line = sheet.lines[index]?.number ?? 1;
    for (const problem of outcome.problems) problems.push({ line, field: fieldOf(problem), problem });
  }
  return problems.length > 0
    ? refused({ code: "paper_has_problems", problems })
    : allowed({ count: answers.length });
}

function fieldOf({ field, code }: ClaimProblem): RowField {
  if (code === "unit_needs_service" || code === "service_unknown" || code === "service_retired")
    return "service";
  return code === "unit_needs_outcome" ? "outcome" : FIELD_OF[field];
}

function contentOf(
  line: PaperLine,
  day: LocalDate | null,
  { kinds }: PaperDesk,
  households: ReadonlyMap<string, string>,
  problems: PaperProblem[],
): ClaimContent | null {
  const say = (field: RowField, problem: PaperProblem["problem"]) =>
    problems.push({ line: line.number, field, problem });
  const kind = kindOf({ activities: kinds } as never, line.kind);
  if (!kind) say("kind", { code: "not_chosen" });
  if (day === null) say("day", { code: "required" });
  const named = line.person === null ? null : parsePaperPerson(line.person);
  const householdId = named === null ? null : (households.get(named.codeKey) ?? null);
  if (line.person !== null && householdId === null)
    say("person", { field: "units", code: "household_not_listed" });
  if (!kind || day === null || (line.person !== null && householdId === null)) return null;
  return {
    activityKey: kind.key,
    workDate: day,
    mode: line.mode ?? kind.modes[0] ?? "home_visit",
    audience: "residents",
    place: line.place,
    note: line.note,
    link: null,
    visits: line.visits ?? 1,
    minutes: line.minutes,
    counters: {},
    movements: [],
    units: unitsOf(line, kind, householdId, named?.slot ?? null),
    helpers: [],
    photos: [],
  };
}

function unitsOf(line: PaperLine, kind: ActivityKind, householdId: string | null, slot: number | null) {
  return [
    {
      householdId,
      slot,
      serviceKey: line.service,
      outcome: kind.scale.by === "outcome" ? line.outcome : null,
      stage: null,
      groups: [],
      bonuses: {},
      quantity: 1,
    },
  ];
}

async function readHouseholdIds(caller: Caller, { team }: PaperDesk): Promise<ReadonlyMap<string, string>> {
  const { communeId } = logAct(caller);
  const rows = await caller.platform.db.withCommunes(
    caller.scope("activity-log.read-paper-desk"),
    (tx: Tx) => tx.$queryRaw<{ id: string; code: string }[]>`
      select id, code from household
       where commune_id = ${communeId} and village_id = ${team.villageId}::int and valid_to is null`,
  );
  return new Map(rows.map(({ id, code }) => [householdCodeKey(code), id]));
}
