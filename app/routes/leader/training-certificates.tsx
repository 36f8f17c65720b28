import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import FileCheck from "lucide-react/icons/file-check";
import { TRAINING_PATHS } from "#app/domain/training/training-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { answerCertificateForm } from "#app/features/training/answer-desk-forms.server.ts";
import { readWaitingCertificates } from "#app/features/training/decide-certificate.server.ts";
import { trainingArea } from "#app/messages/vi/training.ts";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { TeamTrail } from "#app/ui/roster/team-trail.tsx";
import { CertificateCard } from "#app/ui/training/certificate-card.tsx";

export const handle: PageHandle = { title: (say) => say(trainingArea).certificates.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "training.decide-certificate");
  if (caller.communeId === null) throw notFound();
  return {
    live: await caller.platform.live.readVersions([`commune:${caller.communeId}`]),
    waiting: await readWaitingCertificates(caller),
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "training.decide-certificate");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await answerCertificateForm(caller, fields);
  if (answer === null) throw notFound();
  return answer.ok
    ? goOn(`${TRAINING_PATHS.certificates}?xong=${answer.done}`)
    : askAgain(answer.problems, answer.values);
}

export default function TrainingCertificates() {
  const { waiting, done, live } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { training } = useMessages(trainingArea);
  const words = training.certificates;
  useLive(live);
  return (
    <Page trail={<TeamTrail />} title={words.title} lead={words.lead} width="narrow">
      {done !== null && !answer ? (
        <Flash key={waiting.length}>{done === "tra-lai" ? words.returned : words.confirmed}</Flash>
      ) : null}
      <ErrorSummary problems={answer?.problems} />
      {waiting.length === 0 ? (
        <EmptyState icon={FileCheck} title={words.none}>
          {words.noneBody}
        </EmptyState>
      ) : null}
      {waiting.map((certificate) => (
        <CertificateCard key={certificate.id} certificate={certificate} answer={answer} />
      ))}
    </Page>
  );
}
