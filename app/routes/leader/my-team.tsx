import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import UsersRound from "lucide-react/icons/users-round";
import { can } from "#app/domain/access/can.ts";
import { TEAM_AWARDS_PATH } from "#app/domain/awards/award-paths.ts";
import { SHEET_TALK_PATHS } from "#app/domain/self-assessment/sheet-talk.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { PAPER_PATHS } from "#app/features/activity-log/paper-paths.ts";
import { readTargetsOfTeams } from "#app/features/assigned-targets/read-targets.server.ts";
import { readTeamAwards } from "#app/features/badges/read-team-awards.server.ts";
import { readShownContacts } from "#app/features/contacts/read-contacts.server.ts";
import { FAMILY_PATHS } from "#app/features/digital-family/paths.ts";
import { HOUSEHOLD_PATHS } from "#app/features/households/paths.ts";
import { MARKET_PATHS } from "#app/features/market-register/paths.ts";
import { MEMBER_HOUSEHOLD_PATHS } from "#app/features/member-household/paths.ts";
import { readHomesOfTeam } from "#app/features/member-household/read-homes.server.ts";
import { MONTH_PATHS } from "#app/features/months/paths.ts";
import { ROSTER_PATHS } from "#app/features/roster/paths.ts";
import { readTeams } from "#app/features/roster/read-team.server.ts";
import { TITLE_PATHS } from "#app/features/titles/paths.ts";
import { offeredTrainingLinks } from "#app/features/training/offered-links.ts";
import { memberHouseholdArea } from "#app/messages/vi/member-household.ts";
import { rosterArea } from "#app/messages/vi/roster.ts";
import { teamWaysArea } from "#app/messages/vi/team-ways.ts";
import { OwnTarget } from "#app/ui/assigned-targets/own-target.tsx";
import { TeamMedals } from "#app/ui/badges/team-medals.tsx";
import { ContactBlock } from "#app/ui/contacts/contact-block.tsx";
import { WALK_PATHS } from "#app/ui/gap-walks/paths.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { WayTiles } from "#app/ui/kit/way-tiles.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { PRODUCT_PATHS } from "#app/ui/products/paths.ts";
import { REPORT_PATHS } from "#app/ui/reports/report-paths.ts";
import { StandIns } from "#app/ui/roster/stand-ins.tsx";
import { TeamMembers } from "#app/ui/roster/team-members.tsx";
import { TeamSheet } from "#app/ui/roster/team-sheet.tsx";
import { SATISFACTION_PATHS } from "#app/ui/satisfaction/paths.ts";
import { SURVEY_PATHS } from "#app/ui/survey/paths.ts";
import { TARGET_BOARD_PATHS } from "#app/ui/targets/paths.ts";
import { MovementLinks } from "#app/ui/titles/movement-links.tsx";
import { TrainingLinks } from "#app/ui/training/training-links.tsx";
import { CRITERIA_PATHS } from "#app/ui/year/criteria/criteria-paths.ts";

export const handle: PageHandle = { title: (say) => say(rosterArea).mine.teamTitle };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "team.read");
  const { platform, communeId, permission, actor, today, now } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const mine = permission.grants.filter((grant) => grant.communeId === communeId);
  const views = await readTeams(caller, [
    ...new Set(mine.flatMap(({ teamId }) => (teamId === null ? [] : [teamId]))),
  ]);
  const targets = await readTargetsOfTeams(
    caller,
    views.map(({ team }) => team.id),
  );
  const medals = await readTeamAwards(
    caller,
    views.map(({ team }) => team.id),
  );
  return {
    targets,
    live,
    now: now.getTime(),
    contacts: await readShownContacts(caller),
    done: new URL(args.request.url).searchParams.get("xong"),
    training: offeredTrainingLinks(caller),
    views: await Promise.all(
      views.map(async (view) => {
        const { id, villageId } = view.team;
        const place = { communeId, villageId, teamId: id };
        return {
          ...view,
          medals: medals.get(id) ?? [],
          mayDelegate: can(actor, "team.delegate", place, today).ok,
          mayType: can(actor, "activity.log-paper", place, today).ok,
          maySeeMonths: can(actor, "month.read", place, today).ok,
          mayScore: can(actor, "self-assessment.write", place, today).ok,
          mayReadSatisfaction: can(actor, "satisfaction.read", place, today).ok,
          mayNominate: can(actor, "title.nominate", place, today).ok,
          mayPropose: can(actor, "award.propose", place, today).ok,
          homes: can(actor, "member.place", place, today).ok ? await readHomesOfTeam(caller, id) : null,
        };
      }),
    ),
  };
}

