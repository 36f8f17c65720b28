import { Link } from "@remix-run/react";
import ChevronRight from "lucide-react/icons/chevron-right";
import type { ListedBadge } from "#app/domain/badges/shown-badge.ts";
import { badgesArea } from "#app/messages/vi/badges.ts";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { Medal } from "./medal.tsx";
import { metalOf } from "./metal-of.ts";
import { sayAllGoals } from "./say-badge.ts";

/** The commune's badges with their rules, how often each was given, and what is being changed. */
export function OfficeBadgeList({ badges }: { badges: readonly ListedBadge[] }) {
  const { badges: words } = useMessages(badgesArea);
  const format = useFormat();
  return (
    <ul>
      {badges.map(({ key, version, content, draft, awards }) => (
        <li key={key} className="border-t border-line first:border-t-0">
          <Link
            to={`/van-phong/huy-hieu/${key}`}
            className="flex items-center gap-4 py-4 no-underline hocus:text-accent-ink"
          >
            <Medal
              badge={key}
              {...(content.isRetired
                ? { metal: "clay" as const }
                : metalOf(content.award, content.award.by === "rule" ? content.award.goals.length : 1))}
              size="4rem"
              className="shrink-0"
            />
            <span className="min-w-0 flex-1">
              <span className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <strong className="[overflow-wrap:anywhere]">{content.name}</strong>
                {draft ? (
                  <Pill tone="gold">{draft === "waiting" ? words.office.waiting : words.office.drafted}</Pill>
                ) : null}
                {content.isRetired ? <Pill>{words.office.retired}</Pill> : null}
              </span>
              <span className="block text-ink-soft">{sayAllGoals(content.award, words, format)}</span>
              <span className="block text-sm text-ink-soft">
                {words.office.version(version)}, {words.office.holders(format.number(awards))}
              </span>
            </span>
            <ChevronRight size="1.25em" aria-hidden className="shrink-0 text-ink-soft" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
