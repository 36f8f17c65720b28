import { isId } from "#app/domain/ids.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { storeFile } from "#app/features/files/store-file.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { type IssueWish, issueYearPaper } from "./issue-year-paper.server.ts";
import { keepPrinter } from "./keep-printer.server.ts";
import { issueSchema, printerSchema } from "./year-papers.schema.ts";

type Answer =
  | { readonly ok: true }
  | { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues }
  | null;

/** The button that issues a paper. Null where the review is not there or not locked. */
export async function answerIssueForm(caller: Caller, wish: IssueWish, fields: FormData): Promise<Answer> {
  if (!isId(wish.reviewId)) return null;
  const form = await readForm(fields, issueSchema);
  if (!form.ok) return form;
  const verdict = await inRoster(caller, "year-papers.issue", async (tx, act) => {
    const answer = await issueYearPaper(tx, act, wish, form.value);
    return answer ?? { ok: false as const, code: "gone" as const };
  });
  if (verdict.ok) return { ok: true };
  if (verdict.code === "gone") return null;
  return { ok: false, problems: { form: { code: verdict.code } }, values: form.values };
}

/** The form of printer, emblem and laws. */
export async function answerPrinterForm(caller: Caller, fields: FormData): Promise<Answer> {
  const form = await readForm(fields, printerSchema);
  if (!form.ok) return form;
  const file = fields.get("emblem");
  const stored =
    file instanceof Blob && file.size > 0 ? await storeFile(caller, { id: form.value.id, file }) : null;
  if (stored !== null && !stored.ok) {
    const { ok: _, ...problem } = stored;
    return { ok: false, problems: { emblem: problem }, values: form.values };
  }
  const verdict = await inRoster(caller, "year-papers.keep-printer", (tx, act) =>
    keepPrinter(tx, act, form.value, stored?.value ?? null),
  );
  if (verdict.ok) return { ok: true };
  return { ok: false, problems: { emblem: { code: verdict.code } }, values: form.values };
}
