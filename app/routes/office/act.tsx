import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { formatRecoveryCode } from "#app/domain/accounts/recovery-code.ts";
import { isId } from "#app/domain/ids.ts";
import { allow, type Caller } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { decisionForm } from "#app/features/two-person-acts/act.schema.ts";
import { decideAct } from "#app/features/two-person-acts/decide-act.server.ts";
import { readAct } from "#app/features/two-person-acts/read-acts.server.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { PrintButton } from "#app/ui/kit/print-button.tsx";
import { Slip } from "#app/ui/kit/slip.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextArea } from "#app/ui/kit/text-area.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { ActCard } from "#app/ui/setup/act-card.tsx";
import { fieldsOf } from "#app/ui/setup/form-answer.ts";
import { actPath, OFFICE_PATHS } from "#app/ui/setup/paths.ts";
import { askAgain, showAgain } from "./answer-form.server.ts";

export const handle: PageHandle = { title: (say) => say(setupArea).acts.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "two-person-act.read");
  const live = await caller.platform.live.readVersions([`commune:${caller.communeId ?? 0}`]);
  const act = await readAct(caller, idIn(args));
  if (!act) throw notFound();
  return { live, act };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "two-person-act.decide");
  const form = await readForm(args.request, decisionForm);
  if (!form.ok) return askAgain(form.problems, form.values, NO_SLIP);
  const { intent, note = null } = form.value;
  return decide(caller, { id: idIn(args), isApproved: intent === "approve", note }, form.values);
}

interface SlipView {
  readonly link: string;
  readonly code: string;
  readonly displayName: string;
  readonly expiresAtMs: number;
}

const NO_SLIP: { readonly slip: SlipView | null } = { slip: null };

type Decision = Parameters<typeof decideAct>[1];

async function decide(caller: Caller, decision: Decision, values: Parameters<typeof showAgain>[0]) {
  const verdict = await decideAct(caller, decision);
  if (!verdict) throw notFound();
  if (!verdict.ok) return askAgain({ form: verdict }, values, NO_SLIP);
  if (verdict.value?.kind !== "break_glass") {
    throw goOn(`${actPath(decision.id)}?xong=${decision.isApproved ? "approved" : "declined"}`);
  }
  const { link, code, displayName, expiresAt } = verdict.value.slip;
  const slip: SlipView | null = {
    link,
    code: formatRecoveryCode(code),
    displayName,
    expiresAtMs: expiresAt.getTime(),
  };
  return showAgain({}, { slip });
}

function idIn({ params }: Pick<LoaderFunctionArgs, "params">): string {
  if (!isId(params.act ?? "")) throw notFound();
  return params.act ?? "";
}

export default function Act() {
  const { live, act } = useLoaderData<typeof loader>();
  useLive(live);
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { setup } = useMessages(setupArea);
  const words = setup.acts;
  const done = search.get("xong");
  const isWaiting = act.state === "waiting" && !answer?.slip;
  return (
    <Page
      width="narrow"
      title={words.kinds[act.kind]}
      trail={<Breadcrumb steps={[{ to: OFFICE_PATHS.acts, label: words.title }]} />}
    >
      {done !== null && done in words.done && !answer ? (
        <Notice tone="success">{words.done[done as keyof typeof words.done]}</Notice>
      ) : null}
      {answer?.slip ? <SlipOfTheDay slip={answer.slip} /> : null}
      <ActCard act={act} isAlone />
      <ErrorSummary problems={answer?.problems} labels={{ note: words.note }} />
      {isWaiting && act.mayDecide ? (
        <Card>
          <Form method="post" noValidate className="grid gap-4">
            <TextArea {...fieldsOf(answer)("note", null)} label={words.note} rows={3} optional />
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
      {isWaiting && !act.mayDecide ? <Notice>{words.cannotDecide}</Notice> : null}
      {isWaiting && act.mayWithdraw ? (
        <Form method="post" action={`${actPath(act.id)}/rut`} className="justify-self-center">
          <SubmitButton variant="quiet">{words.withdraw}</SubmitButton>
        </Form>
      ) : null}
    </Page>
  );
}

function SlipOfTheDay({ slip }: { slip: SlipView }) {
  const { setup } = useMessages(setupArea);
  const format = useFormat();
  return (
    <>
      <div className="no-print">
        <Notice tone="warning">{setup.secondOfficer.slipOnce}</Notice>
      </div>
      <Slip title={setup.acts.slipTitle} name={slip.displayName} address={slip.link} code={slip.code}>
        {setup.secondOfficer.slipBody(format.moment(slip.expiresAtMs))}
      </Slip>
      <div className="no-print">
        <PrintButton />
      </div>
    </>
  );
}
