import { progressOf } from "#app/domain/badges/progress.ts";
import type { BadgeOnTheWay, OfferedBadge, ShownAward } from "#app/domain/badges/shown-badge.ts";
import { type BadgeReader, findOwnPlace, type OwnPlace } from "./badge-reader.server.ts";
import { findStandingAwards } from "./find-awards.server.ts";
import { findBadges, newestOf, rowsOf } from "./find-badges.server.ts";
import { readCommuneFacts, readSubjectFacts } from "./read-subject-facts.server.ts";

export interface OwnBadges {
  readonly place: OwnPlace | null;
  readonly awards: readonly ShownAward[];
  readonly teamAwards: readonly ShownAward[];
  /** Begun and not yet reached, the nearest first. */
  readonly next: readonly BadgeOnTheWay[];
  readonly all: readonly OfferedBadge[];
}

/** A list of everything begun tells nobody what is near. */
const NEXT_SHOWN = 4;

/** The reader's medals, how far it is to the next, and how each badge is earned. */
export async function readOwnBadges(reader: BadgeReader): Promise<OwnBadges | null> {
  const { platform, communeId, scope, today } = reader;
  if (communeId === null) return null;
  return platform.db.withCommunes(scope("badges.read-own-badges"), async (tx) => {
    const place = await findOwnPlace(tx, communeId, reader);
    const badges = await findBadges(tx, communeId);
    const teamIds = place?.teams.map(({ id }) => String(id)) ?? [];
    const awards = place ? await findStandingAwards(tx, communeId, "member", [place.memberId]) : [];
    const teamAwards = await findStandingAwards(tx, communeId, "team", teamIds);
    const offered = badges.flatMap(({ key, versions }): OfferedBadge[] => {
      const { content } = newestOf({ key, versions });
      const held = [...awards, ...teamAwards].filter(({ badgeKey }) => badgeKey === key).length;
      return content.isRetired ? [] : [{ key, content, held }];
    });
    const commune = await readCommuneFacts(rowsOf(tx), communeId, today);
    const month = commune.months.find(({ firstDay, lastDay }) => firstDay <= today && today <= lastDay);
    const now = { today, monthId: month?.id ?? Number(today.slice(0, 4)) * 100 + Number(today.slice(5, 7)) };
    const facts = place
      ? (await readSubjectFacts(rowsOf(tx), communeId, commune, "member", [place.memberId])).get(
          place.memberId,
        )
      : undefined;
    const next = offered.flatMap(({ key, content }): BadgeOnTheWay[] => {
      if (!facts || content.subject !== "member") return [];
      const tiers = awards.flatMap(({ badgeKey, occasion, tier }) =>
        badgeKey === key ? [`${occasion}/${tier}`] : [],
      );
      const progress = progressOf(content, facts, now, new Set(tiers));
      return progress && progress.value > 0 && progress.value < progress.goal
        ? [{ key, content: { name: content.name, award: content.award }, progress }]
        : [];
    });
    return { place, awards, teamAwards, next: nearestFirst(next).slice(0, NEXT_SHOWN), all: offered };
  });
}

function nearestFirst(next: readonly BadgeOnTheWay[]): BadgeOnTheWay[] {
  const share = ({ progress }: BadgeOnTheWay) => progress.value / progress.goal;
  return [...next].sort((left, right) => share(right) - share(left));
}
