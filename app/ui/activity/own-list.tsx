import { Link } from "@remix-run/react";
import ChevronRight from "lucide-react/icons/chevron-right";
import ImageIcon from "lucide-react/icons/image";
import UsersRound from "lucide-react/icons/users-round";
import type { ClaimState, Part } from "#app/domain/activity/claim.ts";
import { addDays, type LocalDate } from "#app/domain/calendar/local-date.ts";
import type { LineKind } from "#app/domain/points/line.ts";
import { activityArea } from "#app/messages/vi/activity.ts";
import { activityPointsArea } from "#app/messages/vi/activity-points.ts";
import { LinkButton } from "../kit/link-button.tsx";
import { Points } from "../kit/points.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { ClaimStatePill } from "./claim-state.tsx";
import { iconOfKind } from "./kind-icon.ts";
import { ACTIVITY_PATHS } from "./paths.ts";
import { useReason } from "./use-reason.ts";

export interface OwnRecord {
  readonly id: string;
  readonly state: ClaimState;
  readonly part: Part;
  readonly activityKey: string;
  readonly workDate: LocalDate;
  readonly visits: number;
  readonly people: number;
  readonly photoCount: number;
  readonly participantCount: number;
  readonly claimantName: string;
  readonly decision: { readonly reasonCode: string | null; readonly reason: string | null } | null;
}

interface OwnListProps {
  records: readonly OwnRecord[];
  names: Readonly<Record<string, string>>;
  points: Readonly<Record<string, number>>;
  cuts: readonly { readonly workDate: LocalDate; readonly kind: LineKind; readonly points: number }[];
  today: LocalDate;
}

/** The member's records day by day, each with its honest state. */
export function OwnList({ records, names, points, cuts, today }: OwnListProps) {
  const days = [...new Set(records.map(({ workDate }) => workDate))];
  return (
    <>
      {days.map((day) => (
        <section key={day} aria-labelledby={`day-${day}`} className="grid grid-cols-1 gap-3">
          <DayHeading day={day} today={today} cuts={cuts.filter(({ workDate }) => workDate === day)} />
          <ul className="grid grid-cols-1 gap-3">
            {records
              .filter(({ workDate }) => workDate === day)
              .map((record) => (
                <li key={record.id}>
                  <OneRecord
                    record={record}
                    name={names[record.activityKey] ?? record.activityKey}
                    points={points[record.id]}
                  />
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

export function useDayName(today: LocalDate) {
  const { activity } = useMessages(activityArea);
  const format = useFormat();
  return (day: LocalDate) => {
    if (day === today) return `${activity.today}, ${format.date(day)}`;
    return day === addDays(today, -1) ? `${activity.yesterday}, ${format.date(day)}` : format.date(day);
  };
}

function DayHeading({ day, today, cuts }: { day: LocalDate; today: LocalDate; cuts: OwnListProps["cuts"] }) {
  const { activity, activityPoints } = useMessages(activityArea, activityPointsArea);
  const format = useFormat();
  const nameOf = useDayName(today);
  return (
    <div>
      <h2 id={`day-${day}`} className="text-xl">
        {nameOf(day)}
      </h2>
      {cuts.map(({ kind, points }) => (
        <p key={kind} className="text-sm text-ink-soft">
          {activityPoints.kinds[kind]}: {format.points(points)} {activity.pointsUnit}
        </p>
      ))}
    </div>
  );
}

function OneRecord({
  record,
  name,
  points,
}: {
  record: OwnRecord;
  name: string;
  points: number | undefined;
}) {
  const { activity } = useMessages(activityArea);
  const words = activity.record;
  const format = useFormat();
  const reasonOf = useReason();
  const { id, state, part, visits, people, photoCount, participantCount, claimantName, decision } = record;
  const Picture = iconOfKind(record.activityKey);
  const why = decision && (state === "returned" || state === "rejected") ? reasonOf(decision) : null;
  return (
    <article className="rounded-xl border border-line bg-surface shadow-card">
      <Link to={ACTIVITY_PATHS.record(id)} className="flex items-start gap-3 rounded-xl p-4 hover:bg-sunken">
        <span className="grid size-11 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-ink">
          <Picture size="1.375rem" aria-hidden />
        </span>
        <span className="min-w-0 flex-1">
          <span className="block font-bold leading-snug">{name}</span>
          <span className="mt-0.5 flex flex-wrap gap-x-3 text-sm text-ink-soft">
            {people > 0 ? <span>{words.people(people)}</span> : null}
            {visits > people ? <span>{activity.visits(format.number(visits))}</span> : null}
            {photoCount > 0 ? (
              <Small icon={ImageIcon} text={String(photoCount)} label={words.photos} />
            ) : null}
            {participantCount > 1 ? (
              <Small icon={UsersRound} text={String(participantCount)} label={words.helpers} />
            ) : null}
          </span>
          {part === "claimant" ? null : (
            <span className="block text-sm text-ink-soft">
              {words.helping}: {claimantName}
            </span>
          )}
          <span className="mt-2 flex flex-wrap items-center gap-2">
            <ClaimStatePill state={state} />
            {state === "verified" && points !== undefined ? (
              <Points hundredths={points} unit={activity.pointsUnit} />
            ) : null}
          </span>
          {state === "verified" && (points ?? 0) === 0 ? (
            <span className="mt-1 block text-sm text-ink-soft">{words.noPointsVerified}</span>
          ) : null}
        </span>
        <ChevronRight size="1.25em" aria-hidden className="mt-1 shrink-0 text-ink-soft" />
      </Link>
      {why ? (
        <div className="grid gap-3 border-t border-line p-4">
          <p>
            <strong>{words.reason}:</strong> {why}
          </p>
          {state === "returned" && part === "claimant" ? (
            <div>
              <LinkButton to={ACTIVITY_PATHS.edit(id)} size="small">
                {words.mend}
              </LinkButton>
            </div>
          ) : null}
        </div>
      ) : null}
    </article>
  );
}

function Small({ icon: Picture, text, label }: { icon: typeof ImageIcon; text: string; label: string }) {
  return (
    <span className="inline-flex items-center gap-1">
      <Picture size="1em" aria-hidden />
      <span className="sr-only">{label}: </span>
      {text}
    </span>
  );
}
