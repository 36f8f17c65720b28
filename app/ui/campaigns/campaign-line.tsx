import { Link } from "@remix-run/react";
import ArrowRight from "lucide-react/icons/arrow-right";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { CampaignKind, CampaignPhase } from "#app/domain/campaigns/campaign.ts";
import { campaignsArea } from "#app/messages/vi/campaigns.ts";
import { Pill, type Tone } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface CampaignLineFacts {
  readonly id: string;
  readonly kind: CampaignKind;
  readonly name: string;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate;
  readonly factor: number;
  readonly members: number;
  readonly phase: CampaignPhase;
}

const TONES: Readonly<Record<CampaignPhase, Tone>> = {
  draft: "neutral",
  waiting: "gold",
  coming: "info",
  running: "accent",
  ended: "neutral",
  withdrawn: "neutral",
};

export function PhasePill({ phase }: { phase: CampaignPhase }) {
  const { campaigns: words } = useMessages(campaignsArea);
  return <Pill tone={TONES[phase]}>{words.phases[phase]}</Pill>;
}

/** One campaign in a list; the whole row is the way to it. */
export function CampaignLine({ campaign, to }: { campaign: CampaignLineFacts; to: string }) {
  const { campaigns: words } = useMessages(campaignsArea);
  const format = useFormat();
  const { kind, name, startsOn, endsOn, factor, phase } = campaign;
  return (
    <li>
      <Link
        to={to}
        className="flex min-h-16 items-center justify-between gap-4 rounded-lg border border-line bg-surface p-4 shadow-card hover:border-edge"
      >
        <span className="min-w-0">
          <span className="flex flex-wrap items-center gap-2">
            <PhasePill phase={phase} />
            {factor > 100 ? <Pill tone="gold">{words.factorOf(format.points(factor))}</Pill> : null}
          </span>
          <span className="mt-1 block text-lg font-bold">{name}</span>
          <span className="block text-ink-soft">
            {words.kinds[kind]} · {words.days(format.date(startsOn), format.date(endsOn))}
          </span>
        </span>
        <ArrowRight size="1.375em" aria-hidden className="shrink-0 text-ink-soft" />
      </Link>
    </li>
  );
}
