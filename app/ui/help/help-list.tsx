import { Link } from "@remix-run/react";
import type { HelpState } from "#app/domain/help/help-request.ts";
import { HELP_PATHS, type HelpLine } from "#app/domain/help/help-view.ts";
import { helpArea } from "#app/messages/vi/help.ts";
import { Pill, type Tone } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";

const TONES: Readonly<Record<HelpState, Tone>> = {
  waiting: "gold",
  contacted: "info",
  done: "accent",
  not_reached: "neutral",
  withdrawn: "neutral",
  expired: "neutral",
};

export function HelpPill({ state, isLate }: Pick<HelpLine, "state" | "isLate">) {
  const { help } = useMessages(helpArea);
  return <Pill tone={isLate ? "danger" : TONES[state]}>{isLate ? help.late : help.states[state]}</Pill>;
}

export function HelpList({ lines, now }: { lines: readonly HelpLine[]; now: number }) {
  const { help } = useMessages(helpArea);
  const format = useFormat();
  return (
    <ul className="grid gap-3">
      {lines.map((line) => (
        <li key={line.id}>
          <Link
            to={HELP_PATHS.one(line.id)}
            className="grid gap-1 rounded-xl border border-line bg-surface p-4 text-ink no-underline shadow-card hover:border-edge"
          >
            <span className="flex flex-wrap items-center justify-between gap-2">
              <strong className="text-lg">{line.name ?? help.noName}</strong>
              <HelpPill {...line} />
            </span>
            <span>{line.needs.map((need) => help.needs[need]).join(", ")}</span>
            <span className="text-ink-soft">
              {[
                line.villageName,
                help.arrived(format.ago(line.arrivedAt, now)),
                line.takenBy && help.takenBy(line.takenBy),
              ]
                .filter(Boolean)
                .join(" · ")}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
