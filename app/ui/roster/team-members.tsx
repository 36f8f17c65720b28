import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { TeamRole } from "#app/domain/people/membership.ts";
import type { AffiliationKind, MembershipSource } from "#app/domain/people/team.ts";
import { memberHouseholdArea } from "#app/messages/vi/member-household.ts";
import { rosterArea } from "#app/messages/vi/roster.ts";
import { type Column, DataTable } from "../kit/data-table.tsx";
import { LinkButton } from "../kit/link-button.tsx";
import { Pill } from "../kit/pill.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { Affiliations, PersonLink } from "./person-link.tsx";
import { useSourceText } from "./use-source-text.ts";

export interface ListedTeamPerson {
  readonly membershipId: string;
  readonly memberId: string;
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly maskedPhone: string | null;
  readonly role: TeamRole;
  readonly isCore: boolean;
  readonly title: string | null;
  readonly source: MembershipSource;
  readonly assignedBy: string | null;
  readonly campaign: string | null;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
  readonly affiliations: readonly { readonly kind: AffiliationKind; readonly organisation: string | null }[];
  readonly accountId: string | null;
  readonly lastSeenAt: number | null;
}

interface TeamMembersProps {
  caption: string;
  people: readonly ListedTeamPerson[];
  now: number;
  hidesCaption?: boolean;
  /** Where a person's page and the change of the membership are; left out for readers without them. */
  memberAt?: (memberId: string) => string;
  changeAt?: (memberId: string, membershipId: string) => string;
  /** The numbers of the households they live in, for whoever may set them. */
  homes?: { readonly codes: Readonly<Record<string, string>>; readonly at: (memberId: string) => string };
}

export function TeamMembers({
  caption,
  people,
  now,
  hidesCaption,
  memberAt,
  changeAt,
  homes,
}: TeamMembersProps) {
  const { roster, memberHousehold } = useMessages(rosterArea, memberHouseholdArea);
  const { list, member, team } = roster;
  const format = useFormat();
  const columns: [Column<ListedTeamPerson>, ...Column<ListedTeamPerson>[]] = [
    {
      key: "name",
      header: list.name,
      cell: (person) => <PersonLink person={person} to={memberAt?.(person.memberId)} />,
    },
    { key: "role", header: team.role, cell: (person) => <RoleInTeam person={person} /> },
    { key: "belongs", header: list.belongs, cell: ({ affiliations }) => <Affiliations of={affiliations} /> },
    { key: "time", header: team.time, cell: (person) => <Time person={person} /> },
    {
      key: "seen",
      header: list.lastSeen,
      cell: ({ accountId, lastSeenAt }) => {
        if (accountId === null) return <span className="text-ink-soft">{member.noAccount}</span>;
        return lastSeenAt === null ? list.never : format.ago(lastSeenAt, now);
      },
    },
  ];
  if (homes) {
    columns.push({
      key: "home",
      header: memberHousehold.column,
      cell: ({ memberId, fullName }) => (
        <TextLink
          to={homes.at(memberId)}
          aria-label={`${memberHousehold.changeOf(fullName)}: ${homes.codes[memberId] ?? memberHousehold.noneShort}`}
          className="inline-flex min-h-12 items-center"
        >
          {homes.codes[memberId] ?? memberHousehold.noneShort}
        </TextLink>
      ),
    });
  }
  if (changeAt) {
    columns.push({
      key: "change",
      header: team.change,
      cell: ({ memberId, membershipId, fullName }) => (
        <LinkButton
          to={changeAt(memberId, membershipId)}
          size="small"
          variant="secondary"
          className="whitespace-nowrap"
          aria-label={`${team.change}: ${fullName}`}
        >
          {team.change}
        </LinkButton>
      ),
    });
  }
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={people}
      rowKey={({ membershipId }) => membershipId}
      {...(hidesCaption ? { hidesCaption } : {})}
    />
  );
}

function RoleInTeam({ person }: { person: ListedTeamPerson }) {
  const { roles, core } = useMessages(rosterArea).roster;
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      <Pill tone={person.role === "leader" ? "accent" : person.role === "deputy" ? "info" : "neutral"}>
        {roles[person.role]}
      </Pill>
      {person.isCore ? <Pill tone="gold">{core}</Pill> : null}
      {person.title ? <span className="block w-full text-sm text-ink-soft">{person.title}</span> : null}
    </span>
  );
}

function Time({ person }: { person: ListedTeamPerson }) {
  const { team } = useMessages(rosterArea).roster;
  const sourceOf = useSourceText();
  const format = useFormat();
  const from = team.since(format.date(person.validFrom));
  const until = person.validTo === null ? "" : team.until(format.date(person.validTo));
  return (
    <span>
      <span className="sm:whitespace-nowrap">{from}</span>{" "}
      <span className="sm:whitespace-nowrap">{until}</span>
      <span className="block text-sm text-ink-soft">{sourceOf(person)}</span>
    </span>
  );
}
