import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isInForce } from "#app/domain/access/actor.ts";
import type { HandOverRefusal } from "#app/domain/accounts/enrolment-refusals.ts";
import { ROLES_HANDED_OVER } from "#app/domain/accounts/hand-over.ts";
import { makeId } from "#app/domain/ids.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { prepareHandOver } from "#app/features/accounts/hand-over-prepare.server.ts";
import { readPeople } from "#app/features/accounts/people-read.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { handOverForm } from "#app/features/two-person-acts/act.schema.ts";
import { askAct } from "#app/features/two-person-acts/ask-act.server.ts";
import { accountsArea } from "#app/messages/vi/accounts.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { RadioGroup } from "#app/ui/kit/radio-group.tsx";
import { SelectField } from "#app/ui/kit/select-field.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextArea } from "#app/ui/kit/text-area.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { fieldsOf, labelsIn, typedIn } from "#app/ui/setup/form-answer.ts";
import { actPath, OFFICE_PATHS } from "#app/ui/setup/paths.ts";
import { SheetForm } from "#app/ui/setup/sheet-form.tsx";
import { askAgain } from "./answer-form.server.ts";

export const handle: PageHandle = { title: (say) => say(setupArea).acts.kinds.hand_over };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "two-person-act.ask");
  const { actor, communeId, now, platform, today } = caller;
  const held = actor.grants.filter((grant) => grant.communeId === communeId && isInForce(grant, today));
  const people = await readPeople(caller);
  return {
    newActId: makeId(now.getTime(), platform.random.bytes(10)),
    today,
    roles: ROLES_HANDED_OVER.filter((role) => held.some((grant) => grant.role === role)),
    people: people
      .filter(({ isSelf, isActive }) => isActive && !isSelf)
      .map(({ accountId, displayName }) => ({ value: accountId, label: displayName })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "two-person-act.ask");
  const form = await readForm(args.request, handOverForm);
  if (!form.ok) return askAgain(form.problems, form.values, {});
  const { act: id, role, successor, firstDay, reason } = form.value;
  const prepared = await prepareHandOver(caller, { role, toAccountId: successor, firstDay });
  if (!prepared.ok) return askAgain({ [fieldOfRefusal(prepared.code)]: prepared }, form.values, {});
  const asked = await askAct(caller, { id, act: prepared.value, reason });
  if (!asked.ok) return askAgain({ form: asked }, form.values, {});
  throw goOn(`${actPath(id)}?xong=asked`);
}

function fieldOfRefusal(code: HandOverRefusal["code"]): string {
  switch (code) {
    case "hand_over_to_self":
    case "not_permitted":
    case "account_disabled":
      return "successor";
    case "hand_over_not_held":
      return "role";
    case "hand_over_in_the_past":
      return "firstDay";
  }
}

export default function HandOver() {
  const { newActId, today, roles, people } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { setup, accounts } = useMessages(setupArea, accountsArea);
  const words = setup.acts;
  const field = fieldsOf(answer);
  return (
    <Page
      width="narrow"
      title={words.kinds.hand_over}
      lead={words.kindHints.hand_over}
      trail={<Breadcrumb steps={[{ to: OFFICE_PATHS.acts, label: words.title }]} />}
    >
      <SheetForm problems={answer?.problems} labels={{ ...labelsIn(words), firstDay: words.from }}>
        <input type="hidden" name="act" value={typedIn(answer, "act") ?? newActId} />
        <RadioGroup
          name="role"
          label={words.role}
          choices={roles.map((role) => ({ value: role, label: accounts.roleNames[role] }))}
          defaultValue={typedIn(answer, "role") ?? roles[0]}
          error={answer?.problems.role}
        />
        <SelectField {...field("successor", null)} label={words.successor} choices={people} />
        <TextField {...field("firstDay", today)} label={words.from} type="date" />
        <TextArea {...field("reason", null)} label={words.reason} hint={words.reasonHint} rows={4} />
        <SubmitButton size="large" block>
          {words.send}
        </SubmitButton>
      </SheetForm>
    </Page>
  );
}
