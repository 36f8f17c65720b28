import type { Caller } from "#app/features/accounts/allow.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { answerOf, type TrainingAnswer } from "./answer-own-training.server.ts";
import { decideCertificate } from "./decide-certificate.server.ts";
import { closeCourse, saveCourse, saveTopic } from "./keep-courses.server.ts";
import { excuse, keepRoll } from "./keep-roll.server.ts";
import { cancelSession, saveSession } from "./save-session.server.ts";
import {
  answerExcuseSchema,
  cancelSchema,
  courseSchema,
  decisionSchema,
  excuseSchema,
  rollSchema,
  sessionSchema,
  topicSchema,
} from "./training.schema.ts";

/** A session planned or changed. */
export async function answerSessionForm(caller: Caller, fields: FormData): Promise<TrainingAnswer<"luu">> {
  const form = await readForm(fields, sessionSchema);
  if (!form.ok) return form;
  const verdict = await saveSession(caller, form.value);
  if (verdict.ok || verdict.code !== "training_place_missing") return answerOf(verdict, "luu", form.values);
  const field = form.value.mode === "online" ? "link" : "place";
  return { ok: false, problems: { [field]: { code: "training_place_missing" } }, values: form.values };
}

export type RollDone = "danh-sach" | "giu-lai" | "nghi" | "huy";

/** The buttons of one session: its list, leave, calling it off. */
export async function answerRollForm(
  caller: Caller,
  sessionId: string,
  fields: FormData,
): Promise<(TrainingAnswer<RollDone> & { readonly kept?: number }) | null> {
  switch (fields.get("act")) {
    case "roll": {
      const form = await readForm(fields, rollSchema);
      if (!form.ok) return form;
      const verdict = await keepRoll(caller, sessionId, form.value);
      if (!verdict.ok) return answerOf(verdict, "danh-sach", {});
      const { kept } = verdict.value;
      return { ok: true, done: kept > 0 ? "giu-lai" : "danh-sach", kept };
    }
    case "excuse": {
      const form = await readForm(fields, excuseSchema);
      if (!form.ok) return form;
      return answerOf(await excuse(caller, sessionId, form.value), "nghi", form.values);
    }
    case "accept": {
      const form = await readForm(fields, answerExcuseSchema);
      if (!form.ok) return form;
      return answerOf(await excuse(caller, sessionId, { ...form.value, reason: null }), "nghi", form.values);
    }
    case "cancel": {
      const form = await readForm(fields, cancelSchema);
      if (!form.ok) return form;
      return answerOf(await cancelSession(caller, sessionId, form.value.why), "huy", form.values);
    }
    default:
      return null;
  }
}

export async function answerCourseForm(
  caller: Caller,
  fields: FormData,
): Promise<TrainingAnswer<"luu" | "dong">> {
  if (fields.get("act") === "close") {
    const form = await readForm(fields, decisionSchema);
    if (!form.ok) return form;
    // There is no way back: one tap must not end it.
    if (fields.get("sure") !== "yes")
      return { ok: false, problems: { sure: { code: "required" } }, values: form.values };
    return answerOf(await closeCourse(caller, form.value.id), "dong", form.values);
  }
  const form = await readForm(fields, courseSchema);
  if (!form.ok) return form;
  return answerOf(await saveCourse(caller, form.value), "luu", form.values);
}

export async function answerTopicForm(caller: Caller, fields: FormData): Promise<TrainingAnswer<"luu">> {
  const form = await readForm(fields, topicSchema);
  if (!form.ok) return form;
  const verdict = await saveTopic(caller, form.value);
  if (verdict.ok || verdict.code !== "training_topic_taken") return answerOf(verdict, "luu", form.values);
  const { ok: _, ...problem } = verdict;
  return { ok: false, problems: { name: problem }, values: form.values };
}

/** Confirming takes one tap, returning takes a reason. */
export async function answerCertificateForm(
  caller: Caller,
  fields: FormData,
): Promise<TrainingAnswer<"xac-nhan" | "tra-lai">> {
  const act = fields.get("act");
  if (act !== "confirm" && act !== "return") return null;
  const form = await readForm(fields, decisionSchema);
  if (!form.ok) return form;
  const { id, reason = null } = form.value;
  if (act === "confirm")
    return answerOf(await decideCertificate(caller, { id, reason: null }), "xac-nhan", form.values);
  if (reason === null)
    return { ok: false, problems: { [`reason-${id}`]: { code: "required" } }, values: form.values };
  return answerOf(await decideCertificate(caller, { id, reason }), "tra-lai", form.values);
}
