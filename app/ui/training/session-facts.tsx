import CalendarClock from "lucide-react/icons/calendar-clock";
import Landmark from "lucide-react/icons/landmark";
import MapPin from "lucide-react/icons/map-pin";
import type { ReactNode } from "react";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Invited, SessionMode } from "#app/domain/training/training-session.ts";
import { trainingArea } from "#app/messages/vi/training.ts";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";

export interface SessionFactsView {
  readonly topics: readonly string[];
  readonly organiserName: string | null;
  readonly mode: SessionMode;
  readonly place: string | null;
  readonly heldOn: LocalDate;
  readonly startsAt: number;
  readonly minutes: number;
  readonly isMandatory: boolean;
  readonly forRoles: readonly Invited[];
}

interface SessionFactsProps {
  session: SessionFactsView;
  topicName: (key: string) => string;
}

/** When, where, by whom, about what. */
export function SessionFacts({ session, topicName }: SessionFactsProps) {
  const { training: words } = useMessages(trainingArea);
  const format = useFormat();
  const { heldOn, startsAt, minutes, mode, place, organiserName } = session;
  return (
    <>
      <p className="flex flex-wrap gap-2">
        <Pill tone={session.isMandatory ? "gold" : "neutral"}>
          {session.isMandatory ? words.mandatory : words.optional}
        </Pill>
        {session.topics.map((topic) => (
          <Pill key={topic} tone="info">
            {topicName(topic)}
          </Pill>
        ))}
      </p>
      <ul className="mt-3 grid gap-1.5">
        <Fact icon={<CalendarClock size="1.25em" aria-hidden className="mt-1 shrink-0 text-ink-soft" />}>
          <strong>{format.date(heldOn)}</strong>, {words.at(clockOf(startsAt), minutes)}
        </Fact>
        <Fact icon={<MapPin size="1.25em" aria-hidden className="mt-1 shrink-0 text-ink-soft" />}>
          {words.modes[mode]}
          {place === null ? "" : `: ${place}`}
        </Fact>
        <Fact icon={<Landmark size="1.25em" aria-hidden className="mt-1 shrink-0 text-ink-soft" />}>
          {words.organiser(organiserName ?? words.office)}
        </Fact>
      </ul>
    </>
  );
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex gap-2.5">
      {icon}
      <span className="min-w-0">{children}</span>
    </li>
  );
}

/** 1170 is 19:30. */
export function clockOf(minuteOfDay: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}`;
}
