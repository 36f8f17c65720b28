import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CAMPAIGN_PATHS } from "#app/domain/campaigns/campaign-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { saveCampaign } from "#app/features/campaigns/answer-campaign-form.server.ts";
import { ownersOf } from "#app/features/campaigns/may-own.ts";
import { readCampaignChoices } from "#app/features/campaigns/read-campaigns.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { newIds } from "#app/features/roster/read-params.server.ts";
import { campaignsArea } from "#app/messages/vi/campaigns.ts";
import { CampaignForm } from "#app/ui/campaigns/campaign-form.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { type FormAnswer, fieldText } from "#app/ui/kit/form-answer.ts";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(campaignsArea).office.add };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "campaign.manage");
  if (caller.communeId === null) throw notFound();
  const { kinds, services, teams, factorAtMost } = await readCampaignChoices(caller);
  return {
    id: newIds(caller, 1)[0] ?? "",
    owners: ownersOf(caller),
    choices: { kinds, services, teams, factorAtMost },
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "campaign.manage");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await saveCampaign(caller, null, fields);
  if (answer === null) throw notFound();
  return answer.ok
    ? goOn(`${CAMPAIGN_PATHS.officeOne(answer.id)}?xong=luu`)
    : askAgain(answer.problems, answer.values);
}

export default function NewCampaign() {
  const { id, owners, choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { campaigns: words } = useMessages(campaignsArea);
  return (
    <Page
      title={words.office.add}
      lead={words.office.lead}
      width="narrow"
      trail={<Breadcrumb steps={[{ to: CAMPAIGN_PATHS.office, label: words.office.title }]} />}
    >
      <CampaignForm
        id={fieldText(answer, "id", id) || id}
        stored={null}
        owners={owners}
        choices={choices}
        answer={answer}
      />
    </Page>
  );
}
