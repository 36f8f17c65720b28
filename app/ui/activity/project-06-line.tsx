import Landmark from "lucide-react/icons/landmark";
import type { Project06Figures } from "#app/domain/months/month-views.ts";
import { activityPointsArea } from "#app/messages/vi/activity-points.ts";
import { useFormat, useMessages } from "../language.tsx";

/** L03: a subtotal beside the month's figures. Silent where there is no such work. */
export function Project06Line({ figures }: { figures: Project06Figures }) {
  const words = useMessages(activityPointsArea).activityPoints;
  const format = useFormat();
  const { claims, visits, points } = figures;
  if (claims === 0 && points === 0) return null;
  return (
    <p className="flex items-start gap-3 rounded-lg border border-line bg-surface p-4">
      <Landmark size="1.25em" aria-hidden className="mt-[0.2em] shrink-0 text-ink-soft" />
      <span>
        <strong>{words.project06}</strong>{" "}
        {words.project06Figures(format.number(claims), format.number(visits), format.points(points))}{" "}
        <span className="text-ink-soft">{words.project06Hint}</span>
      </span>
    </p>
  );
}
