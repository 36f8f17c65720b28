import { can } from "#app/domain/access/can.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import {
  type FormProblems,
  type FormValues,
  readForm,
  receiveForm,
} from "#app/features/forms/read-form.server.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import { decideCost, proposeCost, recordContribution, strikeContribution } from "./keep-money.server.ts";
import { keepEquipment, keepPartner, keepPerk } from "./keep-partners.server.ts";
import {
  contributionSchema,
  costSchema,
  decisionSchema,
  equipmentSchema,
  partnerSchema,
  perkSchema,
  strikeSchema,
} from "./support.schema.ts";

type SupportAnswer =
  | { readonly ok: true; readonly done: string }
  | { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues }
  | null;

const FIELD_OF: Readonly<Record<string, string>> = {
  support_partner_known: "name",
  support_source_missing: "source",
  support_date_in_future: "receivedOn",
  support_days_reversed: "endsOn",
  support_cash_perk: "details",
};

/** The forms of the two pages; whoever sent one goes on to the page it stands on. */
export async function answerSupportForm(caller: Caller, request: Request, page: string) {
  const fields = await receiveForm(request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await answerButton(caller, fields);
  if (answer === null) throw notFound();
  return answer.ok ? goOn(`${page}?xong=${answer.done}`) : askAgain(answer.problems, answer.values);
}

/** Null: no such button, or not for this person. */
async function answerButton(caller: Caller, fields: FormData): Promise<SupportAnswer> {
  const act = String(fields.get("act") ?? "");
  const mayKeep = can(caller.actor, "support.keep", null, caller.today).ok;
  const mayApprove = can(caller.actor, "support.approve", null, caller.today).ok;
  switch (act) {
    case "partner":
      return mayKeep ? run(fields, act, partnerSchema, (value) => keepPartner(caller, value)) : null;
    case "perk":
      return mayKeep ? run(fields, act, perkSchema, (value) => keepPerk(caller, value)) : null;
    case "equipment":
      return mayKeep ? run(fields, act, equipmentSchema, (value) => keepEquipment(caller, value)) : null;
    case "contribution":
      return mayKeep
        ? run(fields, act, contributionSchema, (value) => recordContribution(caller, value))
        : null;
    case "strike":
      return mayKeep ? run(fields, act, strikeSchema, (value) => strikeContribution(caller, value)) : null;
    case "cost":
      return mayKeep ? run(fields, act, costSchema, (value) => proposeCost(caller, value)) : null;
    case "approve-cost":
    case "decline-cost": {
      const state = act === "approve-cost" ? "approved" : "declined";
      return mayApprove
        ? run(fields, act, decisionSchema, (value) => decideCost(caller, { ...value, state }))
        : null;
    }
    default:
      return null;
  }
}

type Schema = Parameters<typeof readForm>[1];

async function run<Of extends Schema>(
  fields: FormData,
  act: string,
  schema: Of,
  verb: (
    value: Extract<Awaited<ReturnType<typeof readForm<Of>>>, { ok: true }>["value"],
  ) => Promise<{ readonly ok: true } | { readonly ok: false; readonly code: string }>,
): Promise<SupportAnswer> {
  const form = await readForm(fields, schema);
  const values: FormValues = { ...form.values, act };
  if (!form.ok) return { ok: false, problems: form.problems as FormProblems, values };
  const verdict = await verb(form.value);
  if (verdict.ok) return { ok: true, done: act };
  if (verdict.code === "not_permitted") return null;
  return { ok: false, problems: { [FIELD_OF[verdict.code] ?? "form"]: verdict as Rejection }, values };
}
