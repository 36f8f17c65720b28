import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import SearchCheck from "lucide-react/icons/search-check";
import { can } from "#app/domain/access/can.ts";
import { INSPECTIONS_PATH } from "#app/domain/inspections/inspection.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { answerInspectionForm } from "#app/features/inspections/answer-inspection-form.server.ts";
import { readInspections } from "#app/features/inspections/read-inspections.server.ts";
import { newIds } from "#app/features/roster/read-params.server.ts";
import { inspectionsArea } from "#app/messages/vi/inspections.ts";
import { InspectionForm } from "#app/ui/inspections/inspection-form.tsx";
import { InspectionItem } from "#app/ui/inspections/inspection-item.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { OfficeTrail } from "#app/ui/setup/office-trail.tsx";

export const handle: PageHandle = { title: (say) => say(inspectionsArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "inspection.read");
  const { communeId, actor, today } = caller;
  if (communeId === null) throw notFound();
  return {
    ...(await readInspections(caller)),
    mayWrite: can(actor, "inspection.write", { communeId }, today).ok,
    id: newIds(caller, 1)[0] ?? "",
    today,
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "inspection.write");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await answerInspectionForm(caller, fields);
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${INSPECTIONS_PATH}?xong=${answer.done}`);
}

export default function Inspections() {
  const { inspections, places, mayWrite, id, today, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { inspections: words } = useMessages(inspectionsArea);
  const isOfVisit = (visitId: string) => answer?.values.act === "follow-up" && answer.values.id === visitId;
  const isFollowed = inspections.some(({ id: each, followUp }) => isOfVisit(each) && followUp?.done === null);
  const isNew = answer !== undefined && answer.values.act !== "follow-up";
  return (
    <Page trail={<OfficeTrail />} title={words.title} lead={words.lead} width="narrow">
      {done !== null && !answer ? <Flash>{done === "luu" ? words.saved : words.closed}</Flash> : null}
      <ErrorSummary problems={isNew || isFollowed ? undefined : answer?.problems} />
      {mayWrite ? (
        <Disclosure summary={words.add} isOpen={isNew}>
          <InspectionForm
            key={id}
            id={isNew ? String(answer.values.id ?? id) : id}
            today={today}
            places={places}
            answer={isNew ? answer : undefined}
          />
        </Disclosure>
      ) : null}
      {inspections.length === 0 ? (
        <EmptyState icon={SearchCheck} title={words.none}>
          {words.noneBody}
        </EmptyState>
      ) : (
        <Card title={words.listTitle}>
          <ul>
            {inspections.map((inspection) => (
              <InspectionItem
                key={inspection.id}
                inspection={inspection}
                mayWrite={mayWrite}
                answer={isOfVisit(inspection.id) ? answer : undefined}
              />
            ))}
          </ul>
        </Card>
      )}
    </Page>
  );
}
