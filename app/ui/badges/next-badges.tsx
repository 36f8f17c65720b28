import type { BadgeOnTheWay } from "#app/domain/badges/shown-badge.ts";
import { badgesArea } from "#app/messages/vi/badges.ts";
import { ProgressBar } from "../kit/progress-bar.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { Medal } from "./medal.tsx";
import { sayGoal, sayRule, sayTier } from "./say-badge.ts";

/** What is begun and nearly reached, with how far it is. */
export function NextBadges({ next }: { next: readonly BadgeOnTheWay[] }) {
  const { badges: words } = useMessages(badgesArea);
  const format = useFormat();
  return (
    <ul className="grid gap-5 md:grid-cols-2">
      {next.map(({ key, content: { name, award }, progress: { value, goal, tier } }) =>
        award.by === "people" ? null : (
          <li key={key} className="flex items-center gap-4">
            <Medal badge={key} metal="clay" size="4.5rem" className="shrink-0" />
            <div className="min-w-0 grow">
              <ProgressBar
                label={<strong>{words.named(name, sayTier(award, tier, words))}</strong>}
                value={value}
                goal={goal}
              />
              <p className="mt-1 text-sm text-ink-soft">
                {sayRule(award, goal, words, format)}. {words.mine.toGo(sayGoal(award, goal - value, format))}
                .
              </p>
            </div>
          </li>
        ),
      )}
    </ul>
  );
}
