import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { can } from "#app/domain/access/can.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { PATHS } from "#app/features/accounts/paths.ts";
import { readVillages } from "#app/features/communes/read-villages.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { MEMBER_HOUSEHOLD_PATHS } from "#app/features/member-household/paths.ts";
import { readHome } from "#app/features/member-household/read-homes.server.ts";
import { actOnMember } from "#app/features/roster/act-on-member.server.ts";
import { ROSTER_PATHS } from "#app/features/roster/paths.ts";
import { readMember } from "#app/features/roster/read-member.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";
import { memberHouseholdArea } from "#app/messages/vi/member-household.ts";
import { rosterArea } from "#app/messages/vi/roster.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { HomeCard } from "#app/ui/member-household/home-card.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { InChargeCard, MemberAccountCard } from "#app/ui/roster/member-acts.tsx";
import { MemberFactsCard, TimesInTeams } from "#app/ui/roster/member-sheet.tsx";

type Loaded = Awaited<ReturnType<typeof loader>>;
export const handle: PageHandle<Loaded> = { title: (_say, { member }) => member.fullName };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "roster.overview");
  const { platform, communeId, actor, today, now, person } = caller;
  if (communeId === null) throw notFound();
  const member = await readMember(caller, idParam(args.params.memberId));
  if (!member) throw notFound();
  const mayManage = can(actor, "roster.manage", { communeId }, today).ok;
  const villages = mayManage ? await readVillages(platform, caller.scope("roster.read-villages")) : [];
  return {
    member,
    mayManage,
    home: mayManage ? await readHome(caller, member.memberId) : null,
    today,
    now: now.getTime(),
    isSelf: member.accountId === person.accountId,
    done: new URL(args.request.url).searchParams.get("xong"),
    villages: villages.map(({ id, name }) => ({ id, name })),
    slipsAt: can(actor, "slip.make", { communeId }, today).ok ? PATHS.slips : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "roster.manage");
  const memberId = idParam(args.params.memberId);
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const done = await actOnMember(caller, memberId, fields);
  if (done === null) throw notFound();
  return goOn(`${ROSTER_PATHS.member(memberId)}?xong=${done}`);
}

export default function Member() {
  const loaded = useLoaderData<typeof loader>();
  const { member, mayManage, home, today, now, isSelf, done, villages, slipsAt } = loaded;
  const { roster: words, memberHousehold } = useMessages(rosterArea, memberHouseholdArea);
  const at = ROSTER_PATHS.member(member.memberId);
  const current = member.times.filter(({ validTo }) => validTo === null || validTo >= today);
  return (
    <Page
      title={member.fullName}
      lead={
        current.map(({ teamName, role }) => `${words.roles[role]}, ${teamName}`).join(" · ") ||
        words.list.noTeam
      }
      trail={<Breadcrumb steps={[{ to: ROSTER_PATHS.roster, label: words.title }]} />}
      actions={
        mayManage ? (
          <LinkButton to={`${at}/sua`} variant="secondary">
            {words.member.edit}
          </LinkButton>
        ) : null
      }
    >
      {done === null ? null : (
        <Flash>
          {done === "tai-khoan"
            ? words.member.accountMade
            : done === "ho"
              ? memberHousehold.saved
              : words.team.saved}
        </Flash>
      )}
      <MemberFactsCard member={member} today={today} />
      <Card
        title={words.member.history}
        aside={
          mayManage ? (
            <LinkButton to={`${at}/vao-to`} size="small" variant="secondary">
              {words.member.joinTeam}
            </LinkButton>
          ) : null
        }
      >
        <TimesInTeams
          member={member}
          today={today}
          {...(mayManage
            ? { changeAt: (membershipId: string) => ROSTER_PATHS.membership(member.memberId, membershipId) }
            : {})}
        />
      </Card>
      {mayManage ? (
        <HomeCard home={home} changeAt={isSelf ? null : MEMBER_HOUSEHOLD_PATHS.office(member.memberId)} />
      ) : null}
      <MemberAccountCard member={member} now={now} mayManage={mayManage} slipsAt={isSelf ? null : slipsAt} />
      <InChargeCard member={member} villages={villages} mayManage={mayManage} isSelf={isSelf} />
    </Page>
  );
}
