import { Link } from "@remix-run/react";
import ChevronRight from "lucide-react/icons/chevron-right";
import type { DoorState } from "#app/domain/survey/progress.ts";
import { householdsArea } from "#app/messages/vi/households.ts";
import { surveyArea } from "#app/messages/vi/survey.ts";
import { Disclosure } from "../kit/disclosure.tsx";
import { Pill, type Tone } from "../kit/pill.tsx";
import { useMessages } from "../language.tsx";

export interface ListedDoor {
  readonly id: string;
  readonly code: string;
  readonly lane: string | null;
  readonly head: string;
  readonly state: DoorState;
}

const TONE: Readonly<Record<DoorState, Tone>> = {
  open: "neutral",
  begun: "gold",
  answered: "accent",
  refused: "info",
  absent: "info",
  away: "neutral",
};

/** The whole village: lanes in walking order, each folded over its doors. */
export function DoorsByLane(props: { doors: readonly ListedDoor[]; doorAt: (id: string) => string }) {
  const { list } = useMessages(householdsArea).households;
  const lanes = new Map<string | null, ListedDoor[]>();
  for (const door of props.doors) lanes.set(door.lane, [...(lanes.get(door.lane) ?? []), door]);
  if (lanes.size < 2) return <DoorList {...props} />;
  return (
    <div className="grid gap-3">
      {[...lanes].map(([lane, doors]) => (
        <Disclosure key={lane ?? ""} summary={`${lane ?? list.noLane} (${doors.length})`}>
          <DoorList doors={doors} doorAt={props.doorAt} />
        </Disclosure>
      ))}
    </div>
  );
}

/** Doors in walking order; a whole row is the way to its form. */
export function DoorList({
  doors,
  doorAt,
}: {
  doors: readonly ListedDoor[];
  doorAt: (id: string) => string;
}) {
  const { survey, households } = useMessages(surveyArea, householdsArea);
  return (
    <ol className="grid gap-2">
      {doors.map(({ id, code, lane, head, state }) => (
        <li key={id}>
          <Link
            to={doorAt(id)}
            className="flex min-h-14 items-center gap-3 rounded-lg border border-line bg-surface px-4 py-2.5 hover:border-edge"
          >
            <span className="min-w-0 flex-1">
              <span className="block font-bold">{head}</span>
              <span className="block text-sm text-ink-soft">
                {households.list.code} {code}
                {lane === null ? null : ` · ${lane}`}
              </span>
            </span>
            {state === "open" ? null : <Pill tone={TONE[state]}>{survey.door[state]}</Pill>}
            <ChevronRight size="1.25em" aria-hidden className="shrink-0 text-ink-soft" />
          </Link>
        </li>
      ))}
    </ol>
  );
}
