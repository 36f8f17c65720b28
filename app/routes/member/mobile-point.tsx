import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CAMPAIGN_PATHS } from "#app/domain/campaigns/campaign-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { answerPointForm } from "#app/features/mobile-points/answer-point-form.server.ts";
import { readPoint, readPointMembers } from "#app/features/mobile-points/read-points.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";
import { mobilePointsArea } from "#app/messages/vi/mobile-points.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { OwnPresence } from "#app/ui/mobile-points/own-presence.tsx";
import { PointCounters } from "#app/ui/mobile-points/point-counters.tsx";
import { PointPill } from "#app/ui/mobile-points/point-line.tsx";
import { AssignedList, ClosePoint, PresentList } from "#app/ui/mobile-points/point-people.tsx";
import { PresenceCodeCard } from "#app/ui/mobile-points/presence-code-card.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

type Loaded = Awaited<ReturnType<typeof loader>>;
export const handle: PageHandle<Loaded> = { title: (_say, { point }) => point.name };

const DONE = ["co-mat", "ve", "ca", "lap", "phan-cong", "bo", "ghi", "xong"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "campaign.read");
  const { platform, communeId } = caller;
  const id = idParam(args.params.pointId);
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const point = await readPoint(caller, id);
  if (point === null) throw notFound();
  const [origin] = platform.config.publicOrigins;
  const done = new URL(args.request.url).searchParams.get("xong");
  return {
    live,
    point,
    members: point.mayHost && point.phase !== "over" ? await readPointMembers(caller, point.day) : null,
    codeAddress: point.code === null ? null : `${origin}${CAMPAIGN_PATHS.attend(id)}?ma=${point.code}`,
    done: DONE.find((each) => each === done) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "campaign.read");
  const id = idParam(args.params.pointId);
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await answerPointForm(caller, id, fields);
  if (answer === null) throw notFound();
  return answer.ok
    ? goOn(`${CAMPAIGN_PATHS.point(id)}?xong=${answer.done}`)
    : askAgain(answer.problems, answer.values);
}

export default function MobilePoint() {
  const { live, point, members, codeAddress, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { mobilePoints: words } = useMessages(mobilePointsArea);
  const format = useFormat();
  useLive(live);
  const { id, name, day, startsAt, endsAt, phase, stations, present } = point;
  return (
    <Page
      title={name}
      lead={`${format.date(day)}, ${words.times(format.time(startsAt), format.time(endsAt))} · ${point.place}`}
      trail={<Breadcrumb steps={[{ to: CAMPAIGN_PATHS.points, label: words.title }]} />}
    >
      {done && !answer ? <Flash key={`${done}-${present.length}`}>{words.done[done]}</Flash> : null}
      <ErrorSummary problems={answer?.problems} labels={{ memberId: words.member, station: words.station }} />
      <p className="flex flex-wrap items-center gap-3">
        <PointPill phase={phase} />
        {point.campaignId === null ? null : (
          <TextLink to={CAMPAIGN_PATHS.one(point.campaignId)}>{point.campaignName}</TextLink>
        )}
      </p>
      {point.isMember ? (
        <OwnPresence phase={phase} own={point.own} attendAt={CAMPAIGN_PATHS.attend(id)} />
      ) : null}
      {point.code !== null && codeAddress !== null ? (
        <PresenceCodeCard code={point.code} address={codeAddress} here={CAMPAIGN_PATHS.point(id)} />
      ) : null}
      <PointCounters counts={point.counts} stations={stations} perStation={point.perStation} />
      <PresentList present={present} stations={stations} />
      <AssignedList
        assigned={point.assigned}
        presentIds={present.map(({ memberId }) => memberId)}
        stations={stations}
        members={members}
        isOpen={phase === "open"}
        answer={answer}
      />
      {point.mayHost && phase === "open" ? <ClosePoint answer={answer} /> : null}
    </Page>
  );
}
