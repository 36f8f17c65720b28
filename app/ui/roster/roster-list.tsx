import { Link } from "@remix-run/react";
import type { TeamRole } from "#app/domain/people/membership.ts";
import type { AffiliationKind } from "#app/domain/people/team.ts";
import { rosterArea } from "#app/messages/vi/roster.ts";
import { type Column, DataTable } from "../kit/data-table.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { useTeamName } from "../use-team-name.ts";
import { Affiliations, PersonLink } from "./person-link.tsx";

export interface ListedLine {
  readonly memberId: string;
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly maskedPhone: string | null;
  readonly hasAccount: boolean;
  readonly lastSeenAt: number | null;
  readonly affiliations: readonly AffiliationKind[];
  readonly places: readonly {
    readonly membershipId: string;
    readonly teamId: number;
    readonly teamName: string;
    readonly role: TeamRole;
    readonly isCore: boolean;
  }[];
}

interface RosterListProps {
  caption: string;
  lines: readonly ListedLine[];
  now: number;
  memberAt: (memberId: string) => string;
  teamAt: (teamId: number) => string;
}

export function RosterList({ caption, lines, now, memberAt, teamAt }: RosterListProps) {
  const { list, roles, core } = useMessages(rosterArea).roster;
  const format = useFormat();
  const shortName = useTeamName();
  const columns: readonly [Column<ListedLine>, ...Column<ListedLine>[]] = [
    {
      key: "name",
      header: list.name,
      cell: (line) => <PersonLink person={line} to={memberAt(line.memberId)} />,
    },
    {
      key: "team",
      header: list.team,
      cell: ({ places }) =>
        places.length === 0 ? (
          <span className="text-ink-soft">{list.noTeam}</span>
        ) : (
          <ul>
            {places.map(({ membershipId, teamId, teamName, role, isCore }) => (
              <li key={membershipId}>
                <Link
                  to={teamAt(teamId)}
                  className="inline-flex min-h-12 items-center underline underline-offset-4"
                >
                  {shortName(teamName)}
                </Link>
                <span className="block text-sm text-ink-soft">
                  {roles[role]}
                  {isCore ? ` · ${core}` : ""}
                </span>
              </li>
            ))}
          </ul>
        ),
    },
    {
      key: "belongs",
      header: list.belongs,
      cell: ({ affiliations }) => <Affiliations of={affiliations.map((kind) => ({ kind }))} />,
    },
    {
      key: "seen",
      header: list.lastSeen,
      cell: ({ hasAccount, lastSeenAt }) => {
        if (!hasAccount) return <span className="text-ink-soft">{list.noAccount}</span>;
        return lastSeenAt === null ? list.never : format.ago(lastSeenAt, now);
      },
    },
  ];
  return <DataTable caption={caption} columns={columns} rows={lines} rowKey={({ memberId }) => memberId} />;
}
