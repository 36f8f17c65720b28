import CircleCheck from "lucide-react/icons/circle-check";
import type { OfferedBadge } from "#app/domain/badges/shown-badge.ts";
import { badgesArea } from "#app/messages/vi/badges.ts";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { Medal } from "./medal.tsx";
import { metalOf } from "./metal-of.ts";
import { sayAllGoals } from "./say-badge.ts";

/** Every badge the commune knows, and what each asks. */
export function AllBadges({ badges }: { badges: readonly OfferedBadge[] }) {
  const { badges: words } = useMessages(badgesArea);
  const subjects = [...new Set(badges.map(({ content }) => content.subject))];
  return (
    <>
      {subjects.map((subject) => (
        <section key={subject} aria-labelledby={`badges-${subject}`} className="mt-6 first:mt-0">
          <h3 id={`badges-${subject}`} className="mb-3 text-lg">
            {words.subjects[subject]}
          </h3>
          <ul className="grid gap-x-8 md:grid-cols-2">
            {badges
              .filter(({ content }) => content.subject === subject)
              .map(({ key, content, held }) => (
                <HowToEarn key={key} badge={key} content={content} held={held} />
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}

function HowToEarn({ badge, content, held }: Omit<OfferedBadge, "key"> & { badge: string }) {
  const { badges: words } = useMessages(badgesArea);
  const format = useFormat();
  const cast = held > 0 ? metalOf(content.award, 1) : { metal: "clay" as const, stars: 0 };
  return (
    <li className="flex gap-4 border-t border-line py-4">
      <Medal badge={badge} {...cast} size="4rem" className="shrink-0" />
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <strong>{content.name}</strong>
          {held > 0 ? (
            <Pill tone="accent" icon={CircleCheck}>
              {held > 1 ? words.mine.heldTimes(held) : words.mine.held}
            </Pill>
          ) : null}
        </p>
        <p className="text-ink-soft">{content.description}</p>
        <p className="mt-1 text-sm">{sayAllGoals(content.award, words, format)}</p>
      </div>
    </li>
  );
}
