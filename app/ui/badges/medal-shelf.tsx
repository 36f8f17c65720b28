import { Link } from "@remix-run/react";
import type { ShownAward } from "#app/domain/badges/shown-badge.ts";
import { badgesArea } from "#app/messages/vi/badges.ts";
import { useFormat, useMessages } from "../language.tsx";
import { Medal } from "./medal.tsx";
import { metalOf } from "./metal-of.ts";
import { sayOccasion, sayTier } from "./say-badge.ts";

/** Medals side by side, each leading to what earned it. */
export function MedalShelf({ awards }: { awards: readonly ShownAward[] }) {
  const { badges: words } = useMessages(badgesArea);
  const format = useFormat();
  return (
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
      {awards.map(({ id, badgeKey, tier, occasion, earnedOn, content }) => (
        <li key={id}>
          <Link
            to={`/huy-hieu/${id}`}
            className="grid h-full justify-items-center gap-1 rounded-xl border border-line bg-surface p-4 text-center shadow-card no-underline hocus:border-accent-edge"
          >
            <Medal badge={badgeKey} {...metalOf(content.award, tier)} size="5.5rem" />
            <span className="mt-1 font-bold leading-snug [overflow-wrap:anywhere]">
              {words.named(content.name, sayTier(content.award, tier, words))}
            </span>
            <span className="text-sm text-ink-soft">
              {sayOccasion(occasion, words) || words.mine.earnedOn(format.date(earnedOn))}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
