import type { AffiliationKind } from "#app/domain/people/team.ts";
import { rosterArea } from "#app/messages/vi/roster.ts";
import { Pill } from "../kit/pill.tsx";
import { StatTile } from "../kit/stat-tile.tsx";
import { useFormat, useMessages, useTerms } from "../language.tsx";

interface Overview {
  readonly members: number;
  readonly guests: number;
  readonly withAccount: number;
  readonly seenBefore: number;
  readonly teams: number;
  readonly villages: number;
  readonly coveredVillages: number;
  readonly warnings: number;
  readonly affiliations: readonly { readonly kind: AffiliationKind; readonly members: number }[];
}

/** The commune at a glance; the last tile leads to what there is to mend. */
export function RosterTiles({ overview, reviewAt }: { overview: Overview; reviewAt: string }) {
  const { overview: words, affiliations, list, review } = useMessages(rosterArea).roster;
  const terms = useTerms();
  const { number } = useFormat();
  return (
    <>
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
        <StatTile
          label={words.members}
          value={number(overview.members)}
          note={[
            `${words.accounts}: ${number(overview.withAccount)}`,
            words.seen(overview.seenBefore),
            ...(overview.guests === 0 ? [] : [words.guests(overview.guests)]),
          ].join(" · ")}
        />
        <StatTile label={words.teams} value={number(overview.teams)} />
        <StatTile
          label={words.covered(terms)}
          value={number(overview.coveredVillages)}
          note={words.of(overview.villages)}
        />
        <StatTile
          label={words.toMend}
          value={number(overview.warnings)}
          note={overview.warnings === 0 ? words.noneToMend : review.title}
          to={reviewAt}
        />
      </div>
      {overview.affiliations.length > 0 ? (
        <section aria-label={list.byAffiliation}>
          <ul className="flex flex-wrap gap-2">
            {overview.affiliations.map(({ kind, members }) => (
              <li key={kind}>
                <Pill>
                  {affiliations[kind]}: {number(members)}
                </Pill>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
