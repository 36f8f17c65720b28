import { data, redirect } from "@remix-run/node";
import type { PhotoRefusal } from "#app/domain/activity/photo-refusals.ts";
import { householdReach, reachesVillage } from "#app/domain/households/household-reach.ts";
import { isId, makeId } from "#app/domain/ids.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { editClaim, resubmitClaim } from "#app/features/activity-log/edit-claim.server.ts";
import { readClaim } from "#app/features/activity-log/read-claim.server.ts";
import { readLogBoard } from "#app/features/activity-log/read-log-board.server.ts";
import { submitClaim } from "#app/features/activity-log/submit-claim.server.ts";
import { withdrawClaim } from "#app/features/activity-log/withdraw-claim.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { newHouseholdFields, newPersonFields } from "#app/features/households/add-at-the-door.schema.ts";
import { addHouseholdQuickly } from "#app/features/households/add-household-quickly.server.ts";
import { addPersonSlot } from "#app/features/households/add-person-slot.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import { claimOfDraft } from "#app/ui/activity/claim-of-draft.ts";
import { type ClaimProblems, NO_PROBLEMS, placeProblems } from "#app/ui/activity/claim-problems.ts";
import { applyAct, type Draft, readAct, readDraft, unitKey } from "#app/ui/activity/draft.ts";
import { shapeOf } from "#app/ui/activity/kind-shape.ts";
import { ACTIVITY_PATHS } from "#app/ui/activity/paths.ts";
import type { Problems } from "#app/ui/kit/error-summary.tsx";

/** What the form is told: itself as it now stands, and what was wrong with it. */
export interface LogAnswer {
  readonly draft: Draft;
  readonly problems: ClaimProblems;
  readonly adding: { readonly problems: Problems; readonly values: Readonly<Record<string, string>> };
}

const NOTHING_ADDED = { problems: {}, values: {} } as const;

export async function answerForm(caller: Caller, fields: FormData, photos: PhotoRefusal | null) {
  const draft = readDraft(fields);
  // Nothing is sent without a picture its sender believes to be on it.
  if (photos) return still(draft, { problems: { fields: { photos }, units: {} } }, 422);
  const act = String(fields.get("act") ?? "");
  switch (act) {
    case "send":
      return send(caller, draft);
    case "withdraw":
      return takeBack(caller, String(fields.get("claim") ?? ""));
    case "add-household":
      return addHousehold(caller, draft, fields);
    case "add-person":
      return addPerson(caller, draft, fields);
    default: {
      const read = readAct(act);
      // Enter in a field presses the button that changes nothing; no other value is any button's.
      return still(read ? applyAct(draft, read) : draft, {}, read || act === "stay" ? 200 : 422);
    }
  }
}

function still(draft: Draft, answer: Partial<LogAnswer> = {}, status = 200) {
  return data<LogAnswer>({ draft, problems: NO_PROBLEMS, adding: NOTHING_ADDED, ...answer }, { status });
}

async function send(caller: Caller, draft: Draft) {
  const board = await readLogBoard(caller, draft.activityKey);
  if (!board || !isId(draft.id)) throw notFound();
  const { content, unitKeys, unreadable } = claimOfDraft(draft, board.kind, caller.today);
  const isChange = draft.fields.revision !== "";
  const refuse = (problems: ClaimProblems) => {
    const fields = { ...problems.fields, ...unreadable };
    return still(draft, { problems: { ...problems, fields } }, 422);
  };
  if (Object.keys(unreadable).length > 0) return refuse(NO_PROBLEMS);
  const verdict = await (isChange
    ? change(caller, draft, content)
    : submitClaim(caller, { id: draft.id, content }));
  if (verdict.ok)
    return redirect(
      isChange ? ACTIVITY_PATHS.record(draft.id) : ACTIVITY_PATHS.logAfter(draft.activityKey, draft.id),
    );
  if (verdict.code === "not_permitted") throw notFound();
  if (verdict.code === "claim_has_problems") return refuse(placeProblems(verdict.problems, unitKeys));
  const { ok: _, ...rejection } = verdict;
  return refuse({ fields: { form: rejection as Rejection }, units: {} });
}

