import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData, useSubmit } from "@remix-run/react";
import Bell from "lucide-react/icons/bell";
import { useEffect, useRef } from "react";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { readKindNames } from "#app/features/activity-log/read-kind-names.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { seenSchema } from "#app/features/notices/notices.schema.ts";
import { readNotices } from "#app/features/notices/read-notices.server.ts";
import { markNoticesSeen } from "#app/features/notices/write-reader.server.ts";
import { noticesArea } from "#app/messages/vi/notices.ts";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { NoticeList } from "#app/ui/notices/notice-list.tsx";
import { NOTICE_PATHS } from "#app/ui/notices/paths.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(noticesArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "notice.read");
  if (caller.communeId === null) throw notFound();
  const live = await caller.platform.live.readVersions([`commune:${caller.communeId}`]);
  const notices = await readNotices(caller);
  return { live, notices, names: await readKindNames(caller), now: caller.now.getTime() };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "notice.read");
  const form = await readForm(args.request, seenSchema);
  if (!form.ok) throw notFound();
  await markNoticesSeen(caller, new Date(form.value.until));
  return goOn(NOTICE_PATHS.list);
}

export default function Notices() {
  const { live, notices, names, now } = useLoaderData<typeof loader>();
  const { notices: words } = useMessages(noticesArea);
  useLive(live);
  const newest = notices.find(({ isNew }) => isNew)?.at ?? null;
  useSeenOnLeaving(newest);
  return (
    <Page
      title={words.title}
      lead={words.lead}
      width="narrow"
      actions={
        <LinkButton to={NOTICE_PATHS.calls} variant="secondary">
          {words.settings}
        </LinkButton>
      }
    >
      {notices.length === 0 ? (
        <EmptyState icon={Bell} title={words.noneTitle}>
          {words.noneBody}
        </EmptyState>
      ) : (
        <NoticeList notices={notices} names={names} now={now} />
      )}
      {newest === null ? null : (
        <Form method="post">
          <input type="hidden" name="until" value={newest} />
          <SubmitButton variant="secondary">{words.markSeen}</SubmitButton>
        </Form>
      )}
    </Page>
  );
}

/** What was shown counts as seen once the person goes on; until then it stays marked as new under their eyes. */
function useSeenOnLeaving(newest: number | null): void {
  const submit = useSubmit();
  const latest = useRef(newest);
  latest.current = newest;
  useEffect(
    () => () => {
      if (latest.current === null) return;
      submit(
        { until: String(latest.current) },
        { method: "post", action: NOTICE_PATHS.list, navigate: false },
      );
    },
    [submit],
  );
}
