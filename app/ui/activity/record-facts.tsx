import { CLAIM_COUNTERS } from "#app/domain/activity/claim.ts";
import { activityArea } from "#app/messages/vi/activity.ts";
import { Card } from "../kit/card.tsx";
import { DescriptionList } from "../kit/description-list.tsx";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";
import type { RecordUnit, RecordView } from "./views.ts";

/** What was done, as one list of facts; what nobody filled in is left out. */
export function RecordFacts({ record }: { record: RecordView }) {
  const { activity } = useMessages(activityArea);
  const words = activity.record;
  const format = useFormat();
  const fact = (term: string, value: React.ReactNode) =>
    value === null || value === "" ? [] : [{ term, value }];
  const helpers = record.participants.filter(({ part }) => part !== "claimant");
  return (
    <Card>
      <DescriptionList
        items={[
          ...fact(words.by, record.memberName),
          ...fact(words.typedBy, record.enteredByName),
          ...fact(words.team, [record.teamName, record.villageName].filter(Boolean).join(", ")),
          ...fact(words.day, format.date(record.workDate)),
          ...fact(words.mode, activity.modes[record.mode]),
          ...fact(
            words.audience,
            record.audience === "residents" ? null : activity.audiences[record.audience],
          ),
          ...fact(words.visits, format.number(record.visits)),
          ...fact(words.duration, record.minutes === null ? null : activity.minutes(record.minutes)),
          ...countersShown(record).map(([name, count]) => ({
            term: activity.counters[name],
            value: format.number(count),
          })),
          ...fact(words.movements, record.movements.join(", ")),
          ...fact(words.place, record.place),
          ...fact(
            words.helpers,
            helpers
              .map(({ name, part }) => `${name} (${activity.parts[part].toLocaleLowerCase("vi")})`)
              .join(", "),
          ),
          ...fact(words.link, record.link && <OutwardLink address={record.link} />),
          ...fact(
            words.note,
            record.note && <span className="whitespace-pre-line font-normal">{record.note}</span>,
          ),
          ...fact(words.sentAt, format.moment(Date.parse(record.submittedAt))),
        ]}
      />
      {record.isFromPaper ? (
        <p className="mt-3">
          <Pill tone="info">{words.onPaper}</Pill>
        </p>
      ) : null}
    </Card>
  );
}

function countersShown({ counters }: RecordView) {
  return CLAIM_COUNTERS.flatMap((name) => {
    const count = counters[name];
    return count === undefined ? [] : [[name, count] as const];
  });
}

function OutwardLink({ address }: { address: string }) {
  return (
    <a
      href={address}
      target="_blank"
      rel="noreferrer noopener nofollow"
      className="inline-flex min-h-12 items-center text-accent-ink underline underline-offset-4 [overflow-wrap:anywhere]"
    >
      {address}
    </a>
  );
}

/** Those it was for. A label stands here only for eyes that need it (rule 8). */
export function RecordUnits({ record }: { record: RecordView }) {
  const { activity } = useMessages(activityArea);
  const words = activity.record;
  const known = record.units.filter(({ householdId }) => householdId !== null);
  const unknown = record.visits - record.people;
  if (known.length === 0) return null;
  return (
    <Card title={words.who}>
      <ul className="divide-y divide-line">
        {known.map((unit) => (
          <li key={unit.ordinal} className="py-3 first:pt-0 last:pb-0">
            <UnitRow unit={unit} />
          </li>
        ))}
      </ul>
      {unknown > 0 ? <p className="mt-3 text-ink-soft">{words.unknown(unknown)}</p> : null}
    </Card>
  );
}

function UnitRow({ unit }: { unit: RecordUnit }) {
  const { activity } = useMessages(activityArea);
  const {
    slot,
    label,
    head,
    householdCode,
    lane,
    outcome,
    stage,
    serviceName,
    quantity,
    checks,
    isPriority,
  } = unit;
  const household = [householdCode && activity.household(householdCode, head ?? ""), lane]
    .filter(Boolean)
    .join(", ");
  return (
    <>
      <p className="font-bold">{slot === null ? household : (label ?? activity.person(slot))}</p>
      {slot === null ? null : <p className="text-sm text-ink-soft">{household.replace(/ · (?=,|$)/, "")}</p>}
      {serviceName ? <p>{serviceName}</p> : null}
      {checks.length > 0 ? <p>{checks.map((check) => activity.checks[check]).join(", ")}</p> : null}
      <p className="mt-1 flex flex-wrap gap-2 empty:hidden">
        {outcome ? (
          <Pill tone={outcome === "proficient" ? "accent" : "neutral"}>{activity.outcomes[outcome]}</Pill>
        ) : null}
        {stage ? <Pill>{activity.stages[stage]}</Pill> : null}
        {quantity > 1 && checks.length === 0 ? <Pill>× {quantity}</Pill> : null}
        {isPriority ? <Pill tone="info">{activity.log.groupShort}</Pill> : null}
      </p>
    </>
  );
}
