import { Link } from "@remix-run/react";
import ChevronRight from "lucide-react/icons/chevron-right";
import { TRAINING_PATHS } from "#app/domain/training/training-paths.ts";
import { trainingArea } from "#app/messages/vi/training.ts";
import { Card } from "../kit/card.tsx";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { clockOf, type SessionFactsView } from "./session-facts.tsx";

interface SessionLine extends SessionFactsView {
  readonly id: string;
  readonly title: string;
  readonly seriesId: string | null;
  readonly cancelledWhy: string | null;
  readonly invited: number;
  readonly present: number;
  readonly asked: number;
}

interface SessionLinesProps {
  title: string;
  sessions: readonly SessionLine[];
  topicName: (key: string) => string;
  isPast?: boolean;
}

/** Sessions one under the other, each leading to its list. */
export function SessionLines({ title, sessions, topicName, isPast = false }: SessionLinesProps) {
  const { training } = useMessages(trainingArea);
  const words = training.desk;
  const format = useFormat();
  return (
    <Card title={title}>
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <li key={session.id}>
            <Link
              to={TRAINING_PATHS.session(session.id)}
              className="-mx-2 flex items-center justify-between gap-3 rounded-lg px-2 py-3 no-underline hover:bg-sunken"
            >
              <span className="min-w-0">
                <span className="block font-bold leading-snug text-accent-ink">{session.title}</span>
                <span className="block text-ink-soft">
                  {format.date(session.heldOn)}, {clockOf(session.startsAt)} ·{" "}
                  {session.organiserName ?? training.office}
                </span>
                <span className="block text-sm text-ink-soft">
                  {session.topics.map(topicName).join(", ")}
                </span>
                <span className="mt-1.5 flex flex-wrap gap-1.5">
                  {session.cancelledWhy !== null ? <Pill tone="danger">{words.cancelled}</Pill> : null}
                  {session.isMandatory ? <Pill tone="gold">{training.mandatory}</Pill> : null}
                  {session.seriesId === null ? null : <Pill>{words.series}</Pill>}
                  {session.cancelledWhy === null ? (
                    <Pill tone={session.present > 0 ? "accent" : "neutral"}>
                      {isPast || session.present > 0
                        ? words.counts(session.present, session.invited)
                        : words.invitedCount(session.invited)}
                    </Pill>
                  ) : null}
                  {session.asked > 0 ? <Pill tone="info">{words.askedCount(session.asked)}</Pill> : null}
                </span>
              </span>
              <ChevronRight size="1.25em" aria-hidden className="shrink-0 text-ink-soft" />
            </Link>
          </li>
        ))}
      </ul>
    </Card>
  );
}
