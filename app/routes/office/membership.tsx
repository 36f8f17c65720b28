import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { teamRoles } from "#app/domain/people/membership.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { changeMembership } from "#app/features/roster/change-membership.server.ts";
import { ROSTER_PATHS } from "#app/features/roster/paths.ts";
import { readMember } from "#app/features/roster/read-member.server.ts";
import { idParam, newIds } from "#app/features/roster/read-params.server.ts";
import { rosterArea } from "#app/messages/vi/roster.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { CheckBox } from "#app/ui/kit/check-box.tsx";
import { type FormAnswer, fieldOf, fieldText } from "#app/ui/kit/form-answer.ts";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { RadioGroup } from "#app/ui/kit/radio-group.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(rosterArea).place.roleTitle };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "roster.manage");
  const member = caller.communeId === null ? null : await readMember(caller, idParam(args.params.memberId));
  const time = member?.times.find(({ membershipId }) => membershipId === args.params.membershipId);
  if (!member || !time) throw notFound();
  return {
    memberId: member.memberId,
    fullName: member.fullName,
    time,
    newId: newIds(caller, 1)[0] ?? "",
    today: caller.today,
  };
}

/** Three small forms on one page; each names itself by its button. */
export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "roster.manage");
  const memberId = idParam(args.params.memberId);
  const membershipId = idParam(args.params.membershipId);
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await changeMembership(caller, { memberId, membershipId }, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, { ...answer.values, act: answer.act });
  return goOn(`${ROSTER_PATHS.member(memberId)}?xong=luu`);
}

export default function ChangeMembership() {
  const { memberId, fullName, time, newId, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { place: words, member, roles } = useMessages(rosterArea).roster;
  const answerTo = (act: string) => (answer?.values.act === act ? answer : undefined);
  const [role, end] = [answerTo("role"), answerTo("end")];
  return (
    <Page
      width="narrow"
      title={words.title(fullName)}
      lead={`${time.teamName} · ${roles[time.role]}`}
      trail={<Breadcrumb steps={[{ to: ROSTER_PATHS.member(memberId), label: fullName }]} />}
    >
      <FormCard problems={role?.problems} labels={{ role: words.newRole, from: words.from }}>
        <div>
          <h2 className="text-xl">{words.roleTitle}</h2>
          <p className="mt-1 text-ink-soft">{words.roleLead}</p>
        </div>
        <input type="hidden" name="newId" value={fieldText(role, "newId", newId)} />
        <RadioGroup
          {...fieldOf(role, "role", time.role)}
          label={words.newRole}
          choices={teamRoles.map((each) => ({ value: each, label: roles[each] }))}
        />
        <TextField {...fieldOf(role, "from", today)} type="date" label={words.from} />
        <TextField {...fieldOf(role, "title", time.title)} label={member.title} optional />
        <SubmitButton block name="act" value="role">
          {words.change}
        </SubmitButton>
      </FormCard>
      <FormCard>
        <h2 className="text-xl">{words.coreTitle}</h2>
        <CheckBox name="isCore" label={member.core} defaultChecked={time.isCore} />
        <SubmitButton block variant="secondary" name="act" value="core">
          {words.saveCore}
        </SubmitButton>
      </FormCard>
      <FormCard problems={end?.problems} labels={{ until: words.until }}>
        <div>
          <h2 className="text-xl">{words.endTitle}</h2>
          <p className="mt-1 text-ink-soft">{words.endLead}</p>
        </div>
        <TextField {...fieldOf(end, "until", time.validTo)} type="date" label={words.until} />
        <SubmitButton block variant="danger" name="act" value="end">
          {words.end}
        </SubmitButton>
      </FormCard>
    </Page>
  );
}
