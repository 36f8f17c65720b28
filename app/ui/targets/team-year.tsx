import { missing, shareBasisPoints } from "#app/domain/targets/measure.ts";
import type { Light, Step } from "#app/domain/targets/progress.ts";
import type { TargetEntry } from "#app/domain/targets/reading.ts";
import { targetsArea } from "#app/messages/vi/targets.ts";
import { Card } from "../kit/card.tsx";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { CoverageLine } from "./coverage-line.tsx";
import { LightPill } from "./light-pill.tsx";
import { useShare } from "./use-share.ts";

interface Counted {
  readonly part: number;
  readonly whole: number | null;
  readonly light: Light;
}

export interface ShownTeamLine {
  readonly entry: Pick<TargetEntry, "key" | "text" | "test" | "aspirational">;
  readonly step: Step | null;
  readonly village: Counted | null;
  readonly commune: Counted;
}

/** The year's targets as one village sees them: its own figure, or the commune's where none is counted by village. */
export function TeamYear({
  villageName,
  lines,
}: {
  villageName: string | null;
  lines: readonly ShownTeamLine[];
}) {
  const { targets: words } = useMessages(targetsArea);
  return (
    <Card title={words.team.yearTitle}>
      <ul className="grid gap-6">
        {lines.map((line) => (
          <li key={line.entry.key} className="border-b border-line pb-5 last:border-0 last:pb-0">
            <TeamLine line={line} villageName={villageName} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

function TeamLine({ line, villageName }: { line: ShownTeamLine; villageName: string | null }) {
  const { targets: words } = useMessages(targetsArea);
  const format = useFormat();
  const shareOf = useShare();
  const { entry, step, village, commune } = line;
  if (entry.test.kind !== "share") return null;
  const shown = village ?? commune;
  const asked = {
    comparator: entry.test.comparator,
    basisPoints: step?.basisPoints ?? entry.test.basisPoints,
  };
  const share = shareOf(asked, shown);
  const basisPoints = shareBasisPoints(shown);
  const left = shown.light === "too_few" ? null : missing(asked, shown);
  const unit = words.units[entry.test.of];
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap gap-2">
        <LightPill light={shown.light} />
        {entry.aspirational ? <Pill>{words.aspirational}</Pill> : null}
      </div>
      <h3 className="text-base font-bold">{entry.text}</h3>
      {share === null || basisPoints === null || shown.whole === null ? (
        <p className="text-ink-soft">{words.noData}</p>
      ) : (
        <>
          <CoverageLine label={share.sentence} share={basisPoints} asked={asked.basisPoints} />
          <p className="flex flex-wrap items-baseline justify-between gap-x-4">
            <strong className="tabular-nums">{share.sentence}</strong>
            <span className="tabular-nums text-ink-soft">
              {words.counted(format.number(shown.part), format.number(shown.whole), unit)}
            </span>
          </p>
          <p className="text-sm text-ink-soft">
            {village === null ? words.team.ofCommune : words.team.ofVillage(villageName ?? "")}
            {left !== null && left > 0 ? ` · ${words.missing(format.number(left), unit)}` : ""}
          </p>
        </>
      )}
    </div>
  );
}
