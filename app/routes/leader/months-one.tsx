import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { makeId } from "#app/domain/ids.ts";
import { judgeAppealTime } from "#app/domain/months/objection.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { findLedTeams } from "#app/features/months/find-led-teams.server.ts";
import { makeAppeal } from "#app/features/months/make-appeal.server.ts";
import { appealForm, readMonthId } from "#app/features/months/months.schema.ts";
import { MONTH_PATHS } from "#app/features/months/paths.ts";
import { readAppeals, readMonthClaims, readTeamNames } from "#app/features/months/read-month.server.ts";
import { readMonths } from "#app/features/months/read-months.server.ts";
import { readProject06 } from "#app/features/months/read-project-06.server.ts";
import { monthsArea } from "#app/messages/vi/months.ts";
import { Project06Line } from "#app/ui/activity/project-06-line.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { Points } from "#app/ui/kit/points.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { AppealFields } from "#app/ui/months/appeal-fields.tsx";
import { AppealList } from "#app/ui/months/appeal-list.tsx";
import { MonthClaims } from "#app/ui/months/month-claims.tsx";
import { MonthDates, MonthStanding, SealCard } from "#app/ui/months/month-facts.tsx";
import { useMonthName } from "#app/ui/months/use-month-name.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(monthsArea).leaderTitle };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "month.appeal");
  const { platform, communeId, now } = caller;
  const monthId = readMonthId(args.params.month);
  if (communeId === null || monthId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const teamIds = findLedTeams(caller);
  const scope = caller.scope("months.read-month");
  const [month] = await readMonths(platform, scope, { id: monthId, teamIds });
  if (!month) throw notFound();
  const asked = new URL(args.request.url).searchParams.get("trang") ?? "1";
  const page = /^[1-9]\d{0,4}$/.test(asked) ? Number(asked) : 1;
  const mayAppeal = judgeAppealTime(month, now.getTime()).ok;
  const whole = mayAppeal
    ? await readMonthClaims(platform, scope, monthId, { teamIds, isWhole: true })
    : null;
  return {
    live,
    now: now.getTime(),
    month,
    mayAppeal,
    choices: whole?.claims ?? [],
    id: makeId(now.getTime(), platform.random.bytes(10)),
    teams: await readTeamNames(platform, scope, teamIds),
    project06: await readProject06(platform, scope, monthId, { teamIds }),
    appeals: await readAppeals(platform, scope, monthId, teamIds),
    list: { page, ...(await readMonthClaims(platform, scope, monthId, { teamIds, page })) },
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "month.appeal");
  const { communeId } = caller;
  const monthId = readMonthId(args.params.month);
  if (communeId === null || monthId === null) throw notFound();
  const form = await readForm(args.request, appealForm);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { id, teamId, claimId = null, text } = form.value;
  if (!findLedTeams(caller).includes(teamId)) throw notFound();
  const verdict = await makeAppeal(caller, { id, monthId, teamId, claimId, text });
  if (verdict.ok) return goOn(`${MONTH_PATHS.leaderMonth(monthId)}?xong=gui`);
  const field = verdict.code === "appeal_claim_not_there" || verdict.code === "appeal_waits_already";
  return askAgain({ [field ? "claimId" : "form"]: verdict }, form.values);
}

export default function MonthOfLeader() {
  const { live, now, month, mayAppeal, choices, id, teams, project06, appeals, list } =
    useLoaderData<typeof loader>();
  useLive(live);
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const { months: words } = useMessages(monthsArea);
  const name = useMonthName()(month.id);
  return (
    <Page
      width="narrow"
      title={name}
      lead={teams.map((team) => team.name).join(", ")}
      trail={<Breadcrumb steps={[{ to: MONTH_PATHS.leader, label: words.leaderTitle }]} />}
      actions={<Points hundredths={month.points} unit={words.points} />}
    >
      {search.get("xong") === "gui" && !answer ? <Flash>{words.appealSent}</Flash> : null}
      <MonthStanding month={month} now={now} />
      <Project06Line figures={project06} />
      <Card title={words.appeals}>
        <AppealList appeals={appeals} />
        {mayAppeal ? (
          <Form method="post" noValidate className="mt-6 grid gap-5 border-t border-line pt-5">
            <h3 className="text-lg font-bold">{words.appealNew}</h3>
            <ErrorSummary
              problems={answer?.problems}
              labels={{ claimId: words.appealAbout, text: words.appealText, teamId: words.appealTeam }}
            />
            <AppealFields id={id} teams={teams} claims={choices} answer={answer ?? null} />
          </Form>
        ) : (
          <ErrorSummary problems={answer?.problems} />
        )}
      </Card>
      <MonthClaims
        claims={list.claims}
        page={list.page}
        pages={list.pages}
        hrefOf={(page) => `${MONTH_PATHS.leaderMonth(month.id)}?trang=${page}`}
      />
      {month.root ? <SealCard root={month.root} /> : null}
      <MonthDates month={month} />
    </Page>
  );
}