async function change(caller: Caller, draft: Draft, content: Parameters<typeof editClaim>[1]["content"]) {
  const revision = Number(draft.fields.revision);
  const claim = await readClaim(caller, draft.id);
  if (!claim || !Number.isSafeInteger(revision)) throw notFound();
  const edit = { id: draft.id, revision, content };
  return claim.may.resubmit ? resubmitClaim(caller, edit) : editClaim(caller, edit);
}

async function takeBack(caller: Caller, id: string) {
  if (!isId(id)) throw notFound();
  const verdict = await withdrawClaim(caller, id);
  if (!verdict.ok && verdict.code === "not_permitted") throw notFound();
  // Decided in the meantime: its own page says so.
  return redirect(verdict.ok ? `${ACTIVITY_PATHS.log}?rut=${id}` : ACTIVITY_PATHS.record(id));
}

async function addHousehold(caller: Caller, draft: Draft, fields: FormData) {
  const form = await readForm(fields, newHouseholdFields);
  const values = form.values as Record<string, string>;
  if (!form.ok) return still(draft, { adding: { problems: form.problems, values } }, 422);
  const {
    newId: id,
    newVillage: villageId,
    newHead: head,
    newLane: lane = null,
    newAdults: adults,
  } = form.value;
  if (!reachesVillage(householdReach(caller.permission.grants, caller.communeId ?? 0), villageId))
    throw notFound();
  const household = { id, villageId, head, lane, adults, isAnother: form.value.newIsAnother };
  const verdict = await inRoster(caller, "households.add-at-the-door", (tx, act) =>
    addHouseholdQuickly(tx, caller.platform.keys, act, household),
  );
  if (!verdict.ok) {
    if (verdict.code === "not_permitted") throw notFound();
    return still(draft, { adding: { problems: { newHead: verdict }, values } }, 422);
  }
  const board = await readLogBoard(caller, draft.activityKey);
  const isWhole = board !== null && shapeOf(board.kind).who === "household";
  return still(
    withNewId(
      caller,
      isWhole
        ? applyAct(draft, { do: "add", key: unitKey({ householdId: id, slot: null }) })
        : applyAct(draft, { do: "household", id }),
    ),
  );
}

async function addPerson(caller: Caller, draft: Draft, fields: FormData) {
  const form = await readForm(fields, newPersonFields);
  const values = form.values as Record<string, string>;
  if (!form.ok) return still(draft, { adding: { problems: form.problems, values } }, 422);
  const {
    newId: clientId,
    pickerHousehold: householdId,
    newName: name,
    newDigits: phone = null,
  } = form.value;
  const board = await readLogBoard(caller, draft.activityKey);
  if (!board?.households.some(({ id }) => id === householdId)) throw notFound();
  const verdict = await inRoster(caller, "households.add-person", (tx, act) =>
    addPersonSlot(tx, caller.platform.keys, act, { clientId, householdId, name, phone }),
  );
  if (!verdict.ok) {
    if (verdict.code === "not_permitted") throw notFound();
    const field = verdict.code === "slot_digits_too_few" ? "newDigits" : "newName";
    return still(draft, { adding: { problems: { [field]: verdict }, values } }, 422);
  }
  const key = unitKey({ householdId, slot: verdict.value.slot });
  return still(withNewId(caller, applyAct(draft, { do: "add", key })));
}

/** The next thing made at a door needs a name of its own. */
function withNewId({ now, platform }: Caller, draft: Draft): Draft {
  const newId = makeId(now.getTime(), platform.random.bytes(10));
  return { ...draft, fields: { ...draft.fields, newId } };
}
