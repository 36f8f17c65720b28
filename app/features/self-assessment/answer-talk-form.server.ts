import { makeId } from "#app/domain/ids.ts";
import { MOST_PROOFS } from "#app/domain/self-assessment/comment.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { storeFile } from "#app/features/files/store-file.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import { announceWindow } from "./announce-window.server.ts";
import { answerComment } from "./answer-comment.server.ts";
import { answerSchema, commentSchema, windowSchema } from "./sheet-talk.schema.ts";
import { judgeComment, writeComment } from "./write-comment.server.ts";

/** What a button came to; null: no such button, or not for this person. */
type TalkAnswer =
  | { readonly ok: true; readonly done: string }
  | { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues }
  | null;

/** A village's word with its proofs. Nothing is taken in that could not be said. */
export async function answerCommentForm(
  caller: Caller,
  { reviewId, villageId }: { reviewId: string; villageId: number },
  fields: FormData,
): Promise<TalkAnswer> {
  const form = await readForm(fields, commentSchema);
  if (!form.ok) return form;
  const { id, criterion, ownPoints = null, content } = form.value;
  const place = { reviewId, villageId, criterion, ownPoints };
  const files = fields.getAll("proof").filter((each) => each instanceof Blob && each.size > 0);
  if (files.length > MOST_PROOFS)
    return {
      ok: false,
      problems: { proof: { code: "too_large", maximum: MOST_PROOFS } },
      values: form.values,
    };
  const fileIds: string[] = [];
  if (files.length > 0) {
    const scope = caller.scope("self-assessment.judge");
    const judged = await caller.platform.db.withCommunes(scope, (tx) =>
      judgeComment(tx, onlyCommune(scope), caller.today, place),
    );
    if (!judged.ok) return answer(judged, "gui", form.values);
    for (const file of files) {
      const fileId = makeId(caller.now.getTime(), caller.platform.random.bytes(10));
      const stored = await storeFile(caller, { id: fileId, file });
      if (!stored.ok) return { ok: false, problems: { proof: bareOf(stored) }, values: form.values };
      fileIds.push(stored.value.fileId);
    }
  }
  return answer(await writeComment(caller, { ...place, id, content, fileIds }), "gui", form.values);
}

/** The office's buttons: the window of days, and an answer to one word. */
export async function answerOfficeTalkForm(
  caller: Caller,
  reviewId: string,
  fields: FormData,
): Promise<TalkAnswer> {
  const act = fields.get("act");
  if (act === "window") {
    const form = await readForm(fields, windowSchema);
    const values = { ...form.values, act };
    if (!form.ok) return { ...form, values };
    return answer(await announceWindow(caller, reviewId, form.value), "mo", values);
  }
  if (act !== "answer") return null;
  const form = await readForm(fields, answerSchema);
  const values = { ...form.values, act };
  if (!form.ok) return { ...form, values };
  const { commentId, outcome, answer: content } = form.value;
  return answer(await answerComment(caller, { commentId, reviewId, outcome, content }), "tra-loi", values);
}

const FIELDS: Partial<Record<Rejection["code"], string>> = {
  comment_points_above: "ownPoints",
  window_begins_in_past: "firstDay",
  window_ends_before_it_begins: "lastDay",
  window_only_longer: "lastDay",
  window_too_long: "lastDay",
};

function answer(
  verdict: { readonly ok: true } | (Rejection & { readonly ok: false }),
  done: string,
  values: FormValues,
): TalkAnswer {
  if (verdict.ok) return { ok: true, done };
  if (verdict.code === "not_permitted") return null;
  const rejection = bareOf(verdict);
  return { ok: false, problems: { [FIELDS[rejection.code] ?? "form"]: rejection }, values };
}

function bareOf({ ok: _, ...rejection }: Rejection & { readonly ok: false }): Rejection {
  return rejection as Rejection;
}
