import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import UsersRound from "lucide-react/icons/users-round";
import { can } from "#app/domain/access/can.ts";
import { COUNCIL_PATHS } from "#app/domain/council/minutes.ts";
import { allow, demand } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { answerRollForm } from "#app/features/council/answer-roll-form.server.ts";
import { readRoll } from "#app/features/council/read-council.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { newIds } from "#app/features/roster/read-params.server.ts";
import { yearCouncilArea } from "#app/messages/vi/year-council.ts";
import { yearReviewArea } from "#app/messages/vi/year-review.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { DataTable } from "#app/ui/kit/data-table.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { Pill } from "#app/ui/kit/pill.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { CouncilRulesForm, EndTermForm, NewMemberForm } from "#app/ui/year/council/roll-forms.tsx";
import { YEAR_PATHS } from "#app/ui/year/year-paths.ts";

export const handle: PageHandle = { title: (say) => say(yearCouncilArea).roll.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "council.read");
  const { platform, communeId, actor, today } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const [id = ""] = newIds(caller, 1);
  return {
    live,
    today,
    id,
    roll: await readRoll(caller),
    mayManage: can(actor, "council.manage", { communeId }, today).ok,
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "council.read");
  const fields = await receiveForm(args.request);
  const { communeId } = caller;
  if (communeId === null || fields === null) throw notFound();
  demand(args, caller, "council.manage", { communeId });
  const answer = await answerRollForm(caller, fields);
  if (!answer) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${COUNCIL_PATHS.members}?xong=${answer.done}`);
}

export default function CouncilMembers() {
  const { live, today, id, roll, mayManage, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { roll: words } = useMessages(yearCouncilArea).yearCouncil;
  const { yearReview } = useMessages(yearReviewArea);
  useLive(live);
  const answerOf = (act: string) => (answer?.values.act === act ? answer : undefined);
  const flash = new Map([
    ["thanh-vien", words.added],
    ["het-nhiem-ky", words.ended],
    ["quy-che", words.saved],
  ]).get(done ?? "");
  const standing = roll.members.filter(({ validTo }) => validTo === null);
  return (
    <Page
      title={words.title}
      lead={words.lead}
      trail={<Breadcrumb steps={[{ to: YEAR_PATHS.desk, label: yearReview.title }]} />}
    >
      {flash && !answer ? <Flash key={done}>{flash}</Flash> : null}
      <MemberTable />
      {mayManage ? (
        <>
          <Disclosure summary={words.add} isOpen={answerOf("member") !== undefined}>
            <NewMemberForm
              key={id}
              id={id}
              today={today}
              accounts={roll.accounts}
              answer={answerOf("member")}
            />
          </Disclosure>
          {standing.length > 0 ? (
            <Disclosure summary={words.end} isOpen={answerOf("end-term") !== undefined}>
              <EndTermForm members={standing} today={today} answer={answerOf("end-term")} />
            </Disclosure>
          ) : null}
        </>
      ) : null}
      <RulesCard answer={answerOf("rules")} />
    </Page>
  );
}

function MemberTable() {
  const { roll } = useLoaderData<typeof loader>();
  const { roll: words, roles } = useMessages(yearCouncilArea).yearCouncil;
  const format = useFormat();
  return (
    <Card>
      <DataTable
        caption={words.members}
        rows={roll.members}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={UsersRound} title={words.none}>
            {words.noneBody}
          </EmptyState>
        }
        columns={[
          { key: "name", header: words.name, cell: ({ fullName }) => fullName },
          { key: "role", header: words.role, cell: ({ role }) => roles[role] },
          { key: "position", header: words.position, cell: ({ position }) => position },
          { key: "decision", header: words.decision, cell: ({ decision }) => decision },
          {
            key: "term",
            header: words.term,
            cell: ({ validFrom, validTo }) =>
              validTo === null
                ? words.since(format.date(validFrom))
                : words.between(format.date(validFrom), format.date(validTo)),
          },
          {
            key: "vote",
            header: words.vote,
            cell: ({ accountId }) => (accountId === null ? words.noAccount : words.hasAccount),
          },
        ]}
      />
    </Card>
  );
}

/** What a meeting and a vote need, in words; the form below for whoever keeps it. */
function RulesCard({ answer }: { answer: FormAnswer | undefined }) {
  const { roll, mayManage } = useLoaderData<typeof loader>();
  const { roll: words, share } = useMessages(yearCouncilArea).yearCouncil;
  const { rules, document } = roll;
  return (
    <Card
      title={words.rules}
      aside={document === null ? <Pill tone="gold">{words.proposed}</Pill> : words.byDocument(document)}
    >
      <div className="grid gap-4">
        <ul className="list-disc ps-6">
          <li>
            {words.quorum}: {share(rules.quorum)}. {rules.proxiesMakeQuorum ? `${words.proxies}.` : null}
          </li>
          <li>
            {words.pass}: {share(rules.pass)}, {words.passOf.toLowerCase()}{" "}
            {words.passOfs[rules.passOf].toLowerCase()}.
          </li>
        </ul>
        {document === null ? <p className="text-ink-soft">{words.proposedNote}</p> : null}
        {mayManage ? (
          <Disclosure summary={words.edit} isOpen={answer !== undefined}>
            <CouncilRulesForm rules={rules} document={document} answer={answer} />
          </Disclosure>
        ) : null}
      </div>
    </Card>
  );
}
