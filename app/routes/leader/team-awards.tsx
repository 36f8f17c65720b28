import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import Award from "lucide-react/icons/award";
import { TEAM_AWARDS_PATH } from "#app/domain/awards/award-paths.ts";
import { parseChosen } from "#app/domain/awards/recipient.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { answerTeamForm, ownAwardReach } from "#app/features/awards/answer-propose-form.server.ts";
import { readProposals } from "#app/features/awards/read-proposals.server.ts";
import { readProposePage } from "#app/features/awards/read-propose-page.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { newIds } from "#app/features/roster/read-params.server.ts";
import { yearAwardsArea } from "#app/messages/vi/year-awards.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { FilterLinks } from "#app/ui/kit/filter-links.tsx";
import { type FormAnswer, fieldText } from "#app/ui/kit/form-answer.ts";
import { Pill } from "#app/ui/kit/pill.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextArea } from "#app/ui/kit/text-area.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { TeamTrail } from "#app/ui/roster/team-trail.tsx";
import { CandidateSearch } from "#app/ui/year/awards/candidate-search.tsx";
import { DoneFlash } from "#app/ui/year/awards/done-flash.tsx";
import { ProposalForm } from "#app/ui/year/awards/proposal-form.tsx";
import { PROPOSAL_TONES } from "#app/ui/year/awards/proposal-list.tsx";

export const handle: PageHandle = { title: (say) => say(yearAwardsArea).team.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "award.propose");
  if (caller.communeId === null) throw notFound();
  const reach = ownAwardReach(caller);
  const query = new URL(args.request.url).searchParams;
  const search = query.get("tim");
  const page = await readProposePage(caller, {
    reviewId: query.get("dot"),
    search,
    chosen: parseChosen(query.get("chon") ?? ""),
    reach,
  });
  const own = await readProposals(caller, { proposedFrom: [...reach] });
  const [id = "", stepId = ""] = newIds(caller, 2);
  return { ...page, own, search, id, stepId, done: query.get("xong") };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "award.propose");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await answerTeamForm(caller, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${TEAM_AWARDS_PATH}?xong=${answer.done}`);
}

type Loaded = ReturnType<typeof useLoaderData<typeof loader>>;

export default function TeamAwards() {
  const loaded = useLoaderData<typeof loader>();
  const { review, reviews, found, candidate, span, search, id, done } = loaded;
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { yearAwards } = useMessages(yearAwardsArea);
  const { team: words, new: fresh } = yearAwards;
  const here = (reviewId: string | null, more = "") =>
    `${TEAM_AWARDS_PATH}?${reviewId === null ? "" : `dot=${reviewId}&`}${more}`;
  const reviewId = review?.id ?? null;
  const isTakingBack = answer?.values.act === "withdraw";
  const isPlaced = isTakingBack
    ? loaded.own.some(({ id: each, state }) => state === "sent" && each === answer?.values.proposal)
    : candidate !== null;
  return (
    <Page trail={<TeamTrail />} title={words.title} lead={words.lead} width="narrow">
      {answer ? null : <DoneFlash done={done} />}
      <ErrorSummary problems={isPlaced ? undefined : answer?.problems} />
      <FilterLinks
        label={fresh.review}
        choices={[
          { to: here(null), text: fresh.forTimely, isChosen: reviewId === null },
          ...reviews.map(({ id: each, title }) => ({
            to: here(each),
            text: title,
            isChosen: each === reviewId,
          })),
        ]}
      />
      {candidate ? (
        <Card title={candidate.name} aside={<TextLink to={here(reviewId)}>{fresh.other}</TextLink>}>
          <ProposalForm
            key={candidate.chosen}
            id={id}
            candidate={candidate}
            review={review}
            span={span}
            isOfTeam
            mayOpen={false}
            answer={isTakingBack ? undefined : answer}
          />
        </Card>
      ) : (
        <CandidateSearch
          title={fresh.title}
          search={search}
          found={found}
          kept={reviewId === null ? {} : { dot: reviewId }}
          pathOf={(chosen) => here(reviewId, `chon=${encodeURIComponent(chosen)}`)}
        />
      )}
      <OwnProposals {...loaded} answer={isTakingBack ? answer : undefined} />
    </Page>
  );
}

function OwnProposals({ own, stepId, answer }: Loaded & { answer: FormAnswer | undefined }) {
  const { yearAwards } = useMessages(yearAwardsArea);
  const { team: words, one, forms, states } = yearAwards;
  if (own.length === 0)
    return (
      <EmptyState icon={Award} title={words.none}>
        {words.noneBody}
      </EmptyState>
    );
  return (
    <Card title={words.own}>
      <ul>
        {own.map(({ id, printedName, form, achievement, state, file, steps }) => (
          <li key={id} className="grid gap-2 border-t border-line py-4 first:border-t-0">
            <p className="flex flex-wrap items-center gap-3">
              <strong className="text-lg">{printedName}</strong>
              <Pill tone={PROPOSAL_TONES[state]}>{states[state]}</Pill>
            </p>
            <p className="break-words">{`${forms[form]}. ${achievement}`}</p>
            {file ? <p className="break-words text-ink-soft">{file.name}</p> : null}
            {steps.map(({ atMs, reason }) => (reason ? <p key={atMs}>{reason}</p> : null))}
            {state === "sent" ? (
              <Disclosure summary={words.withdraw} isOpen={answer?.values.proposal === id}>
                <Form method="post" noValidate className="grid grid-cols-1 gap-4">
                  <input type="hidden" name="id" value={stepId} />
                  <input type="hidden" name="proposal" value={id} />
                  <TextArea
                    name="reason"
                    id={`reason-${id}`}
                    label={one.reason}
                    rows={2}
                    defaultValue={answer?.values.proposal === id ? fieldText(answer, "reason") : ""}
                    error={answer?.values.proposal === id ? answer.problems.reason : undefined}
                    required
                  />
                  <SubmitButton name="act" value="withdraw" variant="secondary">
                    {words.withdraw}
                  </SubmitButton>
                </Form>
              </Disclosure>
            ) : null}
          </li>
        ))}
      </ul>
    </Card>
  );
}
