import { Link } from "@remix-run/react";
import { rosterArea } from "#app/messages/vi/roster.ts";
import { Pill } from "../kit/pill.tsx";
import { useMessages, useTerms } from "../language.tsx";

interface NamedTeam {
  readonly id: number;
  readonly name: string;
}

interface VillageListProps {
  villages: readonly { readonly id: number; readonly name: string; readonly teams: readonly NamedTeam[] }[];
  otherTeams: readonly NamedTeam[];
  villageAt: (villageId: number) => string;
  teamAt: (teamId: number) => string;
}

/** The tree of the commune: each village with its teams, and the teams that belong to none. */
export function VillageList({ villages, otherTeams, villageAt, teamAt }: VillageListProps) {
  const { list } = useMessages(rosterArea).roster;
  const terms = useTerms();
  return (
    <ul className="grid gap-x-8 sm:grid-cols-2">
      {villages.map(({ id, name, teams }) => (
        <li
          key={id}
          className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line py-1"
        >
          <Link
            to={villageAt(id)}
            className="inline-flex min-h-12 items-center font-bold text-accent-ink underline underline-offset-4"
          >
            {name}
          </Link>
          {teams.length === 0 ? (
            <Pill tone="gold">{list.missing}</Pill>
          ) : (
            <Pill>{list.teamCount(teams.length)}</Pill>
          )}
        </li>
      ))}
      {otherTeams.length > 0 ? (
        <li className="py-3 sm:col-span-2">
          <p className="font-bold">{list.otherTeams(terms)}</p>
          <ul className="flex flex-wrap gap-x-5">
            {otherTeams.map(({ id, name }) => (
              <li key={id}>
                <Link
                  to={teamAt(id)}
                  className="inline-flex min-h-12 items-center text-accent-ink underline underline-offset-4"
                >
                  {name}
                </Link>
              </li>
            ))}
          </ul>
        </li>
      ) : null}
    </ul>
  );
}
