import { Link } from "@remix-run/react";
import ArrowRight from "lucide-react/icons/arrow-right";
import type { Instant, LocalDate } from "#app/domain/calendar/local-date.ts";
import type { PointKind, PointPhase } from "#app/domain/campaigns/mobile-point.ts";
import { mobilePointsArea } from "#app/messages/vi/mobile-points.ts";
import { Pill, type Tone } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface PointLineFacts {
  readonly kind: PointKind;
  readonly name: string;
  readonly place: string;
  readonly villageName: string | null;
  readonly day: LocalDate;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly phase: PointPhase;
}

const TONES: Readonly<Record<PointPhase, Tone>> = { coming: "info", open: "accent", over: "neutral" };

export function PointPill({ phase }: { phase: PointPhase }) {
  const { mobilePoints: words } = useMessages(mobilePointsArea);
  return <Pill tone={TONES[phase]}>{words.phases[phase]}</Pill>;
}

/** One point in the calendar; the whole row is the way to it. */
export function PointLine({ point, to }: { point: PointLineFacts; to: string }) {
  const { mobilePoints: words } = useMessages(mobilePointsArea);
  const format = useFormat();
  const { kind, name, place, villageName, day, startsAt, endsAt, phase } = point;
  return (
    <li>
      <Link
        to={to}
        className="flex min-h-16 items-center justify-between gap-4 rounded-lg border border-line bg-surface p-4 shadow-card hover:border-edge"
      >
        <span className="min-w-0">
          <span className="flex flex-wrap items-center gap-2">
            <PointPill phase={phase} />
            {kind === "launch_day" ? <Pill tone="gold">{words.kinds[kind]}</Pill> : null}
          </span>
          <span className="mt-1 block text-lg font-bold">{name}</span>
          <span className="block text-ink-soft">
            {format.date(day)}, {words.times(format.time(startsAt), format.time(endsAt))}
          </span>
          <span className="block text-ink-soft">
            {place}
            {villageName === null || place.includes(villageName) ? "" : ` · ${villageName}`}
          </span>
        </span>
        <ArrowRight size="1.375em" aria-hidden className="shrink-0 text-ink-soft" />
      </Link>
    </li>
  );
}
