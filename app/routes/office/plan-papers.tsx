import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/domain/access/can.ts";
import { PLAN_PAPER_PATHS } from "#app/domain/plan-papers/plan-paper.ts";
import { allow, type Caller } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { answerPaperForm } from "#app/features/plan-papers/answer-paper-form.server.ts";
import { readLibrary, readRecipients } from "#app/features/plan-papers/read-library.server.ts";
import { idParam, newIds } from "#app/features/roster/read-params.server.ts";
import { planPapersArea } from "#app/messages/vi/plan-papers.ts";
import { plansArea } from "#app/messages/vi/plans.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { CheckBox } from "#app/ui/kit/check-box.tsx";
import { DataTable } from "#app/ui/kit/data-table.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { FileField } from "#app/ui/kit/file-field.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { type FormAnswer, fieldOf, fieldText } from "#app/ui/kit/form-answer.ts";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { PaperLinks } from "#app/ui/plan-papers/paper-links.tsx";

export const handle: PageHandle = { title: (say) => say(planPapersArea).office.title };

async function planOf(caller: Caller, planId: string) {
  const plan = (await readLibrary(caller, "")).find(({ id }) => id === planId);
  if (!plan) throw notFound();
  return plan;
}

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "plan.read");
  const { communeId, platform, actor, today } = caller;
  if (communeId === null) throw notFound();
  const plan = await planOf(caller, idParam(args.params.planId));
  const [id = ""] = newIds(caller, 1);
  return {
    live: await platform.live.readVersions([`commune:${communeId}`]),
    plan,
    sent: await readRecipients(caller, plan.id),
    mayEdit: can(actor, "plan.edit", { communeId }, today).ok,
    id,
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "plan.edit");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const { id: planId } = await planOf(caller, idParam(args.params.planId));
  const answer = await answerPaperForm(caller, planId, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${PLAN_PAPER_PATHS.office(planId)}?xong=${answer.done}`);
}

export default function PlanPapers() {
  const { live, plan, mayEdit, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { planPapers, plans } = useMessages(planPapersArea, plansArea);
  useLive(live);
  const words = planPapers.office;
  const removing = fieldText(answer, "paperId");
  const isOfPaper = plan.papers.some(({ id }) => id === removing);
  return (
    <Page
      title={words.of(plan.number)}
      lead={plan.title}
      trail={
        <Breadcrumb
          steps={[
            { to: "/van-phong/ke-hoach", label: plans.title },
            { to: `/van-phong/ke-hoach/${plan.id}`, label: plan.number },
          ]}
        />
      }
    >
      {done !== null && !answer ? (
        <Flash key={plan.papers.length}>{done === "bo" ? words.removed : words.attached}</Flash>
      ) : null}
      <Card title={words.papers}>
        {plan.papers.length === 0 ? <p className="text-ink-soft">{words.noPapers}</p> : null}
        {plan.papers.map((paper) => (
          <div key={paper.id} className="mb-2">
            <PaperLinks papers={[paper]} />
            {mayEdit ? (
              <Disclosure summary={`${words.remove}: ${paper.number}`} isOpen={removing === paper.id}>
                <Form method="post" className="grid gap-3">
                  <input type="hidden" name="paperId" value={paper.id} />
                  <CheckBox
                    name="sure"
                    id={`sure-${paper.id}`}
                    label={words.removeSure}
                    error={removing === paper.id ? answer?.problems.sure : undefined}
                  />
                  <div>
                    <SubmitButton name="act" value="remove" variant="danger">
                      {words.remove}
                    </SubmitButton>
                  </div>
                </Form>
              </Disclosure>
            ) : null}
          </div>
        ))}
      </Card>
      {mayEdit ? <AttachForm answer={isOfPaper ? undefined : answer} /> : null}
      <Recipients />
    </Page>
  );
}

function AttachForm({ answer }: { answer: FormAnswer | undefined }) {
  const { id } = useLoaderData<typeof loader>();
  const words = useMessages(planPapersArea).planPapers.office;
  const field = (name: string) => fieldOf(answer, name);
  return (
    <Disclosure key={id} summary={words.attach} isOpen={answer !== undefined}>
      <Form method="post" encType="multipart/form-data" noValidate className="grid grid-cols-1 gap-5">
        <ErrorSummary
          problems={answer?.problems}
          labels={{
            number: words.number,
            issuedOn: words.issuedOn,
            title: words.paperTitle,
            file: words.file,
          }}
        />
        <input type="hidden" name="id" value={id} />
        <TextField {...field("number")} label={words.number} hint={words.numberHint} autoComplete="off" />
        <TextField {...field("issuedOn")} type="date" label={words.issuedOn} />
        <TextField {...field("title")} label={words.paperTitle} autoComplete="off" />
        <FileField
          name="file"
          label={words.file}
          hint={words.fileHint}
          error={answer?.problems.file}
          accept="application/pdf,image/png,image/jpeg"
        />
        <div>
          <SubmitButton name="act" value="attach">
            {words.save}
          </SubmitButton>
        </div>
      </Form>
    </Disclosure>
  );
}

function Recipients() {
  const { sent } = useLoaderData<typeof loader>();
  const { planPapers } = useMessages(planPapersArea);
  const words = planPapers.office;
  const format = useFormat();
  if (sent === null) return <p className="text-ink-soft">{words.notPublished}</p>;
  const seen = sent.recipients.filter(({ seenAt }) => seenAt !== null).length;
  return (
    <Card title={words.recipients(format.number(seen), format.number(sent.recipients.length))}>
      <DataTable
        caption={words.name}
        hidesCaption
        rows={sent.recipients}
        rowKey={({ accountId, role, place }) => `${accountId}-${role}-${place}`}
        columns={[
          { key: "name", header: words.name, cell: ({ name }) => name },
          { key: "role", header: words.role, cell: ({ role }) => planPapers.roles[role] ?? role },
          { key: "place", header: words.place, cell: ({ place }) => place ?? "–" },
          {
            key: "seen",
            header: words.seen,
            cell: ({ seenAt }) => (seenAt === null ? words.notYet : format.moment(seenAt)),
          },
        ]}
      />
    </Card>
  );
}
