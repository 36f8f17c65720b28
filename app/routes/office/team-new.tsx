import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { TEAM_KINDS } from "#app/domain/people/team.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readVillages } from "#app/features/communes/read-villages.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { addTeam } from "#app/features/roster/add-team.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { nameOrganisation } from "#app/features/roster/name-organisation.server.ts";
import { ROSTER_PATHS } from "#app/features/roster/paths.ts";
import { newIds, optionalNumber } from "#app/features/roster/read-params.server.ts";
import { newTeamSchema } from "#app/features/roster/roster.schema.ts";
import { problemsOf } from "#app/features/roster/roster-problems.ts";
import { rosterArea } from "#app/messages/vi/roster.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { type FormAnswer, fieldOf, fieldText } from "#app/ui/kit/form-answer.ts";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { RadioGroup } from "#app/ui/kit/radio-group.tsx";
import { SelectField } from "#app/ui/kit/select-field.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useMessages, useTerms } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { TeamFields } from "#app/ui/roster/team-fields.tsx";

export const handle: PageHandle = { title: (say) => say(rosterArea).team.add };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "roster.manage");
  if (caller.communeId === null) throw notFound();
  const villages = await readVillages(caller.platform, caller.scope("roster.read-villages"));
  const asked = optionalNumber(new URL(args.request.url).searchParams.get("thon"));
  return {
    clientId: newIds(caller, 1)[0] ?? "",
    today: caller.today,
    villages: villages.map(({ id, name }) => ({ id, name })),
    village: villages.find(({ id }) => id === asked) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "roster.manage");
  if (caller.communeId === null) throw notFound();
  const form = await readForm(args.request, newTeamSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { clientId, kind, name, school, validFrom, villageId = null, ...facts } = form.value;
  const verdict = await inRoster(caller, "roster.add-team", async (tx, act) =>
    addTeam(tx, act, {
      clientId,
      kind,
      name,
      villageId,
      organisationId:
        school === undefined ? null : await nameOrganisation(tx, act, { kind: "school", name: school }),
      validFrom,
      decisionNumber: facts.decisionNumber ?? null,
      decisionDate: facts.decisionDate ?? null,
      zaloGroup: facts.zaloGroup ?? null,
    }),
  );
  if (!verdict.ok) return askAgain(problemsOf(verdict), form.values);
  return goOn(`${ROSTER_PATHS.team(verdict.value.teamId)}?xong=1`);
}

export default function NewTeam() {
  const { clientId, today, villages, village } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { roster } = useMessages(rosterArea);
  const words = roster.team;
  const terms = useTerms();
  const labels = {
    name: words.name,
    kind: words.kind,
    villageId: words.village(terms),
    school: words.school,
  };
  const suggested = village ? `${terms.team} ${village.name}` : null;
  return (
    <Page width="narrow">
      <Breadcrumb steps={[{ to: ROSTER_PATHS.roster, label: roster.title }]} />
      <FormCard title={words.add} problems={answer?.problems} labels={labels}>
        <input type="hidden" name="clientId" value={fieldText(answer, "clientId", clientId)} />
        <RadioGroup
          {...fieldOf(answer, "kind", "village")}
          label={words.kind}
          choices={TEAM_KINDS.map((kind) => ({ value: kind, label: roster.teamKinds[kind] }))}
        />
        <SelectField
          {...fieldOf(answer, "villageId", village?.id ?? null)}
          label={words.village(terms)}
          hint={words.villageHint}
          choices={villages.map(({ id, name }) => ({ value: String(id), label: name }))}
          optional
        />
        <TextField {...fieldOf(answer, "school")} label={words.school} hint={words.schoolHint} optional />
        <TeamFields answer={answer} stored={{ ...(suggested ? { name: suggested } : {}) }} />
        <TextField {...fieldOf(answer, "validFrom", today)} type="date" label={words.validFrom} />
        <SubmitButton block>{words.add}</SubmitButton>
      </FormCard>
    </Page>
  );
}
