import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import HeartHandshake from "lucide-react/icons/heart-handshake";
import { can } from "#app/domain/access/can.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { newIds } from "#app/features/roster/read-params.server.ts";
import { confirmTraining } from "#app/features/titles/confirm-training.server.ts";
import { TITLE_PATHS } from "#app/features/titles/paths.ts";
import { readAmbassadors } from "#app/features/titles/read-ambassadors.server.ts";
import { trainingSchema } from "#app/features/titles/titles.schema.ts";
import { titlesArea } from "#app/messages/vi/titles.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { AmbassadorTable } from "#app/ui/titles/ambassador-table.tsx";
import { TitleFlash } from "#app/ui/titles/title-flash.tsx";
import { TrainingForm } from "#app/ui/titles/training-form.tsx";

export const handle: PageHandle = { title: (say) => say(titlesArea).ambassador.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "title.read");
  const { platform, communeId, actor, today } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const [id = ""] = newIds(caller, 1);
  return {
    live,
    id,
    today,
    ambassadors: await readAmbassadors(caller),
    mayConfirm: can(actor, "title.grant", { communeId }, today).ok,
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "title.grant");
  if (caller.communeId === null) throw notFound();
  const form = await readForm(args.request, trainingSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const verdict = await confirmTraining(caller, form.value);
  if (verdict.ok) return goOn(`${TITLE_PATHS.ambassadors}?xong=tap-huan`);
  if (verdict.code === "not_permitted") throw notFound();
  const field = verdict.code === "title_date_in_future" ? "trainedOn" : "memberId";
  return askAgain({ [field]: verdict }, form.values);
}

export default function Ambassadors() {
  const { live, id, today, ambassadors, mayConfirm, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { titles } = useMessages(titlesArea);
  const words = titles.ambassador;
  useLive(live);
  return (
    <Page
      title={words.title}
      lead={words.officeLead}
      trail={<Breadcrumb steps={[{ to: TITLE_PATHS.all, label: titles.title }]} />}
    >
      {answer ? null : <TitleFlash done={done} />}
      {ambassadors.length === 0 ? (
        <EmptyState icon={HeartHandshake} title={words.nobodyTitle}>
          {words.nobodyBody}
        </EmptyState>
      ) : (
        <>
          <Card>
            <AmbassadorTable
              caption={words.title}
              ambassadors={ambassadors}
              nominateAt={(memberId) => `${TITLE_PATHS.nominate(memberId)}&danh-hieu=digital-ambassador`}
            />
          </Card>
          {mayConfirm ? (
            <Disclosure summary={words.training} isOpen={answer !== undefined}>
              <TrainingForm id={id} today={today} people={ambassadors} answer={answer} />
            </Disclosure>
          ) : null}
        </>
      )}
    </Page>
  );
}
