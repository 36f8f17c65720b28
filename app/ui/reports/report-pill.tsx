import type { ReportStanding } from "#app/domain/reports/report.ts";
import { reportsArea } from "#app/messages/vi/reports.ts";
import { Pill, type Tone } from "../kit/pill.tsx";
import { useMessages } from "../language.tsx";

const TONES: Readonly<Record<ReportStanding["state"], Tone>> = {
  draft: "neutral",
  sent: "info",
  returned: "gold",
  approved: "accent",
  locked: "accent",
};

/** How a report stands, and whether it came in time. */
export function ReportPill({ standing }: { standing: ReportStanding }) {
  const { reports: words } = useMessages(reportsArea);
  const { state, isLate, isMissing, sentAt } = standing;
  return (
    <span className="inline-flex flex-wrap gap-2">
      {isMissing ? (
        <Pill tone="danger">{words.missing}</Pill>
      ) : (
        <Pill tone={TONES[state]}>{sentAt === null ? words.notYet : words.states[state]}</Pill>
      )}
      {sentAt !== null && isLate ? <Pill tone="gold">{words.late}</Pill> : null}
    </span>
  );
}
