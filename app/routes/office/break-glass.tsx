import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import ShieldCheck from "lucide-react/icons/shield-check";
import { makeId } from "#app/domain/ids.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { prepareBreakGlass } from "#app/features/accounts/break-glass-prepare.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { readPeople } from "#app/features/accounts/people-read.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { breakGlassForm } from "#app/features/two-person-acts/act.schema.ts";
import { askAct } from "#app/features/two-person-acts/ask-act.server.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { SelectField } from "#app/ui/kit/select-field.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextArea } from "#app/ui/kit/text-area.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { fieldsOf, labelsIn, typedIn } from "#app/ui/setup/form-answer.ts";
import { actPath, OFFICE_PATHS } from "#app/ui/setup/paths.ts";
import { SheetForm } from "#app/ui/setup/sheet-form.tsx";
import { askAgain } from "./answer-form.server.ts";

export const handle: PageHandle = { title: (say) => say(setupArea).acts.kinds.break_glass };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "two-person-act.ask");
  const { now, platform } = caller;
  const people = await readPeople(caller);
  return {
    newActId: makeId(now.getTime(), platform.random.bytes(10)),
    people: people
      .filter(({ isSelf, isActive, hasSecondFactor }) => isActive && hasSecondFactor && !isSelf)
      .map(({ accountId, displayName }) => ({ value: accountId, label: displayName })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "two-person-act.ask");
  const form = await readForm(args.request, breakGlassForm);
  if (!form.ok) return askAgain(form.problems, form.values, {});
  const { act: id, subject, reason } = form.value;
  const prepared = await prepareBreakGlass(caller, subject);
  if (!prepared.ok) return askAgain({ subject: prepared }, form.values, {});
  const asked = await askAct(caller, { id, act: prepared.value, reason });
  if (!asked.ok) return askAgain({ form: asked }, form.values, {});
  throw goOn(`${actPath(id)}?xong=asked`);
}

export default function BreakGlass() {
  const { newActId, people } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { setup } = useMessages(setupArea);
  const words = setup.acts;
  const field = fieldsOf(answer);
  return (
    <Page
      width="narrow"
      title={words.kinds.break_glass}
      lead={words.kindHints.break_glass}
      trail={<Breadcrumb steps={[{ to: OFFICE_PATHS.acts, label: words.title }]} />}
    >
      {people.length === 0 ? (
        <EmptyState icon={ShieldCheck} title={words.nobodyLocked}>
          {words.nobodyLockedBody}
        </EmptyState>
      ) : (
        <SheetForm problems={answer?.problems} labels={labelsIn(words)}>
          <input type="hidden" name="act" value={typedIn(answer, "act") ?? newActId} />
          <SelectField {...field("subject", null)} label={words.subject} choices={people} />
          <TextArea {...field("reason", null)} label={words.reason} hint={words.reasonHint} rows={4} />
          <SubmitButton size="large" block>
            {words.send}
          </SubmitButton>
        </SheetForm>
      )}
    </Page>
  );
}
