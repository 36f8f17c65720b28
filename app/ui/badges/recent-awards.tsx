import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { BadgeProposal } from "#app/domain/plan/badge-proposal.ts";
import { badgesArea } from "#app/messages/vi/badges.ts";
import { TextLink } from "../kit/text-link.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { Medal } from "./medal.tsx";
import { metalOf } from "./metal-of.ts";
import { sayOccasion } from "./say-badge.ts";

interface Props {
  badge: string;
  award: BadgeProposal["award"];
  awards: readonly {
    readonly id: string;
    readonly bearer: string;
    readonly tier: number;
    readonly occasion: string;
    readonly earnedOn: LocalDate;
  }[];
}

/** Who holds a badge, the newest first; each opens down to the records it stands on. */
export function RecentAwards({ badge, award, awards }: Props) {
  const { badges: words } = useMessages(badgesArea);
  const format = useFormat();
  if (awards.length === 0) return <p className="text-ink-soft">{words.edit.noHolders}</p>;
  return (
    <ul className="grid gap-x-8 sm:grid-cols-2">
      {awards.map(({ id, bearer, tier, occasion, earnedOn }) => (
        <li key={id} className="flex items-center gap-3 py-2">
          <Medal badge={badge} {...metalOf(award, tier)} size="2.5rem" className="shrink-0" />
          <span className="min-w-0">
            <TextLink to={`/huy-hieu/${id}`}>{bearer}</TextLink>
            <span className="block text-sm text-ink-soft">
              {sayOccasion(occasion, words) || words.mine.earnedOn(format.date(earnedOn))}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
