import Heart from "lucide-react/icons/heart";
import type { ComponentProps } from "react";
import type { Instant } from "#app/domain/calendar/local-date.ts";
import { memberHomeArea } from "#app/messages/vi/member-home.ts";
import { ACTIVITY_PATHS } from "../activity/paths.ts";
import { Card } from "../kit/card.tsx";
import { StatTile } from "../kit/stat-tile.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { TeamQuest } from "./team-quest.tsx";
import { type LeagueView, WeeklyLeague } from "./weekly-league.tsx";
import { WorkFeed } from "./work-feed.tsx";

export interface MemberBoardProps {
  memberId: string;
  quest: ComponentProps<typeof TeamQuest> | null;
  league: LeagueView | null;
  village: {
    readonly name: string;
    readonly week: { readonly people: number; readonly households: number; readonly visits: number };
  } | null;
  thanks: readonly {
    readonly byName: string;
    readonly activityName: string;
    readonly claimId: string;
    readonly givenAt: Instant;
  }[];
  feed: ComponentProps<typeof WorkFeed>["items"];
}

/** What a member's page opens on below the large button: together first, then among equals, then what it did. */
export function MemberBoard({ memberId, quest, league, village, thanks, feed }: MemberBoardProps) {
  return (
    <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-2">
      <div className="grid grid-cols-1 gap-6">
        {quest ? <TeamQuest {...quest} /> : null}
        <VillageWeek village={village} />
        <NewestThanks thanks={thanks} />
        <WeeklyLeague league={league} memberId={memberId} />
      </div>
      <WorkFeed items={feed} back="/" first={3} />
    </div>
  );
}

/** K13: what the week's work meant to the village, in people and households and not in points. */
function VillageWeek({ village }: Pick<MemberBoardProps, "village">) {
  const { village: words } = useMessages(memberHomeArea).memberHome;
  const format = useFormat();
  if (village === null) return null;
  const { people, households, visits } = village.week;
  return (
    <section>
      <h2 className="mb-3 text-xl">{words.title(village.name)}</h2>
      <div className="pairs-on-phone grid gap-3 sm:grid-cols-3">
        <StatTile label={words.people} value={format.number(people)} />
        <StatTile label={words.households} value={format.number(households)} />
        <StatTile label={words.visits} value={format.number(visits)} />
      </div>
    </section>
  );
}

function NewestThanks({ thanks }: Pick<MemberBoardProps, "thanks">) {
  const { thanks: words } = useMessages(memberHomeArea).memberHome;
  const format = useFormat();
  if (thanks.length === 0) return null;
  return (
    <Card title={words.title}>
      <ul className="grid gap-2">
        {thanks.map(({ byName, activityName, claimId, givenAt }) => (
          <li key={`${claimId}/${givenAt}/${byName}`} className="flex gap-3">
            <Heart size="1.25em" aria-hidden className="mt-1 shrink-0 text-gold-ink" />
            <span>
              <TextLink to={ACTIVITY_PATHS.record(claimId)}>{words.line(byName, activityName)}</TextLink>{" "}
              <span className="text-sm text-ink-soft">{format.moment(givenAt)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
