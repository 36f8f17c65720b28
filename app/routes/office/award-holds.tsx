import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import CircleSlash from "lucide-react/icons/circle-slash";
import { can } from "#app/domain/access/can.ts";
import { AWARD_HOLDS_PATH, AWARDS_PATH } from "#app/domain/awards/award-paths.ts";
import { parseChosen } from "#app/domain/awards/recipient.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { answerHoldForm } from "#app/features/awards/answer-award-forms.server.ts";
import { readHoldDesk } from "#app/features/awards/read-award-desk.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { newIds } from "#app/features/roster/read-params.server.ts";
import { yearAwardsArea } from "#app/messages/vi/year-awards.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { CandidateSearch } from "#app/ui/year/awards/candidate-search.tsx";
import { DoneFlash } from "#app/ui/year/awards/done-flash.tsx";
import { HoldForm } from "#app/ui/year/awards/hold-form.tsx";
import { HoldItem } from "#app/ui/year/awards/hold-item.tsx";

export const handle: PageHandle = { title: (say) => say(yearAwardsArea).hold.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "award.read");
  const { communeId, actor, today } = caller;
  if (communeId === null) throw notFound();
  const query = new URL(args.request.url).searchParams;
  const mayManage = can(actor, "award.manage", { communeId }, today).ok;
  const search = mayManage ? query.get("tim") : null;
  const chosen = mayManage ? parseChosen(query.get("chon") ?? "") : null;
  const desk = await readHoldDesk(caller, { search, chosen });
  return {
    ...desk,
    mayManage,
    search,
    today,
    id: newIds(caller, 1)[0] ?? "",
    done: query.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "award.manage");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await answerHoldForm(caller, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${AWARD_HOLDS_PATH}?xong=${answer.done}`);
}

export default function AwardHolds() {
  const { holds, found, chosen, search, mayManage, today, id, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { yearAwards } = useMessages(yearAwardsArea);
  const words = yearAwards.hold;
  const isOf = (holdId: string) => answer?.values.act === "clear" && answer.values.hold === holdId;
  const standing = holds.filter(({ cleared }) => cleared === null);
  const over = holds.filter(({ cleared }) => cleared !== null);
  return (
    <Page
      title={words.title}
      lead={words.lead}
      trail={<Breadcrumb steps={[{ to: AWARDS_PATH, label: yearAwards.title }]} />}
      width="narrow"
    >
      {answer ? null : <DoneFlash done={done} />}
      {chosen ? (
        <Card title={chosen.name} aside={<TextLink to={AWARD_HOLDS_PATH}>{yearAwards.new.other}</TextLink>}>
          <HoldForm
            id={id}
            chosen={chosen.chosen}
            today={today}
            answer={answer?.values.act === "enter" ? answer : undefined}
          />
        </Card>
      ) : null}
      {holds.length === 0 ? (
        <EmptyState icon={CircleSlash} title={words.none}>
          {words.noneBody}
        </EmptyState>
      ) : null}
      {standing.length > 0 ? (
        <Card title={words.standing}>
          <ul>
            {standing.map((hold) => (
              <HoldItem
                key={hold.id}
                hold={hold}
                today={today}
                mayManage={mayManage}
                answer={isOf(hold.id) ? answer : undefined}
              />
            ))}
          </ul>
        </Card>
      ) : null}
      {mayManage && !chosen ? (
        <CandidateSearch
          title={words.add}
          search={search}
          found={found}
          kept={{}}
          pathOf={(key) => `${AWARD_HOLDS_PATH}?chon=${encodeURIComponent(key)}`}
        />
      ) : null}
      {over.length > 0 ? (
        <Card title={words.over}>
          <ul>
            {over.map((hold) => (
              <HoldItem key={hold.id} hold={hold} today={today} mayManage={false} answer={undefined} />
            ))}
          </ul>
        </Card>
      ) : null}
    </Page>
  );
}
