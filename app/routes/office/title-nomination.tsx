import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allow, demand } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { idParam, newIds } from "#app/features/roster/read-params.server.ts";
import { answerNominationForm } from "#app/features/titles/answer-nomination-form.server.ts";
import { TITLE_PATHS } from "#app/features/titles/paths.ts";
import { readNomination } from "#app/features/titles/read-nominations.server.ts";
import { titlesArea } from "#app/messages/vi/titles.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { NominationCard, WordList } from "#app/ui/titles/nomination-card.tsx";
import { RevocationCard } from "#app/ui/titles/revocation-card.tsx";
import { TitleFlash } from "#app/ui/titles/title-flash.tsx";
import { WordForms } from "#app/ui/titles/word-forms.tsx";

type Loaded = Awaited<ReturnType<typeof loader>>;
export const handle: PageHandle<Loaded> = { title: (_say, { nomination }) => nomination.fullName };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "title.read");
  const { platform, communeId, today } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const nomination = await readNomination(caller, idParam(args.params.nominationId));
  if (!nomination) throw notFound();
  const [id = ""] = newIds(caller, 1);
  return { live, nomination, today, id, done: new URL(args.request.url).searchParams.get("xong") };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "title.read");
  const nominationId = idParam(args.params.nominationId);
  const fields = await receiveForm(args.request);
  const { communeId } = caller;
  if (fields === null || communeId === null) throw notFound();
  const act = fields.get("act");
  if (act === "ask-revocation") demand(args, caller, "title.ask-revocation", { communeId });
  if (act === "revoke" || act === "keep") demand(args, caller, "title.answer-revocation", { communeId });
  const answer = await answerNominationForm(caller, nominationId, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${TITLE_PATHS.one(nominationId)}?xong=${answer.done}`);
}

export default function OneNomination() {
  const { live, nomination, today, id, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { titles: words } = useMessages(titlesArea);
  useLive(live);
  const { may, award } = nomination;
  return (
    <Page
      title={nomination.fullName}
      lead={nomination.title.name}
      trail={<Breadcrumb steps={[{ to: TITLE_PATHS.all, label: words.title }]} />}
    >
      {answer ? null : <TitleFlash done={done} />}
      <ErrorSummary problems={answer?.problems} />
      <WordForms id={id} today={today} may={may} answer={answer} />
      <NominationCard nomination={nomination} />
      <WordList words={nomination.words} />
      <RevocationCard
        id={id}
        waits={award?.revocation ?? null}
        mayAsk={may.askRevocation}
        mayAnswer={may.answerRevocation}
        answer={answer}
      />
    </Page>
  );
}
