import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { TRAINING_PATHS } from "#app/domain/training/training-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";
import { readClassSheet, writeClassSheet } from "#app/features/training/keep-class-sheet.server.ts";
import { classSheetSchema } from "#app/features/training/training.schema.ts";
import { trainingArea } from "#app/messages/vi/training.ts";
import { ACTIVITY_PATHS } from "#app/ui/activity/paths.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { ClassSheetFacts, ClassSheetForm } from "#app/ui/training/class-sheet-form.tsx";

export const handle: PageHandle = { title: (say) => say(trainingArea).classes.sheetTitle };

/** L14, E03, E04: what a class of the log was about and for whom. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "activity.read");
  const claimId = idParam(args.params.claim);
  const view = caller.communeId === null ? null : await readClassSheet(caller, claimId);
  if (!view) throw notFound();
  return { view, done: new URL(args.request.url).searchParams.get("xong") };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "class.write-sheet");
  const claimId = idParam(args.params.claim);
  if (caller.communeId === null || !(await readClassSheet(caller, claimId))) throw notFound();
  const form = await readForm(args.request, classSheetSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const verdict = await writeClassSheet(caller, claimId, form.value);
  if (verdict.ok) return goOn(`${TRAINING_PATHS.classSheet(claimId)}?xong=luu`);
  const { ok: _, part = "form", ...problem } = verdict;
  if (problem.code === "not_permitted") throw notFound();
  return askAgain({ [part]: problem }, form.values);
}

export default function ClassSheet() {
  const { view, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { training } = useMessages(trainingArea);
  const words = training.classes;
  const format = useFormat();
  return (
    <Page
      title={words.sheetTitle}
      lead={[format.date(view.workDate), view.place].filter(Boolean).join(", ")}
      width="narrow"
      trail={<Breadcrumb steps={[{ to: ACTIVITY_PATHS.record(view.claimId), label: training.claimOpen }]} />}
    >
      {done === "luu" && !answer ? <Flash>{words.saved}</Flash> : null}
      {view.mayWrite ? (
        <ClassSheetForm view={view} answer={answer} />
      ) : (
        <ClassSheetFacts sheet={view.sheet} ownTopics={view.ownTopics} />
      )}
    </Page>
  );
}
