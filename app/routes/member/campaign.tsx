import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/domain/access/can.ts";
import { CAMPAIGN_PATHS } from "#app/domain/campaigns/campaign-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { answerOwnForm } from "#app/features/campaigns/answer-campaign-form.server.ts";
import { readCampaign } from "#app/features/campaigns/read-campaigns.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";
import { campaignsArea } from "#app/messages/vi/campaigns.ts";
import { CampaignBoards } from "#app/ui/campaigns/campaign-boards.tsx";
import { CampaignFacts } from "#app/ui/campaigns/campaign-facts.tsx";
import { PhasePill } from "#app/ui/campaigns/campaign-line.tsx";
import { CampaignProgress } from "#app/ui/campaigns/campaign-progress.tsx";
import { CampaignRoster } from "#app/ui/campaigns/campaign-roster.tsx";
import { TakePart } from "#app/ui/campaigns/take-part.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

type Loaded = Awaited<ReturnType<typeof loader>>;
export const handle: PageHandle<Loaded> = { title: (_say, { campaign }) => campaign.name };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "campaign.read");
  const { platform, communeId, actor, today } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const campaign = await readCampaign(caller, idParam(args.params.campaignId));
  if (campaign === null || campaign.publishedAt === null) throw notFound();
  return {
    live,
    campaign,
    mayJoin: campaign.isMember && can(actor, "campaign.join", null, today).ok,
    hasDesk: can(actor, "campaign.desk", { communeId }, today).ok,
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "campaign.join");
  const id = idParam(args.params.campaignId);
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await answerOwnForm(caller, id, fields);
  if (answer === null) throw notFound();
  return answer.ok ? goOn(CAMPAIGN_PATHS.one(id)) : askAgain(answer.problems, answer.values);
}

export default function Campaign() {
  const { live, campaign, mayJoin, hasDesk } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { campaigns: words } = useMessages(campaignsArea);
  const format = useFormat();
  useLive(live);
  const { id, kind, name, startsOn, endsOn, phase, own, withdrawReason } = campaign;
  return (
    <Page
      title={name}
      lead={`${words.kinds[kind]} · ${words.days(format.date(startsOn), format.date(endsOn))}`}
      trail={<Breadcrumb steps={[{ to: CAMPAIGN_PATHS.all, label: words.title }]} />}
      actions={
        hasDesk ? (
          <LinkButton to={CAMPAIGN_PATHS.officeOne(id)} variant="secondary">
            {words.office.title}
          </LinkButton>
        ) : undefined
      }
    >
      <p>
        <PhasePill phase={phase} />
      </p>
      {withdrawReason ? <Notice>{words.withdrawnBecause(withdrawReason)}</Notice> : null}
      {phase === "coming" || phase === "withdrawn" ? null : (
        <CampaignProgress goals={campaign.goals} counts={campaign.counts} />
      )}
      {mayJoin && (phase === "coming" || phase === "running" || own !== null) ? (
        <TakePart campaign={{ phase, own, startsOn, endsOn }} answer={answer} />
      ) : null}
      <CampaignFacts campaign={campaign} />
      {phase === "running" || phase === "ended" ? <CampaignBoards id={id} endsOn={endsOn} /> : null}
      <CampaignRoster rows={campaign.roster} mayChange={false} />
    </Page>
  );
}
