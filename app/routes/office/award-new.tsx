import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AWARDS_PATH, awardListPath, proposePath } from "#app/domain/awards/award-paths.ts";
import { parseChosen } from "#app/domain/awards/recipient.ts";
import { isId } from "#app/domain/ids.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { answerProposeForm } from "#app/features/awards/answer-propose-form.server.ts";
import { readProposePage } from "#app/features/awards/read-propose-page.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { newIds } from "#app/features/roster/read-params.server.ts";
import { yearAwardsArea } from "#app/messages/vi/year-awards.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { CandidateSearch } from "#app/ui/year/awards/candidate-search.tsx";
import { ProposalForm } from "#app/ui/year/awards/proposal-form.tsx";

export const handle: PageHandle = { title: (say) => say(yearAwardsArea).new.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "award.manage");
  if (caller.communeId === null) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const search = query.get("tim");
  const page = await readProposePage(caller, {
    reviewId: query.get("dot"),
    search,
    chosen: parseChosen(query.get("chon") ?? ""),
    reach: "whole",
  });
  return { ...page, search, id: newIds(caller, 1)[0] ?? "" };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "award.manage");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await answerProposeForm(caller, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  const review = String(fields.get("review") ?? "");
  return goOn(`${isId(review) ? awardListPath(review) : AWARDS_PATH}?xong=${answer.done}`);
}

export default function NewAward() {
  const { review, found, candidate, span, search, id } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { yearAwards } = useMessages(yearAwardsArea);
  const { new: words, categories } = yearAwards;
  const here = proposePath(review?.id ?? null);
  const pathOf = (chosen: string) => `${here}${review ? "&" : "?"}chon=${encodeURIComponent(chosen)}`;
  return (
    <Page
      title={words.title}
      lead={review ? words.forReview(review.title) : words.forTimely}
      trail={
        <Breadcrumb
          steps={[
            { to: AWARDS_PATH, label: yearAwards.title },
            ...(review ? [{ to: awardListPath(review.id), label: review.title }] : []),
          ]}
        />
      }
      width="narrow"
    >
      {candidate ? (
        <Card title={candidate.name} aside={<TextLink to={here}>{words.other}</TextLink>}>
          <p className="mb-4 text-ink-soft">
            {[categories[candidate.category], candidate.place].filter(Boolean).join(" · ")}
          </p>
          <ProposalForm
            key={candidate.chosen}
            id={id}
            candidate={candidate}
            review={review}
            span={span}
            isOfTeam={false}
            mayOpen
            answer={answer}
          />
        </Card>
      ) : (
        <CandidateSearch
          title={words.lead}
          search={search}
          found={found}
          kept={review ? { dot: review.id } : {}}
          pathOf={pathOf}
        />
      )}
    </Page>
  );
}
