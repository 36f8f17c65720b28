import type { z } from "zod";
import type { HouseholdFacts } from "#app/domain/households/household.ts";
import { householdReach } from "#app/domain/households/household-reach.ts";
import { sightInVillage } from "#app/domain/households/label-sight.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import { addPersonSlot } from "./add-person-slot.server.ts";
import { changeHousehold } from "./change-household.server.ts";
import { decideAbsence, markAbsence } from "./decide-absence.server.ts";
import { bringHouseholdBack, endHousehold } from "./end-household.server.ts";
import { problemsOf } from "./household-problems.ts";
import {
  endHouseholdSchema,
  householdFactsSchema,
  newPersonSchema,
  slotLabelSchema,
} from "./households.schema.ts";
import { labelPersonSlot } from "./label-person-slot.server.ts";
import { proposeAbsence, withdrawAbsence } from "./propose-absence.server.ts";

/** What one button of a household's page came to; null: no such button, or not for this person. */
export type HouseholdAnswer =
  | { readonly ok: true; readonly done: string }
  | { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues }
  | null;

type Place = { readonly id: string; readonly villageId: number };

export function factsOf(typed: z.output<typeof householdFactsSchema>): HouseholdFacts {
  const { code, lane, head, adults, priorities } = typed;
  return { code, lane: lane ?? null, head, adults, priorities: priorities ?? [] };
}

/** The office's buttons. */
export async function actAsOffice(caller: Caller, place: Place, fields: FormData): Promise<HouseholdAnswer> {
  const { id } = place;
  const { keys } = caller.platform;
  const reach = reachOf(caller);
  const isAway = fields.get("away") === "yes";
  switch (fields.get("act")) {
    case "save": {
      const form = await readForm(withoutAct(fields), householdFactsSchema);
      if (!form.ok) return form;
      const verdict = await inRoster(caller, "households.change", (tx, act) =>
        changeHousehold(tx, keys, act, reach, { id, ...factsOf(form.value) }),
      );
      return answer(verdict, "luu", form.values);
    }
    case "accept":
    case "decline": {
      const accepts = fields.get("act") === "accept";
      return answer(
        await inRoster(caller, "households.decide-absence", (tx, act) =>
          decideAbsence(tx, act, reach, { id, isAway, accepts }),
        ),
        accepts ? "dong-y" : "khong-dong-y",
      );
    }
    case "mark":
      return answer(
        await inRoster(caller, "households.mark-absence", (tx, act) =>
          markAbsence(tx, act, reach, { id, isAway }),
        ),
        "vang",
      );
    case "end": {
      const form = await readForm(withoutAct(fields), endHouseholdSchema);
      if (!form.ok) return form;
      const verdict = await inRoster(caller, "households.end", (tx, act) =>
        endHousehold(tx, act, reach, { id, ...form.value }),
      );
      return answer(verdict, "thoi", form.values);
    }
    case "back":
      return answer(
        await inRoster(caller, "households.bring-back", (tx, act) =>
          bringHouseholdBack(tx, keys, act, reach, id),
        ),
        "tro-lai",
      );
    default:
      return actOnPeople(caller, place, fields);
  }
}

/** The buttons of the village's team. */
export async function actAsTeam(caller: Caller, place: Place, fields: FormData): Promise<HouseholdAnswer> {
  const { id } = place;
  const reach = reachOf(caller);
  switch (fields.get("act")) {
    case "propose":
      return answer(
        await inRoster(caller, "households.propose-absence", (tx, act) =>
          proposeAbsence(tx, act, reach, { id, isAway: fields.get("away") === "yes" }),
        ),
        "de-xuat",
      );
    case "withdraw":
      return answer(
        await inRoster(caller, "households.withdraw-absence", (tx, act) =>
          withdrawAbsence(tx, act, reach, id),
        ),
        "rut",
      );
    default:
      return actOnPeople(caller, place, fields);
  }
}

async function actOnPeople(
  caller: Caller,
  { id: householdId, villageId }: Place,
  fields: FormData,
): Promise<HouseholdAnswer> {
  const { keys } = caller.platform;
  if (fields.get("act") === "add-person") {
    const form = await readForm(withoutAct(fields), newPersonSchema);
    if (!form.ok) return form;
    const verdict = await inRoster(caller, "households.add-person", (tx, act) =>
      addPersonSlot(tx, keys, act, { householdId, ...withPhone(form.value) }),
    );
    return answer(verdict, "nguoi", form.values);
  }
  if (fields.get("act") !== "label") return null;
  const form = await readForm(withoutAct(fields), slotLabelSchema);
  if (!form.ok) return form;
  const sight = sightInVillage(caller.permission.grants, caller.communeId ?? 0, villageId);
  const verdict = await inRoster(caller, "households.label-person", (tx, act) =>
    labelPersonSlot(tx, keys, act, { householdId, sight, ...withPhone(form.value) }),
  );
  return answer(verdict, "nguoi", form.values);
}

function withPhone<Person extends { phone?: string | undefined }>(person: Person) {
  return { ...person, phone: person.phone ?? null };
}

function reachOf({ permission, communeId }: Caller) {
  return householdReach(permission.grants, communeId ?? 0);
}

function answer(
  verdict: { readonly ok: true } | (Rejection & { readonly ok: false }),
  done: string,
  values: FormValues = {},
): HouseholdAnswer {
  if (verdict.ok) return { ok: true, done };
  if (verdict.code === "not_permitted") return null;
  return { ok: false, problems: problemsOf(verdict), values };
}

function withoutAct(fields: FormData): FormData {
  const rest = new FormData();
  for (const [name, value] of fields) if (name !== "act" && name !== "away") rest.append(name, value);
  return rest;
}
