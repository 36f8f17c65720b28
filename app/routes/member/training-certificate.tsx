import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { TRAINING_PATHS } from "#app/domain/training/training-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { idParam, newIds } from "#app/features/roster/read-params.server.ts";
import { readOwnTraining } from "#app/features/training/read-own-training.server.ts";
import { sendCertificate } from "#app/features/training/send-certificate.server.ts";
import { trainingArea } from "#app/messages/vi/training.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { FileField } from "#app/ui/kit/file-field.tsx";
import { type FormAnswer, fieldOf, fieldText } from "#app/ui/kit/form-answer.ts";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(trainingArea).courses.send };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "training.attend");
  if (caller.communeId === null) throw notFound();
  const courseId = idParam(args.params.courseId);
  const own = await readOwnTraining(caller);
  const course = own?.courses.find(({ id }) => id === courseId);
  if (!course) throw notFound();
  return { title: course.title, id: newIds(caller, 1)[0] ?? "", today: caller.today };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "training.attend");
  const courseId = idParam(args.params.courseId);
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await sendCertificate(caller, courseId, fields);
  if (answer === null) throw notFound();
  return answer.ok ? goOn(`${TRAINING_PATHS.own}?xong=chung-chi`) : askAgain(answer.problems, answer.values);
}

export default function TrainingCertificate() {
  const { title, id, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { training } = useMessages(trainingArea);
  const words = training.courses;
  const field = (name: string, stored: string | null = null) => fieldOf(answer, name, stored);
  return (
    <Page width="narrow" trail={<Breadcrumb steps={[{ to: TRAINING_PATHS.own, label: training.title }]} />}>
      <FormCard
        title={title}
        lead={words.sendLead}
        problems={answer?.problems}
        labels={{ completedOn: words.completedOn, proof: words.proof, link: words.link }}
        encType="multipart/form-data"
      >
        <input type="hidden" name="id" value={fieldText(answer, "id", id)} />
        <TextField {...field("completedOn")} label={words.completedOn} type="date" max={today} />
        <FileField
          name="proof"
          label={words.proof}
          hint={words.proofHint}
          error={answer?.problems.proof}
          accept="image/jpeg,image/png,image/webp,application/pdf"
          optional
        />
        <TextField {...field("link")} label={words.link} hint={words.linkHint} inputMode="url" optional />
        <SubmitButton size="large">{words.send}</SubmitButton>
      </FormCard>
    </Page>
  );
}
