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
  return PILLARS.map((pillar) => (
    <Card key={pillar}>
      <RuleTable
        caption={activity.pillars[pillar]}
        kinds={scheme.activities.filter((kind) => kind.pillar === pillar)}
        {...rest}
      />
    </Card>
  ));
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
