import { householdReach, reachesVillage } from "#app/domain/households/household-reach.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { optionalNumber } from "#app/features/roster/read-params.server.ts";
import { addHouseholdQuickly } from "./add-household-quickly.server.ts";
import { problemsOf } from "./household-problems.ts";
import { quickHouseholdSchema } from "./households.schema.ts";

type QuickAnswer =
  | {
      readonly ok: true;
      readonly villageId: number;
      readonly lane: string | null;
      readonly householdCode: string;
    }
  | { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues }
  | null;

/** The form "Hộ mới"; null where the village is not the caller's to add to. */
export async function quickHousehold(caller: Caller, fields: FormData): Promise<QuickAnswer> {
  const { permission, communeId, platform } = caller;
  const villageId = optionalNumber(String(fields.get("villageId")));
  const reach = householdReach(permission.grants, communeId ?? 0);
  if (villageId === null || !reachesVillage(reach, villageId)) return null;
  fields.delete("villageId");
  const form = await readForm(fields, quickHouseholdSchema);
  if (!form.ok) return form;
  const { lane = null, priorities = [], ...household } = form.value;
  const verdict = await inRoster(caller, "households.add-quickly", (tx, act) =>
    addHouseholdQuickly(tx, platform.keys, act, { ...household, villageId, lane, priorities }),
  );
  if (verdict.ok) return { ok: true, villageId, lane, householdCode: verdict.value.householdCode };
  return verdict.code === "not_permitted"
    ? null
    : { ok: false, problems: problemsOf(verdict), values: form.values };
}
