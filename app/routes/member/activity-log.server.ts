import { redirect } from "@remix-run/node";
import { isId, makeId } from "#app/domain/ids.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import type { ClaimView } from "#app/features/activity-log/claim-view.ts";
import { readClaim } from "#app/features/activity-log/read-claim.server.ts";
import { readLogBoard } from "#app/features/activity-log/read-log-board.server.ts";
import { readLogKinds } from "#app/features/activity-log/read-log-kinds.server.ts";
import { readLoggingDefaults } from "#app/features/activity-log/read-logging-defaults.server.ts";
import { type LogHint, readLogHint } from "#app/features/materials/read-materials.server.ts";
import { type Draft, unitKey } from "#app/ui/activity/draft.ts";
import { shapeOf } from "#app/ui/activity/kind-shape.ts";
import { ACTIVITY_PATHS } from "#app/ui/activity/paths.ts";
import { draftOfRecord, newDraft, nextAfter, repeatOf } from "#app/ui/activity/start-draft.ts";
import type { LogBoard } from "#app/ui/activity/views.ts";

/** What the address asks for: a new record, the next one after a record, the same once more, or a change of one. */
const WAYS = { sau: "after", lap: "repeat", sua: "edit", rut: "taken-back" } as const;
type Way = (typeof WAYS)[keyof typeof WAYS];

export async function loadKinds(caller: Caller) {
  const { team, lastKinds } = await readLoggingDefaults(caller);
  if (team === null) return { kinds: [], recent: [], hasTeam: false };
  const kinds = await readLogKinds(caller);
  return {
    // Tiles need no more of a kind, and all of it would be half of the page.
    kinds: kinds.map(({ key, name, pillar, scale }) => ({ key, name, pillar, scale })),
    recent: lastKinds.slice(0, 4).map(({ activityKey }) => activityKey),
    hasTeam: true,
  };
}

export interface LogPage {
  readonly board: LogBoard;
  readonly start: Draft;
  readonly way: Way | "new";
  readonly source: ClaimView | null;
  readonly hint: LogHint;
}

/** The form of one kind, filled with habit and with the record the address names. */
export async function loadForm(caller: Caller, query: URLSearchParams): Promise<LogPage> {
  const found = await findSource(caller, query);
  const key = found?.source.activityKey ?? query.get("viec") ?? "";
  const defaults = await readLoggingDefaults(caller);
  const view = await readLogBoard(caller, key);
  // A kind the rules no longer know: back to those they do.
  if (view === null || defaults.team === null) throw redirect(ACTIVITY_PATHS.log);
  const last = defaults.lastKinds.find(({ activityKey }) => activityKey === key);
  const modes = last ? [last.mode, ...view.kind.modes.filter((mode) => mode !== last.mode)] : view.kind.modes;
  const usual = last?.serviceKeys ?? [];
  const services = [...view.services].sort((left, right) => rank(usual, left.key) - rank(usual, right.key));
  const board: LogBoard = { ...view, modes, services, mates: defaults.teamMates };
  const start = {
    ...freshIds(caller),
    activityKey: key,
    mode: modes[0] ?? "hands_on",
    services: shapeOf(view.kind).services === "one" ? usual.slice(0, 1) : [],
  };
  const hint = await readLogHint(caller, view.kind);
  if (!found)
    return { board, start: atDoor(newDraft(start), query.get("ho"), board), way: "new", source: null, hint };
  const { way, source } = found;
  const content = source.revisions.at(-1)?.content;
  if (!content) throw notFound();
  const { today } = caller;
  const startOf = {
    after: () => nextAfter(start, content, today),
    repeat: () => repeatOf(start, content, today),
    "taken-back": () => repeatOf(start, content, today),
    edit: () => draftOfRecord({ ...start, id: source.id }, content, source.revision, today),
  };
  return { board, start: atLastDoor(startOf[way](), source, board), way, source, hint };
}

/** F03: a door of tonight's walk is chosen already; of a person only the person is left to choose. */
function atDoor(start: Draft, householdId: string | null, { households, kind }: LogBoard): Draft {
  const household = households.find(({ id }) => id === householdId);
  if (!household) return start;
  if (shapeOf(kind).who === "household") {
    const key = unitKey({ householdId: household.id, slot: null });
    const unit = { key, outcome: null, quantity: "1", bonuses: {}, groups: [], checks: [] };
    return { ...start, units: [unit] };
  }
  const { id, villageId, lane } = household;
  return {
    ...start,
    picker: {
      ...start.picker,
      isOpen: true,
      householdId: id,
      villageId: String(villageId),
      lane: lane ?? "-",
    },
  };
}

/** C21: the list opens in the lane the last door was in. */
function atLastDoor(start: Draft, { units }: ClaimView, { households }: LogBoard): Draft {
  const last = units.findLast(({ householdId }) => householdId !== null);
  const household = households.find(({ id }) => id === last?.householdId);
  if (!household) return start;
  const { villageId, lane } = household;
  return { ...start, picker: { ...start.picker, villageId: String(villageId), lane: lane ?? "-" } };
}

async function findSource(
  caller: Caller,
  query: URLSearchParams,
): Promise<{ way: Way; source: ClaimView } | null> {
  for (const [name, way] of Object.entries(WAYS)) {
    const id = query.get(name);
    if (id === null) continue;
    const source = isId(id) ? await readClaim(caller, id) : null;
    if (!source?.participants.some(({ part }) => part === "claimant")) throw notFound();
    if (way === "edit" && !source.may.edit && !source.may.resubmit) throw redirect(ACTIVITY_PATHS.record(id));
    return { way, source };
  }
  return null;
}

/** Names for what the form will make, given before it is sent: sent twice, it is one record (rule 3). */
export function freshIds({ now, platform }: Caller): { id: string; newId: string } {
  const make = () => makeId(now.getTime(), platform.random.bytes(10));
  return { id: make(), newId: make() };
}

function rank(usual: readonly string[], key: string): number {
  const at = usual.indexOf(key);
  return at === -1 ? usual.length : at;
}