export default function MyTeam() {
  const { live, now, views, targets, contacts, done, training } = useLoaderData<typeof loader>();
  const {
    roster: words,
    memberHousehold,
    teamWays: ways,
  } = useMessages(rosterArea, memberHouseholdArea, teamWaysArea);
  useLive(live);
  return (
    <Page
      title={words.mine.teamTitle}
      actions={
        <LinkButton to={ROSTER_PATHS.profile} variant="secondary">
          {words.mine.profileTitle}
        </LinkButton>
      }
    >
      {done === "ho" ? <Flash>{memberHousehold.saved}</Flash> : null}
      {views.length === 0 ? (
        <EmptyState icon={UsersRound} title={words.mine.noTeamTitle}>
          {words.mine.noTeamBody}
        </EmptyState>
      ) : null}
      {views.map(
        ({
          team,
          review,
          members,
          standIns,
          mayDelegate,
          mayType,
          maySeeMonths,
          mayScore,
          mayNominate,
          mayPropose,
          mayReadSatisfaction,
          homes,
          medals,
        }) => (
          <section key={team.id} aria-labelledby={`team-${team.id}`} className="grid gap-5">
            <div>
              <h2 id={`team-${team.id}`} className="text-2xl">
                {team.name}
              </h2>
              <p className="text-ink-soft">{words.team.members(members.length)}</p>
            </div>
            <Card title={words.mine.teamWork}>
              <WayTiles
                ways={[
                  ...(team.villageId === null
                    ? []
                    : [
                        { to: `${HOUSEHOLD_PATHS.mine}?thon=${team.villageId}`, label: ways.households },
                        { to: SURVEY_PATHS.doors, label: ways.survey },
                        { to: WALK_PATHS.of(team.villageId), label: ways.walk },
                      ]),
                  { to: REPORT_PATHS.own, label: ways.reports },
                  { to: TARGET_BOARD_PATHS.ofTeam, label: ways.targets },
                  ...(maySeeMonths ? [{ to: MONTH_PATHS.leader, label: ways.months }] : []),
                  ...(mayType ? [{ to: PAPER_PATHS.deskOf(team.id), label: ways.paper }] : []),
                  ...(mayScore ? [{ to: SHEET_TALK_PATHS.own, label: ways.comments }] : []),
                  { to: CRITERIA_PATHS.teams, label: ways.criteria },
                  ...(mayDelegate
                    ? [{ to: `${ROSTER_PATHS.team(team.id)}/uy-quyen`, label: words.team.delegate }]
                    : []),
                ]}
              />
            </Card>
            {targets.lines
              .filter(({ teamId }) => teamId === team.id)
              .map(({ target, done: people }) => (
                <OwnTarget key={team.id} monthId={targets.monthId} target={target} done={people} />
              ))}
            <TeamMedals teamId={team.id} awards={medals} />
            <StandIns standIns={standIns} mayEnd={false} />
            <TeamMembers
              caption={team.name}
              hidesCaption
              people={members}
              now={now}
              {...(homes === null ? {} : { homes: { codes: homes, at: MEMBER_HOUSEHOLD_PATHS.team } })}
            />
            <TeamSheet {...review} team={team} />
            <MovementLinks
              links={[
                ...(mayNominate ? [{ key: "titles" as const, to: TITLE_PATHS.all }] : []),
                ...(mayNominate ? [{ key: "nominate" as const, to: TITLE_PATHS.nominate() }] : []),
                ...(mayPropose ? [{ key: "awards" as const, to: TEAM_AWARDS_PATH }] : []),
                { key: "ambassador", to: TITLE_PATHS.own },
                ...(team.villageId === null
                  ? []
                  : [
                      { key: "families" as const, to: `${FAMILY_PATHS.village}?thon=${team.villageId}` },
                      { key: "market" as const, to: `${MARKET_PATHS.village}?thon=${team.villageId}` },
                      { key: "products" as const, to: PRODUCT_PATHS.all },
                      { key: "satisfaction" as const, to: SATISFACTION_PATHS.show },
                    ]),
                ...(mayReadSatisfaction
                  ? [{ key: "satisfactionBoard" as const, to: SATISFACTION_PATHS.board }]
                  : []),
                { key: "identity", to: MARKET_PATHS.identity },
              ]}
            />
          </section>
        ),
      )}
      <TrainingLinks links={training} />
      <ContactBlock contacts={contacts} />
    </Page>
  );
}
