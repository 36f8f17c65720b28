import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId } from "#app/domain/ids.ts";
import { INITIATIVE_PATHS } from "#app/domain/initiatives/initiative-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { answerProposal } from "#app/features/initiatives/answer-initiative-form.server.ts";
import { readDraft, readProposal } from "#app/features/initiatives/read-proposal.server.ts";
import { newIds } from "#app/features/roster/read-params.server.ts";
import { initiativesArea } from "#app/messages/vi/initiatives.ts";
import { ProposalForm } from "#app/ui/initiatives/proposal-form.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { type FormAnswer, fieldText } from "#app/ui/kit/form-answer.ts";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(initiativesArea).propose };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "initiative.propose");
  if (caller.communeId === null) throw notFound();
  const draftId = new URL(args.request.url).searchParams.get("nhap");
  const stored = draftId !== null && isId(draftId) ? await readDraft(caller, draftId) : null;
  if (draftId !== null && !stored) throw notFound();
  const [id = ""] = newIds(caller, 1);
  return { id: stored?.id ?? id, stored, ...(await readProposal(caller)) };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "initiative.propose");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await answerProposal(caller, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${INITIATIVE_PATHS.one(answer.id)}?xong=saved`);
}

export default function Propose() {
  const { id, stored, isOfTeam, mates } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { initiatives: words } = useMessages(initiativesArea);
  return (
    <Page
      title={words.propose}
      lead={words.form.lead}
      trail={<Breadcrumb steps={[{ to: INITIATIVE_PATHS.all, label: words.title }]} />}
      width="narrow"
    >
      <ProposalForm
        id={fieldText(answer, "id") || id}
        isOfTeam={isOfTeam}
        mates={mates}
        stored={stored}
        answer={answer}
      />
    </Page>
  );
}
