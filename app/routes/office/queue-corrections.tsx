import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { answerCorrectionForm, doneBy } from "#app/features/verification/answer-correction-form.server.ts";
import { readCorrections } from "#app/features/verification/read-corrections.server.ts";
import { VERIFICATION_PATHS } from "#app/features/verification/verification-paths.ts";
import { verificationArea } from "#app/messages/vi/verification.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { type CorrectionAnswer, CorrectionList } from "#app/ui/verification/correction-list.tsx";

export const handle: PageHandle = { title: (say) => say(verificationArea).correction.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "activity.correct");
  const { communeId, platform, now } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  return {
    live,
    now: now.getTime(),
    done: doneBy(new URL(args.request.url).searchParams),
    ...(await readCorrections(caller)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "activity.correct");
  if (caller.communeId === null) throw notFound();
  return answerCorrectionForm(caller, args.request, VERIFICATION_PATHS.corrections);
}

export default function OfficeCorrections() {
  const { live, ...list } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as CorrectionAnswer | undefined;
  const { verification } = useMessages(verificationArea);
  const words = verification.correction;
  const { title } = verification.verifiers;
  useLive(live);
  return (
    <Page
      title={words.title}
      lead={words.lead}
      trail={<Breadcrumb steps={[{ to: VERIFICATION_PATHS.office, label: title }]} />}
    >
      <CorrectionList {...list} answer={answer} />
    </Page>
  );
}
