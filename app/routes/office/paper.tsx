import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import UsersRound from "lucide-react/icons/users-round";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { choosePaper } from "#app/features/activity-log/choose-paper.server.ts";
import { PAPER_PATHS } from "#app/features/activity-log/paper-paths.ts";
import { receivePaper } from "#app/features/activity-log/receive-paper.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { paperLogArea } from "#app/messages/vi/paper-log.ts";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { ChooseSheet } from "#app/ui/paper-log/choose-sheet.tsx";
import { TypeSheet } from "#app/ui/paper-log/type-sheet.tsx";
import { OfficeTrail } from "#app/ui/setup/office-trail.tsx";

export const handle: PageHandle = { title: (say) => say(paperLogArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "activity.log-paper");
  if (caller.communeId === null) throw notFound();
  return choosePaper(caller, new URL(args.request.url).searchParams);
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "activity.log-paper");
  if (caller.communeId === null) throw notFound();
  const fields = await receiveForm(args.request);
  const reading = fields
    ? await receivePaper(caller, fields)
    : { ok: false as const, problems: { form: { code: "not_readable" as const } }, values: {}, sheet: null };
  if (reading.ok) return goOn(`${PAPER_PATHS.deskOf(reading.teamId)}&xong=${reading.count}`);
  return data(reading, { status: 422 });
}

export default function Paper() {
  const { teams, rows, done, desk, sheet } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { paperLog: words } = useMessages(paperLogArea);
  const format = useFormat();
  if (teams.length === 0)
    return (
      <Page trail={<OfficeTrail />} title={words.title} lead={words.lead}>
        <EmptyState icon={UsersRound} title={words.noTeams}>
          {words.noTeamsLead}
        </EmptyState>
      </Page>
    );
  const days = desk && format.date(desk.openFrom);
  return (
    <Page
      trail={<OfficeTrail />}
      title={words.title}
      lead={sheet && desk ? words.typing(sheet.member.name, desk.teamName) : words.lead}
      {...(sheet && desk
        ? { actions: <TextLink to={PAPER_PATHS.deskOf(desk.teamId)}>{words.another}</TextLink> }
        : {})}
    >
      {done === null || answer ? null : <Flash>{words.saved(done)}</Flash>}
      {sheet && desk && days ? (
        <>
          <Notice tone="info">{desk.mayReachBack ? words.reachBack(days) : words.openFrom(days)}</Notice>
          <TypeSheet
            teamId={desk.teamId}
            memberId={sheet.member.id}
            ids={idsOf(sheet.ids, answer?.values)}
            sheetId={sheet.sheetId}
            kinds={sheet.kinds}
            services={sheet.services}
            people={sheet.people}
            problems={answer?.problems}
            values={answer?.values}
            sheet={answer?.sheet ?? null}
          />
        </>
      ) : (
        <ChooseSheet
          teams={teams.map(({ id, name }) => ({ value: String(id), label: name }))}
          teamId={desk?.teamId ?? null}
          members={(desk?.members ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          rows={rows}
          printAt={desk?.printAt ?? null}
        />
      )}
    </Page>
  );
}

/** Lines keep the names they were sent under: a sheet that arrived after all is not written twice. */
function idsOf(fresh: readonly string[], values: Record<string, unknown> | undefined): string[] {
  return fresh.map((id, index) => {
    const sent = values?.[`id${index + 1}`];
    return typeof sent === "string" ? sent : id;
  });
}
