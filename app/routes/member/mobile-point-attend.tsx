import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CAMPAIGN_PATHS } from "#app/domain/campaigns/campaign-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { answerAttendance } from "#app/features/mobile-points/answer-point-form.server.ts";
import { readPoint } from "#app/features/mobile-points/read-points.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";
import { mobilePointsArea } from "#app/messages/vi/mobile-points.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { type FormAnswer, fieldOf, fieldText } from "#app/ui/kit/form-answer.ts";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { SelectField } from "#app/ui/kit/select-field.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(mobilePointsArea).attend.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "mobile-point.attend");
  if (caller.communeId === null) throw notFound();
  const point = await readPoint(caller, idParam(args.params.pointId));
  if (point === null) throw notFound();
  const { id, name, place, stations, own } = point;
  return {
    point: { id, name, place, stations },
    station: own?.station ?? null,
    code: new URL(args.request.url).searchParams.get("ma")?.slice(0, 40) ?? "",
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "mobile-point.attend");
  const id = idParam(args.params.pointId);
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await answerAttendance(caller, id, fields);
  if (answer === null) throw notFound();
  return answer.ok
    ? goOn(`${CAMPAIGN_PATHS.point(id)}?xong=${answer.done}`)
    : askAgain(answer.problems, answer.values);
}

export default function AttendPoint() {
  const { point, station, code } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { mobilePoints } = useMessages(mobilePointsArea);
  const words = mobilePoints.attend;
  return (
    <Page
      title={words.title}
      lead={words.lead(point.name)}
      width="narrow"
      trail={<Breadcrumb steps={[{ to: CAMPAIGN_PATHS.point(point.id), label: point.name }]} />}
    >
      <FormCard problems={answer?.problems} labels={{ code: words.code, station: words.station }}>
        <TextField
          {...fieldOf(answer, "code", code)}
          label={words.code}
          hint={words.codeHint}
          autoComplete="off"
          autoCapitalize="characters"
        />
        {point.stations.length > 0 ? (
          <SelectField
            name="station"
            label={words.station}
            optional
            defaultValue={fieldText(answer, "station", station)}
            choices={point.stations.map(({ ordinal, content }) => ({
              value: String(ordinal),
              label: mobilePoints.stationOf(ordinal, content),
            }))}
          />
        ) : null}
        <SubmitButton>{words.button}</SubmitButton>
      </FormCard>
    </Page>
  );
}
