import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { isId } from "#app/domain/ids.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { mergerDecisionForm } from "#app/features/commune-merger/commune-merger.schema.ts";
import { decideMerger, withdrawMerger } from "#app/features/commune-merger/decide-merger.server.ts";
import { MERGER_PATHS } from "#app/features/commune-merger/paths.ts";
import { readMergers } from "#app/features/commune-merger/read-mergers.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { communeMergerArea } from "#app/messages/vi/commune-merger.ts";
import { MergerCard } from "#app/ui/commune-merger/merger-card.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextArea } from "#app/ui/kit/text-area.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { fieldsOf } from "#app/ui/setup/form-answer.ts";

export const handle: PageHandle = { title: (say) => say(communeMergerArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "commune-merger.read");
  const [merger] = await readMergers(caller, idIn(args));
  if (!merger) throw notFound();
  return { merger };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "commune-merger.decide");
  const form = await readForm(args.request, mergerDecisionForm);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { intent, note = null } = form.value;
  const id = idIn(args);
  const verdict =
    intent === "withdraw"
      ? await withdrawMerger(caller, id)
      : await decideMerger(caller, { id, isApproved: intent === "approve", note });
  if (!verdict) throw notFound();
  if (!verdict.ok) return askAgain({ form: verdict }, form.values);
  const done = { approve: "approved", decline: "declined", withdraw: "withdrawn" }[intent];
  throw goOn(`${MERGER_PATHS.one(id)}?xong=${done}`);
}

function idIn({ params }: Pick<LoaderFunctionArgs, "params">): string {
  if (!isId(params.merger ?? "")) throw notFound();
  return params.merger ?? "";
}

export default function CommuneMergerOne() {
  const { merger } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { communeMerger: words } = useMessages(communeMergerArea);
  const done = search.get("xong");
  const isWaiting = merger.state === "waiting";
  return (
    <Page
      width="narrow"
      title={words.title}
      trail={<Breadcrumb steps={[{ to: MERGER_PATHS.all, label: words.title }]} />}
    >
      {done !== null && done in words.done && !answer ? (
        <Notice tone="success">{words.done[done as keyof typeof words.done]}</Notice>
      ) : null}
      <MergerCard merger={merger} />
      <ul className="grid max-w-prose list-disc gap-2 ps-6">
        {words.whatHappens.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <ErrorSummary problems={answer?.problems} labels={{ note: words.noteOptional }} />
      {isWaiting && merger.mayDecide ? (
        <Card>
          <Form method="post" noValidate className="grid gap-4">
            <TextArea {...fieldsOf(answer)("note", null)} label={words.noteOptional} rows={3} optional />
            <div className="flex flex-wrap gap-3">
              <SubmitButton name="intent" value="approve">
                {words.approve}
              </SubmitButton>
              <SubmitButton name="intent" value="decline" variant="danger">
                {words.decline}
              </SubmitButton>
            </div>
          </Form>
        </Card>
      ) : null}
      {isWaiting && !merger.mayDecide ? <Notice>{words.onlyOld}</Notice> : null}
      {merger.mayWithdraw ? (
        <Form method="post" className="justify-self-center">
          <SubmitButton name="intent" value="withdraw" variant="quiet">
            {words.withdraw}
          </SubmitButton>
        </Form>
      ) : null}
    </Page>
  );
}
