import type { LineKind } from "#app/domain/points/line.ts";
import { activityArea } from "#app/messages/vi/activity.ts";
import { activityPointsArea } from "#app/messages/vi/activity-points.ts";
import { Card } from "../kit/card.tsx";
import { Pill } from "../kit/pill.tsx";
import { Points } from "../kit/points.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { groupLines } from "./group-lines.ts";
import type { RecordView } from "./views.ts";

export interface RecordPointsLine {
  readonly seq: number;
  readonly memberName: string;
  readonly kind: LineKind;
  readonly points: number;
  readonly isAdjustment: boolean;
  readonly isCorrection: boolean;
}

/** The ledger's lines of the record, as they were written; a correction stands beside what it corrects. */
export function RecordPoints({
  lines,
  state,
}: {
  lines: readonly RecordPointsLine[];
  state: RecordView["state"];
}) {
  const { activity, activityPoints } = useMessages(activityArea, activityPointsArea);
  const words = activity.record;
  const format = useFormat();
  if (lines.length === 0) {
    return state === "verified" ? <Card title={words.points}>{words.noPointsVerified}</Card> : null;
  }
  const total = lines.reduce((sum, { points }) => sum + points, 0);
  return (
    <Card title={words.points} aside={<Points hundredths={total} unit={activity.pointsUnit} />}>
      <ul className="divide-y divide-line">
        {groupLines(lines, ({ memberName }) => memberName).map(({ first, count, points }) => (
          <li key={first.seq} className="flex items-start justify-between gap-4 py-3">
            <span className="min-w-0">
              <span className="block font-bold">
                {activityPoints.kinds[first.kind]}
                {count > 1 ? ` × ${count}` : null}
              </span>
              <span className="block text-sm text-ink-soft">{first.memberName}</span>
              <span className="mt-1 flex flex-wrap gap-2 empty:hidden">
                {first.isCorrection ? <Pill>{activityPoints.corrected}</Pill> : null}
                {first.isAdjustment ? <Pill tone="info">{activityPoints.adjustment}</Pill> : null}
              </span>
            </span>
            <strong className="shrink-0 tabular-nums">
              {points > 0 ? "+" : ""}
              {format.points(points)}
            </strong>
          </li>
        ))}
      </ul>
    </Card>
  );
}
