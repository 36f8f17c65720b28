import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import UserPlus from "lucide-react/icons/user-plus";
import { can } from "#app/domain/access/can.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { endDelegation } from "#app/features/roster/delegate-leadership.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { ROSTER_PATHS } from "#app/features/roster/paths.ts";
import { numberParam } from "#app/features/roster/read-params.server.ts";
import { readTeam } from "#app/features/roster/read-team.server.ts";
import { endDelegationSchema } from "#app/features/roster/roster.schema.ts";
import { enrolmentArea } from "#app/messages/vi/enrolment.ts";
import { rosterArea } from "#app/messages/vi/roster.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { StandIns } from "#app/ui/roster/stand-ins.tsx";
import { TeamMembers } from "#app/ui/roster/team-members.tsx";
import { TeamSheet } from "#app/ui/roster/team-sheet.tsx";

type Loaded = Awaited<ReturnType<typeof loader>>;
export const handle: PageHandle<Loaded> = { title: (_say, { view }) => view.team.name };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "roster.read");
  const { platform, communeId, actor, today, now } = caller;
  if (communeId === null) throw notFound();
  const view = await readTeam(caller, numberParam(args.params.teamId));
  if (!view) throw notFound();
  const place = { communeId, villageId: view.team.villageId, teamId: view.team.id };
  return {
    view,
    live: await platform.live.readVersions([`commune:${communeId}`]),
    now: now.getTime(),
    isSaved: new URL(args.request.url).searchParams.has("xong"),
    mayManage: can(actor, "roster.manage", place, today).ok,
    mayDelegate: can(actor, "team.delegate", place, today).ok,
    mayPrint: can(actor, "team-slip.make", place, today).ok,
    maySeeRoster: can(actor, "roster.overview", null, today).ok,
  };
}

/** Ends a delegation; everything else has a page of its own. */
export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "team.delegate");
  const { communeId, actor, today } = caller;
  const form = await readForm(args.request, endDelegationSchema);
  const view = await readTeam(caller, numberParam(args.params.teamId));
  if (!form.ok || !view || communeId === null) throw notFound();
  const { id, villageId } = view.team;
  if (!can(actor, "team.delegate", { communeId, villageId, teamId: id }, today).ok) throw notFound();
  const verdict = await inRoster(caller, "roster.end-delegation", (tx, act) =>
    endDelegation(tx, act, { teamId: id, id: form.value.end }),
  );
  if (!verdict.ok) throw notFound();
  return goOn(`${ROSTER_PATHS.team(id)}?xong=1`);
}

export default function Team() {
  const { view, live, now, isSaved, mayManage, mayDelegate, mayPrint, maySeeRoster } =
    useLoaderData<typeof loader>();
  const { roster: words, enrolment } = useMessages(rosterArea, enrolmentArea);
  const { team, review, members, coming, former, standIns } = view;
  useLive(live);
  const at = ROSTER_PATHS.team(team.id);
  const links = {
    ...(maySeeRoster ? { memberAt: ROSTER_PATHS.member } : {}),
    ...(mayManage ? { changeAt: ROSTER_PATHS.membership } : {}),
  };
  const steps = [
    { to: ROSTER_PATHS.roster, label: words.title },
    ...(team.villageId === null || team.villageName === null
      ? []
      : [{ to: ROSTER_PATHS.village(team.villageId), label: team.villageName }]),
  ];
  return (
    <Page
      title={team.name}
      lead={words.team.members(members.length)}
      trail={maySeeRoster ? <Breadcrumb steps={steps} /> : null}
      actions={
        mayManage ? (
          <LinkButton to={`${ROSTER_PATHS.newMember}?to=${team.id}`} icon={UserPlus}>
            {words.team.addMember}
          </LinkButton>
        ) : null
      }
    >
      {isSaved ? <Flash>{words.team.saved}</Flash> : null}
      <div className="flex flex-wrap gap-2">
        {mayManage ? (
          <>
            <LinkButton to={`${at}/kien-toan`} size="small" variant="secondary">
              {words.team.reorganise}
            </LinkButton>
            <LinkButton to={`${at}/sua`} size="small" variant="secondary">
              {words.team.edit}
            </LinkButton>
          </>
        ) : null}
        {mayDelegate ? (
          <LinkButton to={`${at}/uy-quyen`} size="small" variant="secondary">
            {words.team.delegate}
          </LinkButton>
        ) : null}
      </div>
      {mayPrint ? (
        <p>
          <TextLink to={`${at}/phieu`}>{enrolment.teamSlips.title}</TextLink>
        </p>
      ) : null}
      <StandIns standIns={standIns} mayEnd={mayDelegate} />
      {members.length === 0 ? (
        <EmptyState icon={UserPlus} title={words.team.emptyTitle}>
          {words.team.emptyBody}
        </EmptyState>
      ) : (
        <TeamMembers
          caption={words.team.members(members.length)}
          hidesCaption
          people={members}
          now={now}
          {...links}
        />
      )}
      {coming.length > 0 ? (
        <TeamMembers caption={words.team.coming} people={coming} now={now} {...links} />
      ) : null}
      <TeamSheet {...review} team={team} />
      {former.length > 0 ? (
        <Disclosure summary={`${words.team.former} (${former.length})`}>
          <p className="mb-3 text-ink-soft">{words.team.formerHint}</p>
          <TeamMembers
            caption={words.team.former}
            hidesCaption
            people={former}
            now={now}
            {...(maySeeRoster ? { memberAt: ROSTER_PATHS.member } : {})}
          />
        </Disclosure>
      ) : null}
    </Page>
  );
}
