import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CAMPAIGN_PATHS } from "#app/domain/campaigns/campaign-paths.ts";
import { allow, demand } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { answerCampaignForm } from "#app/features/campaigns/answer-campaign-form.server.ts";
import { ownersOf } from "#app/features/campaigns/may-own.ts";
import { readCampaign, readCampaignChoices } from "#app/features/campaigns/read-campaigns.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";
import { campaignsArea } from "#app/messages/vi/campaigns.ts";
import { CampaignDesk, ListMemberForm } from "#app/ui/campaigns/campaign-desk.tsx";
import { CampaignFacts } from "#app/ui/campaigns/campaign-facts.tsx";
import { CampaignForm } from "#app/ui/campaigns/campaign-form.tsx";
import { PhasePill } from "#app/ui/campaigns/campaign-line.tsx";
import { CampaignProgress } from "#app/ui/campaigns/campaign-progress.tsx";
import { CampaignRoster } from "#app/ui/campaigns/campaign-roster.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

type Loaded = Awaited<ReturnType<typeof loader>>;
export const handle: PageHandle<Loaded> = { title: (_say, { campaign }) => campaign.name };

const DONE = ["luu", "de-nghi", "ban-hanh", "rut", "hoan", "ghi-ten", "bo-ten"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "campaign.desk");
  const { platform, communeId } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const campaign = await readCampaign(caller, idParam(args.params.campaignId));
  if (campaign === null) throw notFound();
  const done = new URL(args.request.url).searchParams.get("xong");
  return {
    live,
    campaign,
    owners: ownersOf(caller),
    choices: await readCampaignChoices(caller),
    done: DONE.find((each) => each === done) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "campaign.desk");
  const { communeId } = caller;
  const id = idParam(args.params.campaignId);
  const fields = await receiveForm(args.request);
  if (communeId === null || fields === null) throw notFound();
  const isSecond = fields.get("act") === "publish";
  demand(args, caller, isSecond ? "campaign.publish" : "campaign.manage", { communeId });
  const answer = await answerCampaignForm(caller, id, fields);
  if (answer === null) throw notFound();
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(
    answer.done === "bo"
      ? `${CAMPAIGN_PATHS.office}?xong=bo`
      : `${CAMPAIGN_PATHS.officeOne(id)}?xong=${answer.done}`,
  );
}

export default function OfficeCampaign() {
  const { live, campaign, owners, choices, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { campaigns: words } = useMessages(campaignsArea);
  const format = useFormat();
  useLive(live);
  const { id, name, kind, startsOn, endsOn, phase, mayManage } = campaign;
  const isOpen = phase === "coming" || phase === "running";
  const flashes = {
    luu: words.office.saved,
    "de-nghi": words.office.proposed,
    "ban-hanh": words.office.published,
    rut: words.office.retracted,
    hoan: words.office.calledOff,
    "ghi-ten": words.office.listed,
    "bo-ten": words.office.unlisted,
  };
  return (
    <Page
      title={name}
      lead={`${words.kinds[kind]} · ${words.days(format.date(startsOn), format.date(endsOn))}`}
      trail={<Breadcrumb steps={[{ to: CAMPAIGN_PATHS.office, label: words.office.title }]} />}
    >
      {done && !answer ? <Flash key={campaign.revision}>{flashes[done]}</Flash> : null}
      {isOpen ? (
        <ErrorSummary
          problems={answer?.problems}
          labels={{ reason: words.office.reason, memberId: words.office.chooseMember }}
        />
      ) : null}
      <p>
        <PhasePill phase={phase} />
      </p>
      <CampaignDesk campaign={campaign} answer={answer} />
      <CampaignFacts campaign={campaign} />
      {phase === "draft" && mayManage ? (
        <Disclosure summary={words.office.edit} isOpen={answer?.values.name !== undefined}>
          <CampaignForm id={id} stored={campaign} owners={owners} choices={choices} answer={answer} />
        </Disclosure>
      ) : null}
      {phase === "running" || phase === "ended" ? (
        <CampaignProgress goals={campaign.goals} counts={campaign.counts} />
      ) : null}
      {mayManage && isOpen ? <ListMemberForm members={choices.members} answer={answer} /> : null}
      {campaign.publishedAt === null ? null : (
        <CampaignRoster rows={campaign.roster} mayChange={mayManage && isOpen} />
      )}
    </Page>
  );
}
