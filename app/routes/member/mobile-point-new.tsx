import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CAMPAIGN_PATHS } from "#app/domain/campaigns/campaign-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { answerNewPoint } from "#app/features/mobile-points/answer-point-form.server.ts";
import { readPointChoices } from "#app/features/mobile-points/read-points.server.ts";
import { newIds } from "#app/features/roster/read-params.server.ts";
import { mobilePointsArea } from "#app/messages/vi/mobile-points.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { type FormAnswer, fieldText } from "#app/ui/kit/form-answer.ts";
import { useMessages } from "#app/ui/language.tsx";
import { PointForm } from "#app/ui/mobile-points/point-form.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(mobilePointsArea).add };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "mobile-point.manage");
  if (caller.communeId === null) throw notFound();
  return {
    id: newIds(caller, 1)[0] ?? "",
    today: caller.today,
    choices: await readPointChoices(caller),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "mobile-point.manage");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await answerNewPoint(caller, fields);
  if (answer === null) throw notFound();
  return answer.ok
    ? goOn(`${CAMPAIGN_PATHS.point(answer.id)}?xong=${answer.done}`)
    : askAgain(answer.problems, answer.values);
}

export default function NewMobilePoint() {
  const { id, today, choices } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { mobilePoints: words } = useMessages(mobilePointsArea);
  return (
    <Page
      title={words.add}
      width="narrow"
      trail={<Breadcrumb steps={[{ to: CAMPAIGN_PATHS.points, label: words.title }]} />}
    >
      <PointForm id={fieldText(answer, "id", id) || id} today={today} choices={choices} answer={answer} />
    </Page>
  );
}
