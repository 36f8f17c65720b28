import ArrowDown from "lucide-react/icons/arrow-down";
import type { Scheme } from "#app/domain/activity/scheme.ts";
import { sayLimits } from "#app/messages/say-rule.ts";
import { activityArea } from "#app/messages/vi/activity.ts";
import { schemeArea } from "#app/messages/vi/scheme.ts";
import { Card } from "../kit/card.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { RuleTable } from "./rule-table.tsx";

const PILLARS = ["government", "economy", "society", "common"] as const;

interface Props {
  scheme: Scheme;
  editPath?: (key: string) => string;
  changedKeys?: readonly string[];
}

export function RulesByPillar({ scheme, ...rest }: Props) {
  const { activity } = useMessages(activityArea);
  return (
    <>
      <PillarJumps />
      {PILLARS.map((pillar) => (
        <div key={pillar} id={anchorOf(pillar)}>
          <Card>
            <RuleTable
              caption={activity.pillars[pillar]}
              kinds={scheme.activities.filter((kind) => kind.pillar === pillar)}
              {...rest}
            />
          </Card>
        </div>
      ))}
    </>
  );
}

/** On a phone the rules are twenty screens long: the way down to each part of them. */
function PillarJumps() {
  const { activity } = useMessages(activityArea);
  return (
    <ul className="no-print flex flex-wrap gap-x-6 md:hidden">
      {PILLARS.map((pillar) => (
        <li key={pillar}>
          <a
            href={`#${anchorOf(pillar)}`}
            className="inline-flex min-h-12 items-center gap-1 font-bold text-accent-ink underline underline-offset-4"
          >
            {activity.pillars[pillar]}
            <ArrowDown size="1.1em" aria-hidden />
          </a>
        </li>
      ))}
    </ul>
  );
}

function anchorOf(pillar: (typeof PILLARS)[number]): string {
  return `rules-${pillar}`;
}

/** What holds over all kinds together. */
export function LimitList({ scheme }: { scheme: Scheme }) {
  const { scheme: words } = useMessages(schemeArea);
  const format = useFormat();
  return (
    <ul className="grid list-disc gap-2 ps-5">
      {sayLimits(scheme, words, format).map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
