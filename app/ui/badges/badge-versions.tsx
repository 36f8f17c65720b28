import type { BadgeContent } from "#app/domain/badges/badge.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { badgesArea } from "#app/messages/vi/badges.ts";
import { useFormat, useMessages } from "../language.tsx";
import { Medal } from "./medal.tsx";
import { metalOf } from "./metal-of.ts";
import { sayGoals } from "./say-badge.ts";

interface Props {
  badge: string;
  versions: readonly {
    readonly version: number;
    readonly from: LocalDate;
    readonly content: BadgeContent;
    readonly note: string | null;
    readonly proposedBy: string | null;
    readonly publishedBy: string | null;
  }[];
}

/** Every version that was ever published; awards keep the one they were given under. */
export function BadgeVersions({ badge, versions }: Props) {
  const { badges: words } = useMessages(badgesArea);
  const format = useFormat();
  return (
    <ol className="grid gap-6">
      {versions.map(({ version, from, content, note, proposedBy, publishedBy }) => {
        const goals = sayGoals(content.award, words, format);
        return (
          <li key={version} className="border-s-4 border-gold-edge ps-4">
            <p className="font-bold">
              {words.office.version(version)}: {content.name}
            </p>
            <ul className="mt-2 grid gap-2">
              {goals.map(({ tier, text }, index) => (
                <li key={text} className="flex items-center gap-3">
                  <Medal
                    badge={badge}
                    {...(content.isRetired ? { metal: "clay" as const } : metalOf(content.award, index + 1))}
                    size="2.5rem"
                    className="shrink-0"
                  />
                  {tier === "" ? text : `${text} (${tier})`}
                </li>
              ))}
            </ul>
            <p className="mt-2 text-sm text-ink-soft">
              {proposedBy && publishedBy
                ? words.edit.byWhom(proposedBy, publishedBy, format.date(from))
                : words.edit.firstVersion}
            </p>
            {content.isRetired ? <p>{words.office.retired}</p> : null}
            {note ? <p>{note}</p> : null}
          </li>
        );
      })}
    </ol>
  );
}
