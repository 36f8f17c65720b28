import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { closeVenue } from "./close-venue.server.ts";
import { closingSchema, venueSchema } from "./venue.schema.ts";
import { writeVenue } from "./write-venue.server.ts";

export type VenueAnswer =
  | { readonly ok: true; readonly done: "luu" | "ngung" }
  | { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues };

/** The buttons "save" and "close" of the register; null where a village is not the commune's. */
export async function answerVenueForm(caller: Caller, fields: FormData): Promise<VenueAnswer | null> {
  if (fields.get("act") === "close") {
    const form = await readForm(fields, closingSchema);
    if (!form.ok) return form;
    const verdict = await inRoster(caller, "venues.close", (tx, act) => closeVenue(tx, act, form.value.id));
    if (verdict.ok) return { ok: true, done: "ngung" };
    return { ok: false, problems: { form: { code: verdict.code } }, values: form.values };
  }
  const form = await readForm(fields, venueSchema);
  if (!form.ok) return form;
  const verdict = await inRoster(caller, "venues.write", (tx, act) => writeVenue(tx, act, form.value));
  if (verdict.ok) return { ok: true, done: "luu" };
  if (verdict.code === "not_permitted") return null;
  const { ok: _, ...problem } = verdict;
  const field = problem.code === "venue_name_taken" ? "name" : "form";
  return { ok: false, problems: { [field]: problem }, values: form.values };
}
