import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import CalendarPlus from "lucide-react/icons/calendar-plus";
import GraduationCap from "lucide-react/icons/graduation-cap";
import { can } from "#app/domain/access/can.ts";
import { TRAINING_PATHS } from "#app/domain/training/training-paths.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readTrainingDesk } from "#app/features/training/read-desk.server.ts";
import { trainingArea } from "#app/messages/vi/training.ts";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { OfficeTrail } from "#app/ui/setup/office-trail.tsx";
import { DeskDoors } from "#app/ui/training/desk-doors.tsx";
import { RatesCard } from "#app/ui/training/rates-card.tsx";
import { SessionLines } from "#app/ui/training/session-lines.tsx";
import { useTopicNames } from "#app/ui/training/use-topic-names.ts";

export const handle: PageHandle = { title: (say) => say(trainingArea).desk.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "training.read");
  if (caller.communeId === null) throw notFound();
  const live = await caller.platform.live.readVersions([`commune:${caller.communeId}`]);
  const may = (capability: Parameters<typeof can>[1]) => can(caller.actor, capability, null, caller.today).ok;
  return {
    live,
    desk: await readTrainingDesk(caller),
    mayManage: may("training.manage"),
    mayDecide: may("training.decide-certificate"),
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export default function TrainingDesk() {
  const { desk, mayManage, mayDecide, done, live } = useLoaderData<typeof loader>();
  const { training } = useMessages(trainingArea);
  const words = training.desk;
  const topicName = useTopicNames(desk.ownTopics);
  useLive(live);
  const { coming, past, rates, today, waiting } = desk;
  return (
    <Page
      trail={<OfficeTrail />}
      title={words.title}
      lead={words.lead}
      actions={
        mayManage ? (
          <LinkButton to={TRAINING_PATHS.newSession} icon={CalendarPlus}>
            {words.newSession}
          </LinkButton>
        ) : undefined
      }
    >
      {done === "luu" ? <Flash>{training.form.saved}</Flash> : null}
      <DeskDoors mayManage={mayManage} mayDecide={mayDecide} waiting={waiting} />
      {coming.length + past.length === 0 ? (
        <EmptyState icon={GraduationCap} title={words.none}>
          {words.noneBody}
        </EmptyState>
      ) : null}
      {coming.length > 0 ? (
        <SessionLines title={words.coming} sessions={coming} topicName={topicName} />
      ) : null}
      <RatesCard rates={rates} year={today.slice(0, 4)} topicName={topicName} />
      {past.length > 0 ? (
        <SessionLines title={words.past} sessions={past} topicName={topicName} isPast />
      ) : null}
    </Page>
  );
}
