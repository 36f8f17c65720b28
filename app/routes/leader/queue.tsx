import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData, useRevalidator } from "@remix-run/react";
import CircleCheckBig from "lucide-react/icons/circle-check-big";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { countHeld } from "#app/features/envelopes/read-held.server.ts";
import { answerQueueForm } from "#app/features/verification/answer-queue-form.server.ts";
import { nameDecisions } from "#app/features/verification/name-decisions.server.ts";
import { countCorrections } from "#app/features/verification/read-corrections.server.ts";
import { readQueue } from "#app/features/verification/read-queue.server.ts";
import { VERIFICATION_PATHS } from "#app/features/verification/verification-paths.ts";
import { verificationArea } from "#app/messages/vi/verification.ts";
import { Button } from "#app/ui/kit/button.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { HeldNotice } from "#app/ui/offline/held-notice.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { FormResults, type QueueFormAnswer } from "#app/ui/verification/form-results.tsx";
import { openedBy } from "#app/ui/verification/opened-by.ts";
import { QueueList } from "#app/ui/verification/queue-list.tsx";
import { queueSender } from "#app/ui/verification/send-decisions.ts";
import { VerifyTabs } from "#app/ui/verification/verify-tabs.tsx";

export const handle: PageHandle = { title: (say) => say(verificationArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "activity.verify");
  const { communeId, platform, now } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const query = new URL(args.request.url).searchParams;
  const onlyDueSoon = query.has("sap-het-han");
  const queue = await readQueue(caller, { onlyDueSoon });
  return {
    live,
    now: now.getTime(),
    queue,
    onlyDueSoon,
    corrections: await countCorrections(caller),
    held: await countHeld(caller),
    decisionIds: nameDecisions(caller, queue),
    opened: openedBy(query),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "activity.verify");
  if (caller.communeId === null) throw notFound();
  return answerQueueForm(caller, args.request);
}

export default function LeaderQueue() {
  const { live, now, queue, onlyDueSoon, corrections, held, decisionIds, opened } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as QueueFormAnswer | undefined;
  const { verification: words } = useMessages(verificationArea);
  const format = useFormat();
  const revalidator = useRevalidator();
  useLive(live);
  const shown = queue.groups.reduce((sum, { cards }) => sum + cards.length, 0);
  const later =
    queue.later.nextAt === null ? null : words.later(queue.later.count, format.moment(queue.later.nextAt));
  return (
    <Page title={words.title} lead={queue.total > 0 ? words.waiting(queue.total) : words.lead}>
      <VerifyTabs waiting={queue.total} corrections={corrections} />
      <FormResults answer={answer} />
      <HeldNotice count={held} />
      {queue.dueSoon > 0 ? (
        <Notice
          tone="warning"
          title={words.dueSoon(queue.dueSoon)}
          action={
            <LinkButton
              variant="secondary"
              size="small"
              to={onlyDueSoon ? VERIFICATION_PATHS.queue : "?sap-het-han=1"}
            >
              {onlyDueSoon ? words.all : words.onlyDueSoon}
            </LinkButton>
          }
        />
      ) : null}
      <QueueList
        groups={queue.groups}
        now={now}
        sender={queueSender}
        decisionIds={decisionIds}
        opened={opened}
        photoPath={photoPath}
        claimPath={claimPath}
        whenDone={
          <EmptyState
            icon={CircleCheckBig}
            title={shown > 0 ? words.doneHere : words.emptyTitle}
            action={
              shown > 0 ? (
                <Button onClick={() => revalidator.revalidate()}>{words.refresh}</Button>
              ) : undefined
            }
          >
            {words.emptyBody}
          </EmptyState>
        }
      />
      {queue.total > shown ? <p className="text-ink-soft">{words.more(queue.total - shown)}</p> : null}
      {later ? <p className="text-ink-soft">{later}</p> : null}
    </Page>
  );
}

const photoPath = (id: string) => `/anh/${id}`;
const claimPath = (id: string) => `/viec/${id}`;
