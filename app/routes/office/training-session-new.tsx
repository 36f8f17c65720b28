import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { TRAINING_PATHS } from "#app/domain/training/training-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { newIds } from "#app/features/roster/read-params.server.ts";
import { answerSessionForm } from "#app/features/training/answer-desk-forms.server.ts";
import { readSessionChoices } from "#app/features/training/read-desk.server.ts";
import { trainingArea } from "#app/messages/vi/training.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { SessionForm } from "#app/ui/training/session-form.tsx";

export const handle: PageHandle = { title: (say) => say(trainingArea).form.newTitle };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "training.manage");
  if (caller.communeId === null) throw notFound();
  return { id: newIds(caller, 1)[0] ?? "", choices: await readSessionChoices(caller) };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "training.manage");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  // A form at this address changes no session that stands.
  fields.delete("revision");
  const answer = await answerSessionForm(caller, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${TRAINING_PATHS.desk}?xong=luu`);
}

export default function TrainingSessionNew() {
  const { id, choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { training } = useMessages(trainingArea);
  return (
    <Page
      width="narrow"
      trail={<Breadcrumb steps={[{ to: TRAINING_PATHS.desk, label: training.desk.title }]} />}
    >
      <SessionForm id={id} session={null} choices={choices} answer={answer} />
    </Page>
  );
}
