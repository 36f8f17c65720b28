import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { numberParam } from "#app/features/roster/read-params.server.ts";
import { TEAM_SLIPS_PATHS } from "#app/features/team-slips/paths.ts";
import { readTeamSlips } from "#app/features/team-slips/read-team-slips.server.ts";
import { reportLostPhone } from "#app/features/team-slips/report-lost-phone.server.ts";
import { lostPhoneSchema } from "#app/features/team-slips/team-slips.schema.ts";
import { enrolmentArea } from "#app/messages/vi/enrolment.ts";
import { ChooseSlips } from "#app/ui/enrolment/choose-slips.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(enrolmentArea).teamSlips.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "team-slip.make");
  const slips = await readTeamSlips(caller, numberParam(args.params.teamId));
  if (!slips) throw notFound();
  const asked = new URL(args.request.url).searchParams;
  return { ...slips, isLost: asked.has("mat"), isRefused: asked.has("khong") };
}

/** A phone is lost: whoever found it gets nowhere. */
export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "team-slip.make");
  const form = await readForm(args.request, lostPhoneSchema);
  const slips = await readTeamSlips(caller, numberParam(args.params.teamId));
  if (!slips || !form.ok) throw notFound();
  const verdict = await reportLostPhone(caller, slips, form.value.lost);
  return goOn(`${TEAM_SLIPS_PATHS.team(slips.team.id)}?${verdict.ok ? "mat" : "khong"}=1`);
}

export default function SlipsOfTeam() {
  const { team, people, isLost, isRefused } = useLoaderData<typeof loader>();
  const words = useMessages(enrolmentArea).enrolment.teamSlips;
  return (
    <Page width="narrow" title={team.name} lead={words.lead}>
      {isLost ? <Flash>{words.doneLost}</Flash> : null}
      {isRefused ? <Notice tone="warning">{words.refused}</Notice> : null}
      {/* Left to the browser: the answer is a file, not a page. */}
      <Form method="post" action={TEAM_SLIPS_PATHS.sheet(team.id)} reloadDocument className="grid gap-5">
        <ChooseSlips people={people} lostAt={TEAM_SLIPS_PATHS.team(team.id)} />
      </Form>
    </Page>
  );
}
