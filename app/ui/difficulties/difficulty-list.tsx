import { Link } from "@remix-run/react";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { DIFFICULTY_PATHS, type DifficultyView } from "#app/domain/difficulties/difficulty-view.ts";
import { difficultiesArea } from "#app/messages/vi/difficulties.ts";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";

/** One card each: what it is, who has it, until when. */
export function DifficultyList({ rows }: { rows: readonly DifficultyView[] }) {
  const words = useMessages(difficultiesArea).difficulties;
  const format = useFormat();
  return (
    <ul className="grid gap-3">
      {rows.map((row) => (
        <li key={row.id} className="rounded-xl border border-line bg-surface p-4 shadow-card">
          <p className="mb-2 flex flex-wrap items-center gap-2">
            <Pill tone="info">{words.fields[row.field]}</Pill>
            {row.state === "answered" ? <Pill tone="accent">{words.answered}</Pill> : null}
            {row.isLate ? <Pill tone="danger">{words.late}</Pill> : null}
          </p>
          <Link
            to={DIFFICULTY_PATHS.one(row.id)}
            className="line-clamp-3 font-bold text-accent-ink underline underline-offset-4"
          >
            {row.content}
          </Link>
          <p className="mt-2 text-ink-soft">
            {row.raisedIn} · {format.date(localDateAt(row.raisedAt))}
            {row.state === "open"
              ? ` · ${words.heldBy(row.ownerUnit ?? words.stages[row.stage])} · ${words.due(format.date(row.dueOn))}`
              : null}
          </p>
        </li>
      ))}
    </ul>
  );
}
