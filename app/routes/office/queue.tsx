import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/domain/access/can.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { countHeld } from "#app/features/envelopes/read-held.server.ts";
import { answerQueueForm } from "#app/features/verification/answer-queue-form.server.ts";
import { nameDecisions } from "#app/features/verification/name-decisions.server.ts";
import { countCorrections } from "#app/features/verification/read-corrections.server.ts";
import { readQueue } from "#app/features/verification/read-queue.server.ts";
import { readVerifiers } from "#app/features/verification/read-verifiers.server.ts";
import { readWaiting } from "#app/features/verification/read-waiting.server.ts";
import { VERIFICATION_PATHS } from "#app/features/verification/verification-paths.ts";
import { verificationArea } from "#app/messages/vi/verification.ts";
import { StatTile } from "#app/ui/kit/stat-tile.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { HeldNotice } from "#app/ui/offline/held-notice.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { OfficeTrail } from "#app/ui/setup/office-trail.tsx";
import { FormResults, type QueueFormAnswer } from "#app/ui/verification/form-results.tsx";
import { openedBy } from "#app/ui/verification/opened-by.ts";
import { QueueList } from "#app/ui/verification/queue-list.tsx";
import { queueSender } from "#app/ui/verification/send-decisions.ts";
import { PairTable, TeamTable, VerifierTable } from "#app/ui/verification/verifier-tables.tsx";
import { WaitingList } from "#app/ui/verification/waiting-list.tsx";

export const handle: PageHandle = { title: (say) => say(verificationArea).verifiers.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "activity.read-office");
  const { communeId, platform, actor, now, today } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const verdict = can(actor, "activity.verify", { communeId }, today);
  // The commune's leaders read the figures and verify nothing.
  const asChecker = verdict.ok ? { ...caller, permission: verdict.value } : null;
  const search = new URL(args.request.url).searchParams;
  const teamId = /^[1-9]\d{0,8}$/.test(search.get("to") ?? "") ? Number(search.get("to")) : null;
  const queue = asChecker ? await readQueue(asChecker, teamId === null ? {} : { teamId }) : null;
  return {
    live,
    now: now.getTime(),
    queue,
    verifiers: await readVerifiers(caller),
    waiting: teamId === null ? null : await readWaiting(caller, teamId),
    corrections: asChecker ? await countCorrections(asChecker) : null,
    held: asChecker ? await countHeld(asChecker) : 0,
    decisionIds: queue ? nameDecisions(caller, queue) : {},
    opened: openedBy(search),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "activity.verify");
  if (caller.communeId === null) throw notFound();
  return answerQueueForm(caller, args.request);
}

const HOUR_MS = 60 * 60 * 1000;

export default function OfficeQueue() {
  const { live, now, queue, verifiers, waiting, corrections, held, decisionIds, opened } =
    useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as QueueFormAnswer | undefined;
  const { verification } = useMessages(verificationArea);
  const words = verification.verifiers;
  const format = useFormat();
  useLive(live);
  const { teams, people, pairs } = verifiers;
  const sum = (of: "waiting" | "dueSoon") => teams.reduce((total, team) => total + team[of], 0);
  const oldest = teams.flatMap(({ oldestAt }) => (oldestAt === null ? [] : [oldestAt]));
  const wait = oldest.length > 0 ? words.hours(Math.floor((now - Math.min(...oldest)) / HOUR_MS)) : undefined;
  return (
    <Page trail={<OfficeTrail />} title={words.title} lead={words.lead}>
      <FormResults answer={answer} />
      <HeldNotice count={held} />
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <StatTile label={words.waitingAll} value={format.number(sum("waiting"))} />
        <StatTile label={words.oldest} value={wait} missing={words.none} />
        <StatTile label={words.dueAll} value={format.number(sum("dueSoon"))} />
        {corrections === null ? null : (
          <StatTile
            label={words.corrections}
            value={format.number(corrections)}
            to={VERIFICATION_PATHS.corrections}
          />
        )}
      </div>
      {queue && queue.total > 0 ? (
        <section className="grid gap-4" aria-labelledby="office-queue">
          <div>
            <h2 id="office-queue" className="text-2xl">
              {words.queueTitle} ({queue.total})
            </h2>
            <p className="text-ink-soft">{words.queueLead}</p>
          </div>
          <QueueList
            groups={queue.groups}
            now={now}
            sender={queueSender}
            decisionIds={decisionIds}
            opened={opened}
            photoPath={photoPath}
            claimPath={claimPath}
            whenDone={<p className="text-ink-soft">{verification.doneHere}</p>}
          />
        </section>
      ) : null}
      {waiting ? (
        <section id="dang-cho" className="grid gap-3">
          <WaitingList list={waiting} now={now} claimPath={claimPath} />
          <TextLink to={VERIFICATION_PATHS.office} className="inline-flex min-h-12 items-center">
            {words.allTeams}
          </TextLink>
        </section>
      ) : null}
      <TeamTable teams={teams} now={now} pathOf={VERIFICATION_PATHS.officeTeam} />
      <VerifierTable people={people} />
      <PairTable pairs={pairs} />
    </Page>
  );
}

const photoPath = (id: string) => `/anh/${id}`;
const claimPath = (id: string) => `/viec/${id}`;
