import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { actAsTeam } from "#app/features/households/household-form.server.ts";
import { ownVillages } from "#app/features/households/own-villages.server.ts";
import { HOUSEHOLD_PATHS } from "#app/features/households/paths.ts";
import { readHousehold } from "#app/features/households/read-household.server.ts";
import { idParam, newIds } from "#app/features/roster/read-params.server.ts";
import { householdsArea } from "#app/messages/vi/households.ts";
import { AbsenceCard } from "#app/ui/households/absence-card.tsx";
import { HouseholdFlash } from "#app/ui/households/household-flash.tsx";
import { PeopleCard } from "#app/ui/households/people-card.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { Pill } from "#app/ui/kit/pill.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

type Loaded = Awaited<ReturnType<typeof loader>>;
export const handle: PageHandle<Loaded> = { title: (_say, { household }) => household.head };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "household.read");
  const household = await readHousehold(caller, idParam(args.params.householdId));
  if (!household || household.validTo !== null) throw notFound();
  const villages = await ownVillages(caller);
  return {
    household,
    mayPropose: villages.some(({ id, mayPropose }) => id === household.villageId && mayPropose),
    clientId: newIds(caller, 1)[0] ?? "",
    now: caller.now.getTime(),
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "household.propose");
  const id = idParam(args.params.householdId);
  const fields = await receiveForm(args.request);
  const household = await readHousehold(caller, id);
  if (fields === null || !household) throw notFound();
  const answer = await actAsTeam(caller, household, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, { ...answer.values, act: String(fields.get("act")) });
  return goOn(`${HOUSEHOLD_PATHS.mineOne(id)}?xong=${answer.done}`);
}

export default function MyHousehold() {
  const { household, mayPropose, clientId, now, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const words = useMessages(householdsArea).households;
  const { absenceProposed, proposedBy, proposedAt, isOwnProposal, priorities } = household;
  const isOfPeople = ["label", "add-person"].includes(String(answer?.values.act));
  return (
    <Page
      title={household.head}
      lead={[`${words.list.code} ${household.code}`, household.lane].filter(Boolean).join(" · ")}
      trail={
        <Breadcrumb
          steps={[
            {
              to: `${HOUSEHOLD_PATHS.mine}?thon=${household.villageId}`,
              label: words.listTitle(household.villageName),
            },
          ]}
        />
      }
    >
      {answer ? null : <HouseholdFlash done={done} />}
      {priorities.length > 0 ? (
        <ul className="flex flex-wrap gap-2">
          {priorities.map((kind) => (
            <li key={kind}>
              <Pill>{words.priorities[kind]}</Pill>
            </li>
          ))}
        </ul>
      ) : null}
      <PeopleCard
        slots={household.slots}
        clientId={clientId}
        answer={isOfPeople ? answer : undefined}
        mayWrite={mayPropose}
      />
      <AbsenceCard
        as={mayPropose ? "team" : "reader"}
        isLongAbsent={household.isLongAbsent}
        proposal={
          absenceProposed === null
            ? null
            : { isAway: absenceProposed, by: proposedBy, at: proposedAt ?? 0, isOwn: isOwnProposal }
        }
        now={now}
        problems={isOfPeople ? undefined : answer?.problems}
      />
    </Page>
  );
}
