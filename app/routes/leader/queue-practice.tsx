import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import GraduationCap from "lucide-react/icons/graduation-cap";
import { useMemo, useState } from "react";
import { answerInPractice, practiceGroups } from "#app/domain/verification/practice.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { decideFormSchema } from "#app/features/verification/verification.schema.ts";
import { VERIFICATION_PATHS } from "#app/features/verification/verification-paths.ts";
import { verificationArea } from "#app/messages/vi/verification.ts";
import { Button } from "#app/ui/kit/button.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { makeIdHere } from "#app/ui/verification/make-id.ts";
import { openedBy } from "#app/ui/verification/opened-by.ts";
import { QueueList } from "#app/ui/verification/queue-list.tsx";
import type { Sender } from "#app/ui/verification/use-decisions.ts";
import { VerifyTabs } from "#app/ui/verification/verify-tabs.tsx";

export const handle: PageHandle = { title: (say) => say(verificationArea).practice.title };

export async function loader(args: LoaderFunctionArgs) {
  const { today, now } = await allow(args, "activity.verify");
  return {
    now: now.getTime(),
    groups: practiceGroups(today),
    opened: openedBy(new URL(args.request.url).searchParams),
  };
}

/** Answers the forms of a page without scripts as the real one would, and writes nothing. */
export async function action(args: ActionFunctionArgs) {
  await allow(args, "activity.verify");
  const form = await readForm(args.request, decideFormSchema);
  return { decided: form.ok ? form.value.claim.map(({ claimId }) => claimId) : [] };
}

const sender: Sender = {
  send: async (decisions) => decisions.map(answerInPractice),
  undo: async (decision) => answerInPractice({ ...decision, verdict: "reject" }),
  newId: makeIdHere,
};

export default function Practice() {
  const { now, groups, opened } = useLoaderData<typeof loader>();
  const decided = useActionData<typeof action>()?.decided;
  const { verification: words } = useMessages(verificationArea);
  const [round, setRound] = useState(0);
  const left = useMemo(
    () =>
      groups.map((group) => ({ ...group, cards: group.cards.filter(({ id }) => !decided?.includes(id)) })),
    [groups, decided],
  );
  return (
    <Page title={words.practice.title} lead={words.practice.lead}>
      <VerifyTabs />
      {decided ? <Notice tone="success">{words.doneMany(decided.length)}</Notice> : null}
      <QueueList
        key={round}
        groups={left}
        now={now}
        sender={sender}
        decisionIds={{}}
        opened={opened}
        photoPath={null}
        claimPath={null}
        whenDone={
          <EmptyState
            icon={GraduationCap}
            title={words.practice.doneTitle}
            action={
              <div className="flex flex-wrap justify-center gap-3">
                <LinkButton to={VERIFICATION_PATHS.queue}>{words.practice.toQueue}</LinkButton>
                <Button variant="secondary" onClick={() => setRound(round + 1)}>
                  {words.practice.again}
                </Button>
              </div>
            }
          >
            {words.practice.doneBody}
          </EmptyState>
        }
      />
    </Page>
  );
}
