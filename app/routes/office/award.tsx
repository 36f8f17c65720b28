import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/domain/access/can.ts";
import { AWARDS_PATH, awardFilePath, awardListPath, awardPath } from "#app/domain/awards/award-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { answerStepForm } from "#app/features/awards/answer-award-forms.server.ts";
import { readProposal } from "#app/features/awards/read-award-desk.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { idParam, newIds } from "#app/features/roster/read-params.server.ts";
import { yearAwardsArea } from "#app/messages/vi/year-awards.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { DescriptionList } from "#app/ui/kit/description-list.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { Notice } from "#app/ui/kit/notice.tsx";
import { Pill } from "#app/ui/kit/pill.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { AwardSteps } from "#app/ui/year/awards/award-steps.tsx";
import { DoneFlash } from "#app/ui/year/awards/done-flash.tsx";
import { GroundList } from "#app/ui/year/awards/ground-list.tsx";
import { PROPOSAL_TONES } from "#app/ui/year/awards/proposal-list.tsx";

type Loaded = Awaited<ReturnType<typeof loader>>;
export const handle: PageHandle<Loaded> = {
  title: (say, { proposal }) => say(yearAwardsArea).one.title(proposal.printedName),
};

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "award.read");
  const { communeId, actor, today } = caller;
  if (communeId === null) throw notFound();
  const page = await readProposal(caller, idParam(args.params.proposalId));
  if (!page) throw notFound();
  return {
    ...page,
    mayManage: can(actor, "award.manage", { communeId }, today).ok,
    stepId: newIds(caller, 1)[0] ?? "",
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "award.manage");
  const proposalId = idParam(args.params.proposalId);
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  if (!(await readProposal(caller, proposalId))) throw notFound();
  const answer = await answerStepForm(caller, proposalId, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${awardPath(proposalId)}?xong=${answer.done}`);
}

export default function AwardProposal() {
  const { proposal, hold, dong, mayManage, stepId, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { yearAwards: words } = useMessages(yearAwardsArea);
  const { number, date, moment } = useFormat();
  const { recipient, theme, decision, file, proposedFrom, reviewId } = proposal;
  const { one } = words;
  const by = [proposal.proposedBy, proposedFrom === null ? null : one.team(proposedFrom)];
  return (
    <Page
      title={proposal.printedName}
      lead={words.forms[proposal.form]}
      trail={
        <Breadcrumb
          steps={[
            { to: AWARDS_PATH, label: words.title },
            ...(reviewId === null ? [] : [{ to: awardListPath(reviewId), label: words.list.proposals }]),
          ]}
        />
      }
      width="narrow"
    >
      {answer ? null : <DoneFlash done={done} />}
      {hold ? <Notice tone="warning">{one.held(hold.reason, hold.document)}</Notice> : null}
      <Card
        title={one.about}
        aside={<Pill tone={PROPOSAL_TONES[proposal.state]}>{words.states[proposal.state]}</Pill>}
      >
        <DescriptionList
          items={[
            { term: one.category, value: words.categories[proposal.category] },
            {
              term: one.recipient,
              value: [recipient.name, recipient.villageName].filter(Boolean).join(", "),
            },
            { term: one.achievement, value: proposal.achievement },
            { term: one.basis, value: [words.bases[proposal.basis], theme].filter(Boolean).join(": ") },
            { term: one.span, value: one.from(date(proposal.firstDay), date(proposal.lastDay)) },
            { term: one.money, value: words.dong(number(dong)) },
            {
              term: one.proposedBy,
              value: `${by.filter(Boolean).join(", ")}, ${moment(proposal.proposedAtMs)}`,
            },
            ...(decision
              ? [{ term: one.decision, value: one.decisionOf(decision.number, date(decision.date)) }]
              : []),
            ...(file
              ? [
                  {
                    term: one.file,
                    value: (
                      <a href={awardFilePath(proposal.id)} className="break-all underline" download>
                        {file.name}
                      </a>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </Card>
      <Card title={one.grounds}>
        <GroundList grounds={proposal.grounds} villageId={recipient.villageId} mayOpen={mayManage} />
      </Card>
      <AwardSteps proposal={proposal} stepId={stepId} mayManage={mayManage} answer={answer} />
    </Page>
  );
}
