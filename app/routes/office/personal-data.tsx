import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import Search from "lucide-react/icons/search";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { answerDataRequest } from "#app/features/personal-data/ask-of-data.server.ts";
import { searchMembers } from "#app/features/personal-data/find-members.server.ts";
import { answerSchema } from "#app/features/personal-data/personal-data.schema.ts";
import { readDataRequests } from "#app/features/personal-data/read-data-requests.server.ts";
import { readReveals } from "#app/features/personal-data/read-reveals.server.ts";
import { personalDataArea } from "#app/messages/vi/personal-data.ts";
import { Button } from "#app/ui/kit/button.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { DataTable } from "#app/ui/kit/data-table.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { RequestList } from "#app/ui/personal-data/request-list.tsx";
import { OfficeTrail } from "#app/ui/setup/office-trail.tsx";

export const handle: PageHandle = { title: (say) => say(personalDataArea).title };

const PATH = "/van-phong/du-lieu-ca-nhan";

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "personal-data.manage");
  if (caller.communeId === null) throw notFound();
  const { platform } = caller;
  const search = new URL(args.request.url).searchParams;
  const wanted = (search.get("tim") ?? "").slice(0, 80);
  const scope = caller.scope("personal-data.read");
  return {
    wanted,
    isDone: search.has("xong"),
    found: await searchMembers(platform, scope, wanted),
    requests: await readDataRequests(platform, scope),
    reveals: await readReveals(platform, scope),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "personal-data.manage");
  if (caller.communeId === null) throw notFound();
  const form = await readForm(args.request, answerSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  await answerDataRequest(caller.platform, caller.scope("personal-data.answer"), form.value);
  return goOn(`${PATH}?xong`);
}

export default function PersonalData() {
  const { wanted, isDone, found, requests, reveals } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { personalData: words } = useMessages(personalDataArea);
  const format = useFormat();
  return (
    <Page trail={<OfficeTrail />} title={words.title} lead={words.lead}>
      {isDone && !answer ? <Flash>{words.saved}</Flash> : null}
      <ErrorSummary problems={answer?.problems} labels={{ answer: words.answer }} />
      <Form method="get" role="search" className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 flex-1 basis-64">
          <TextField
            name="tim"
            type="search"
            label={words.search}
            defaultValue={wanted}
            optional="unsaid"
            autoComplete="off"
          />
        </div>
        <Button type="submit" variant="secondary" icon={Search}>
          {words.find}
        </Button>
      </Form>
      {wanted === "" ? null : (
        <Card title={words.found}>
          {found.length === 0 ? <p className="text-ink-soft">{words.foundNone}</p> : null}
          <ul className="grid gap-2">
            {found.map(({ id, fullName, birthYear }) => (
              <li key={id}>
                <TextLink to={`${PATH}/${id}`}>{fullName}</TextLink>
                {birthYear ? <span className="text-ink-soft"> ({birthYear})</span> : null}
              </li>
            ))}
          </ul>
        </Card>
      )}
      <RequestList requests={requests} isOffice refusal={answer} />
      <DataTable
        caption={words.reveals}
        rows={reveals}
        rowKey={({ id }) => id}
        empty={
          <Card title={words.reveals}>
            <p className="text-ink-soft">{words.revealsEmpty}</p>
          </Card>
        }
        columns={[
          { key: "who", header: words.who, cell: ({ revealedTo }) => revealedTo },
          {
            key: "whom",
            header: words.whom,
            cell: ({ memberId, memberName }) => <TextLink to={`${PATH}/${memberId}`}>{memberName}</TextLink>,
          },
          {
            key: "when",
            header: words.when,
            cell: ({ revealedAt }) => format.date(localDateAt(new Date(revealedAt).getTime())),
          },
          { key: "reason", header: words.reason, cell: ({ reason }) => reason },
        ]}
      />
    </Page>
  );
}
