import { Link } from "@remix-run/react";
import type { Light } from "#app/domain/targets/progress.ts";
import type { TargetEntry, TargetState } from "#app/domain/targets/reading.ts";
import { targetsArea } from "#app/messages/vi/targets.ts";
import { Pill } from "../kit/pill.tsx";
import { useMessages } from "../language.tsx";
import { LIGHTS, LightPill } from "./light-pill.tsx";
import { TARGET_BOARD_PATHS } from "./paths.ts";
import { type ShownReading, TargetFigure, ToldLine } from "./target-figure.tsx";

export interface ShownVillage {
  readonly villageId: number;
  readonly name: string;
  readonly part: number;
  readonly whole: number | null;
  readonly light: Light;
}

export interface ShownLine extends TargetState {
  readonly entry: TargetEntry;
  readonly reading: ShownReading;
  readonly villages: readonly ShownVillage[];
}

/** One target of the year at a glance: its light, its figure, its villages, and who answers for it. */
export function TargetCard({ line }: { line: ShownLine }) {
  const { targets: words } = useMessages(targetsArea);
  const { entry, reading, villages } = line;
  const isByVillage = villages.some(({ whole }) => whole !== null);
  const shown = isByVillage ? LIGHTS : [];
  return (
    <article className="grid content-start gap-3 rounded-xl border border-line bg-surface p-5 shadow-card sm:p-6">
      <div className="flex flex-wrap gap-2">
        <LightPill light={line.light} />
        {entry.aspirational ? <Pill>{words.aspirational}</Pill> : null}
        {entry.isOwn ? <Pill>{words.ofOwn}</Pill> : null}
        {reading.basis === "told" ? <Pill tone="info">{words.told}</Pill> : null}
      </div>
      <h2 className="text-lg">
        <Link to={TARGET_BOARD_PATHS.one(entry.key)} className="hover:underline">
          {entry.text}
        </Link>
      </h2>
      <TargetFigure entry={entry} reading={reading} state={line} />
      <ToldLine reading={reading} />
      <div className="flex flex-wrap gap-2">
        {shown.map((light) => {
          const count = villages.filter((village) => village.light === light).length;
          return count === 0 ? null : <LightPill key={light} light={light} count={count} />;
        })}
      </div>
      <p className="text-sm text-ink-soft">
        {words.accountable}:{" "}
        <strong className="text-ink">{entry.accountable?.name ?? words.noAccountable}</strong>
      </p>
    </article>
  );
}
