import { isId } from "#app/domain/ids.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { ownVillages } from "#app/features/households/own-villages.server.ts";
import type { TitleAnswer } from "./answer-nomination-form.server.ts";
import {
  endMentee,
  enrolAmbassador,
  leaveAmbassadors,
  linkMentee,
  type MenteeWish,
} from "./enrol-ambassador.server.ts";
import { menteeMemberSchema, menteeSlotSchema } from "./titles.schema.ts";

/** The buttons of one's own page; null: no such button, or not for this person. */
export async function answerAmbassadorForm(caller: Caller, fields: FormData): Promise<TitleAnswer> {
  const id = String(fields.get("id") ?? "");
  const linkId = String(fields.get("linkId") ?? "");
  switch (fields.get("act")) {
    case "join":
      return isId(id) && (await enrolAmbassador(caller, id)).ok ? { ok: true, done: "dang-ky" } : null;
    case "leave":
      return (await leaveAmbassadors(caller)).ok ? { ok: true, done: "thoi" } : null;
    case "end":
      return isId(linkId) && (await endMentee(caller, linkId)).ok ? { ok: true, done: "thoi-kem" } : null;
    case "person": {
      const form = await readForm(fields, menteeSlotSchema);
      if (!form.ok) return { ...form, values: {} };
      const { householdId, slot } = form.value;
      return link(caller, { id: form.value.id, mentee: { kind: "resident", householdId, slot } });
    }
    case "member": {
      const form = await readForm(fields, menteeMemberSchema);
      if (!form.ok) return { ...form, values: {} };
      const { menteeId } = form.value;
      return link(caller, { id: form.value.id, mentee: { kind: "member", memberId: menteeId } });
    }
    default:
      return null;
  }
}

async function link(caller: Caller, wish: MenteeWish): Promise<TitleAnswer> {
  const villages = await ownVillages(caller);
  const verdict = await linkMentee(
    caller,
    wish,
    villages.map(({ id }) => id),
  );
  if (verdict.ok) return { ok: true, done: "nhan-kem" };
  if (verdict.code === "not_permitted") return null;
  const { ok: _, ...rejection } = verdict;
  return { ok: false, problems: { form: rejection }, values: {} };
}
