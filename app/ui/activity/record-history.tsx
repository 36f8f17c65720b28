import type { ClaimContent } from "#app/domain/activity/claim.ts";
import { activityArea } from "#app/messages/vi/activity.ts";
import { verificationArea } from "#app/messages/vi/verification.ts";
import { Card } from "../kit/card.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { Notice } from "../kit/notice.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { useReason } from "./use-reason.ts";
import type { RecordRevision, RecordView } from "./views.ts";

/** What others said of it, the latest first. */
export function RecordDecisions({ record }: { record: RecordView }) {
  const words = useMessages(activityArea).activity.record;
  const format = useFormat();
  const reasonOf = useReason();
  if (record.decisions.length === 0) {
    return record.state === "submitted" ? <Notice>{words.waiting}</Notice> : null;
  }
  return (
    <Card title={words.decision}>
      <ol className="divide-y divide-line">
        {[...record.decisions].reverse().map((decision) => {
          const why = reasonOf(decision);
          return (
            <li key={decision.id} className="py-3 first:pt-0 last:pb-0">
              <p className="font-bold">{words.verdicts[decision.verdict]}</p>
              <p className="text-sm text-ink-soft">
                {decision.byName}, {format.moment(Date.parse(decision.decidedAt))}
              </p>
              {why ? (
                <p className="mt-1">
                  {words.reason}: {why}
                </p>
              ) : null}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}

/** Each state of the record stays, for both sides to see. */
export function RecordRevisions({ record }: { record: RecordView }) {
  const words = useMessages(activityArea).activity.record;
  const format = useFormat();
  const labels = useFieldLabels();
  if (record.revisions.length < 2) return null;
  return (
    <Disclosure
      summary={
        <span>
          {words.revisions} ({record.revisions.length - 1})
        </span>
      }
    >
      <ol className="grid gap-3">
        {record.revisions.map((revision, index) => {
          const changed = changedFields(record.revisions[index - 1], revision).flatMap(
            (field) => labels[field] ?? [],
          );
          return (
            <li key={revision.revision}>
              <p className="font-bold">
                {index === 0 ? words.firstRevision : words.revision(revision.revision)}
              </p>
              <p className="text-sm text-ink-soft">
                {revision.byName}, {format.moment(Date.parse(revision.madeAt))}
              </p>
              {changed.length > 0 ? <p>{[...new Set(changed)].join(", ")}</p> : null}
            </li>
          );
        })}
      </ol>
    </Disclosure>
  );
}

function changedFields(before: RecordRevision | undefined, after: RecordRevision): (keyof ClaimContent)[] {
  if (!before) return [];
  const fields = Object.keys(after.content) as (keyof ClaimContent)[];
  return fields.filter(
    (field) => JSON.stringify(before.content[field]) !== JSON.stringify(after.content[field]),
  );
}

function useFieldLabels(): Readonly<Partial<Record<keyof ClaimContent, string>>> {
  const words = useMessages(activityArea).activity.record;
  return {
    workDate: words.day,
    mode: words.mode,
    audience: words.audience,
    place: words.place,
    note: words.note,
    link: words.link,
    visits: words.visits,
    minutes: words.duration,
    units: words.who,
    helpers: words.helpers,
    photos: words.photos,
  };
}

/** Facts for whoever checks; they accuse nobody. */
export function RecordSignals({ signals }: Pick<RecordView, "signals">) {
  const { activity, verification } = useMessages(activityArea, verificationArea);
  if (signals.length === 0) return null;
  return (
    <Notice tone="warning" title={activity.record.signals}>
      <ul className="list-disc ps-5">
        {signals.map(({ kind }) => (
          <li key={kind}>{verification.signals[kind] ?? kind}</li>
        ))}
      </ul>
      <p className="mt-1 text-sm">{activity.record.signalsLead}</p>
    </Notice>
  );
}
