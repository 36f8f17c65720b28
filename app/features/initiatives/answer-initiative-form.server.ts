import { can } from "#app/domain/access/can.ts";
import { stageOf } from "#app/domain/initiatives/initiative.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import { creditReplicas, writeStageClaims } from "./credit-initiative.server.ts";
import { initiativeSchema, sendSchema, stepSchema } from "./initiatives.schema.ts";
import { proposeInitiative, submitInitiative } from "./propose-initiative.server.ts";
import { takeStep } from "./take-step.server.ts";

type Asked = { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues };
export type InitiativeAnswer = { readonly ok: true; readonly done: string } | Asked | null;

const FIELD_OF: Readonly<Record<string, string>> = {
  initiative_unit_missing: "unitName",
  initiative_village_missing: "villageId",
  initiative_replica_known: "villageId",
  initiative_document_missing: "documentNumber",
  initiative_link_malformed: "evidenceLink",
  initiative_date_in_future: "happenedOn",
};

export async function answerProposal(
  caller: Caller,
  fields: FormData,
): Promise<{ readonly ok: true; readonly id: string } | Asked | null> {
  const form = await readForm(fields, initiativeSchema);
  if (!form.ok) return form;
  const { coauthors = [], unitName = null, ...wish } = form.value;
  const verdict = await proposeInitiative(caller, { ...wish, coauthors, unitName });
  if (verdict.ok) return { ok: true, id: wish.id };
  const told = tell(verdict, form.values);
  return told;
}

/** The buttons of one initiative's page. */
export async function answerInitiativeForm(
  caller: Caller,
  initiativeId: string,
  fields: FormData,
  submitted: string,
): Promise<InitiativeAnswer> {
  const act = fields.get("act");
  if (act === "submit") {
    const form = await readForm(fields, sendSchema);
    if (!form.ok) return null;
    const verdict = await submitInitiative(caller, { ...form.value, initiativeId, reason: submitted });
    return verdict.ok ? { ok: true, done: "submit" } : tell(verdict, {});
  }
  if (act === "credit") return answerCredit(caller, initiativeId);
  const isJudge = can(caller.actor, "initiative.judge", null, caller.today).ok;
  if (act !== "step" || !isJudge) return null;
  const form = await readForm(fields, stepSchema);
  if (!form.ok) return form;
  const {
    step,
    villageId = null,
    evidenceLink = null,
    documentNumber = null,
    documentDate = null,
    ...wish
  } = form.value;
  const verdict = await takeStep(caller, {
    ...wish,
    initiativeId,
    act: step,
    villageId,
    evidenceLink,
    documentNumber,
    documentDate,
  });
  if (!verdict.ok) return tell(verdict, form.values);
  if (stageOf(step) === null) return { ok: true, done: "step" };
  // The step stands whatever becomes of the record: the page then offers to write it down again.
  const written = await writeStageClaims(caller, initiativeId);
  return written.ok ? { ok: true, done: "step" } : tell(written, form.values);
}

async function answerCredit(caller: Caller, initiativeId: string): Promise<InitiativeAnswer> {
  const written = can(caller.actor, "initiative.judge", null, caller.today).ok
    ? await writeStageClaims(caller, initiativeId)
    : ({ ok: true } as const);
  if (!written.ok) return tell(written, {});
  const credited = await creditReplicas(caller, initiativeId);
  return credited.ok ? { ok: true, done: "credit" } : tell(credited, {});
}

function tell(
  verdict: { readonly ok: false; readonly code: string; readonly problems?: readonly unknown[] },
  values: FormValues,
): Asked | null {
  if (verdict.code === "not_permitted") return null;
  const rejection = (verdict.code === "claim_has_problems" ? verdict.problems?.[0] : verdict) as Rejection;
  return { ok: false, problems: { [FIELD_OF[verdict.code] ?? "form"]: rejection }, values };
}
