import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { actAsOffice } from "#app/features/households/household-form.server.ts";
import { HOUSEHOLD_PATHS } from "#app/features/households/paths.ts";
import { readHousehold } from "#app/features/households/read-household.server.ts";
import { idParam, newIds, numberParam } from "#app/features/roster/read-params.server.ts";
import { householdsArea } from "#app/messages/vi/households.ts";
import { AbsenceCard } from "#app/ui/households/absence-card.tsx";
import { EndCard } from "#app/ui/households/end-card.tsx";
import { HouseholdFields, useHouseholdLabels } from "#app/ui/households/household-fields.tsx";
import { HouseholdFlash } from "#app/ui/households/household-flash.tsx";
import { PeopleCard } from "#app/ui/households/people-card.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Button } from "#app/ui/kit/button.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { Notice } from "#app/ui/kit/notice.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

type Loaded = Awaited<ReturnType<typeof loader>>;
export const handle: PageHandle<Loaded> = { title: (_say, { household }) => household.head };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "household.manage");
  const household = await readHousehold(caller, idParam(args.params.householdId));
  if (!household || household.villageId !== numberParam(args.params.villageId)) throw notFound();
  return {
    household,
    clientId: newIds(caller, 1)[0] ?? "",
    today: caller.today,
    now: caller.now.getTime(),
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "household.manage");
  const id = idParam(args.params.householdId);
  const villageId = numberParam(args.params.villageId);
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await actAsOffice(caller, { id, villageId }, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, { ...answer.values, act: String(fields.get("act")) });
  return goOn(`${HOUSEHOLD_PATHS.one(villageId, id)}?xong=${answer.done}`);
}

export default function Household() {
  const { household, clientId, today, now, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const words = useMessages(householdsArea).households;
  const { date } = useFormat();
  const labels = useHouseholdLabels();
  const answerTo = (...acts: string[]) => (acts.includes(String(answer?.values.act)) ? answer : undefined);
  const toSave = answerTo("save");
  const proposal = proposalOf(household);
  const absence = (
    <AbsenceCard
      as="office"
      isLongAbsent={household.isLongAbsent}
      proposal={proposal}
      now={now}
      problems={answerTo("accept", "decline", "mark")?.problems}
    />
  );
  return (
    <Page
      title={household.head}
      lead={[`${words.list.code} ${household.code}`, household.lane].filter(Boolean).join(" · ")}
      trail={
        <Breadcrumb
          steps={[
            { to: HOUSEHOLD_PATHS.register, label: words.title },
            { to: HOUSEHOLD_PATHS.village(household.villageId), label: household.villageName },
          ]}
        />
      }
    >
      {answer ? null : <HouseholdFlash done={done} />}
      {household.validTo === null ? (
        <>
          {proposal === null ? null : absence}
          <PeopleCard
            slots={household.slots}
            clientId={clientId}
            answer={answerTo("label", "add-person")}
            mayWrite
          />
          {proposal === null ? absence : null}
          <Card title={words.form.edit}>
            <Form method="post" noValidate className="grid grid-cols-1 gap-5">
              <ErrorSummary problems={toSave?.problems} labels={labels} />
              <HouseholdFields answer={toSave} stored={household} lanes={[]} />
              <div>
                <Button type="submit" name="act" value="save">
                  {words.form.save}
                </Button>
              </div>
            </Form>
          </Card>
          <EndCard today={today} answer={answerTo("end")} />
        </>
      ) : (
        <>
          <ErrorSummary problems={answer?.problems} />
          <Notice
            tone="info"
            action={
              <Form method="post">
                <Button type="submit" name="act" value="back" variant="secondary">
                  {words.end.bringBack}
                </Button>
              </Form>
            }
          >
            {words.end.isEnded(date(household.validTo))}
          </Notice>
        </>
      )}
    </Page>
  );
}

function proposalOf({ absenceProposed, proposedBy, proposedAt, isOwnProposal }: Loaded["household"]) {
  return absenceProposed === null
    ? null
    : { isAway: absenceProposed, by: proposedBy, at: proposedAt ?? 0, isOwn: isOwnProposal };
}
