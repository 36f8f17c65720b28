import { Form } from "@remix-run/react";
import type { Role } from "#app/domain/access/roles.ts";
import { type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import { accountsArea } from "#app/messages/vi/accounts.ts";
import { enrolmentArea } from "#app/messages/vi/enrolment.ts";
import { type Column, DataTable } from "../kit/data-table.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { Pill } from "../kit/pill.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useFormat, useMessages } from "../language.tsx";

export interface ListedPerson {
  readonly accountId: string;
  readonly displayName: string;
  readonly username: string;
  readonly isActive: boolean;
  readonly isSelf: boolean;
  readonly roles: readonly {
    readonly role: Role;
    readonly validFrom: string;
    readonly validTo: string | null;
  }[];
  readonly hasSecondFactor: boolean;
  readonly lastSeenAt: string | null;
  readonly enrolledPhones: number;
  readonly slipExpiresAt: string | null;
}

interface PeopleTableProps {
  people: readonly ListedPerson[];
  /** On all pages. */
  total: number;
  now: number;
  /** Where the chosen people's slips are made; null for whoever may not make any. */
  slipsAt: string | null;
}

/** One form around the whole table: boxes choose people for slips, a row's own buttons concern that person. */
export function PeopleTable({ people, total, now, slipsAt }: PeopleTableProps) {
  const { people: words } = useMessages(enrolmentArea).enrolment;
  const format = useFormat();
  const columns: readonly [Column<ListedPerson>, ...Column<ListedPerson>[]] = [
    {
      key: "name",
      header: words.name,
      cell: (person) => <Name person={person} isChoosable={slipsAt !== null} />,
    },
    {
      key: "roles",
      header: words.roles,
      cell: (person) => <Roles person={person} today={localDateAt(now)} />,
    },
    {
      key: "lastSeen",
      header: words.lastSeen,
      cell: ({ lastSeenAt }) =>
        lastSeenAt === null ? words.never : format.ago(new Date(lastSeenAt).getTime(), now),
    },
    { key: "phones", header: words.phones, cell: (person) => person.enrolledPhones, isFigure: true },
    { key: "state", header: words.state, cell: (person) => <State person={person} /> },
    {
      key: "more",
      header: words.more,
      cell: (person) => (person.isSelf ? <OwnAccount /> : <More person={person} />),
    },
  ];
  return (
    <Form method="post" className="grid gap-4">
      <DataTable
        caption={words.caption(total)}
        columns={columns}
        rows={people}
        rowKey={({ accountId }) => accountId}
      />
      {slipsAt !== null ? (
        <div className="grid justify-items-start gap-2">
          <SubmitButton formAction={slipsAt}>{words.print}</SubmitButton>
          <p className="text-sm text-ink-soft">{words.printHint}</p>
        </div>
      ) : null}
    </Form>
  );
}

function Name({ person, isChoosable }: { person: ListedPerson; isChoosable: boolean }) {
  const { people: words } = useMessages(enrolmentArea).enrolment;
  const name = (
    <span>
      {person.displayName}
      <span className="block text-sm font-normal text-ink-soft">{person.username}</span>
    </span>
  );
  if (!isChoosable || person.isSelf || !person.isActive) return name;
  return (
    <label className="flex min-h-12 cursor-pointer items-center gap-3">
      <input
        type="checkbox"
        name="accountId"
        value={person.accountId}
        aria-label={words.choose(person.displayName)}
        className="size-6 shrink-0 rounded-sm"
      />
      {name}
    </label>
  );
}

function Roles({ person, today }: { person: ListedPerson; today: LocalDate }) {
  const { enrolment, accounts } = useMessages(enrolmentArea, accountsArea);
  const format = useFormat();
  return (
    <ul>
      {person.roles.map(({ role, validFrom, validTo }) => (
        <li key={`${role}${validFrom}`}>
          {accounts.roleNames[role]}
          <span className="block text-sm text-ink-soft">
            {validFrom > today ? enrolment.people.from(format.date(validFrom as LocalDate)) : null}{" "}
            {validTo === null ? null : accounts.account.roleUntil(format.date(validTo as LocalDate))}
          </span>
        </li>
      ))}
    </ul>
  );
}

function State({ person }: { person: ListedPerson }) {
  const { people: words } = useMessages(enrolmentArea).enrolment;
  return (
    <span className="flex flex-wrap justify-end gap-1.5 md:justify-start">
      {person.isSelf ? <Pill tone="info">{words.you}</Pill> : null}
      {person.isActive ? (
        <Pill tone="accent">{words.active}</Pill>
      ) : (
        <Pill tone="danger">{words.disabled}</Pill>
      )}
      {person.hasSecondFactor ? <Pill>{words.twoFactor}</Pill> : null}
      {person.slipExpiresAt === null ? null : <Pill tone="gold">{words.waiting}</Pill>}
    </span>
  );
}

function OwnAccount() {
  const { account } = useMessages(accountsArea).accounts;
  return <TextLink to="/tai-khoan">{account.title}</TextLink>;
}

function More({ person }: { person: ListedPerson }) {
  const { people: words } = useMessages(enrolmentArea).enrolment;
  return (
    <Disclosure
      summary={
        <span>
          {words.more}
          <span className="sr-only">: {person.displayName}</span>
        </span>
      }
    >
      <div className="grid gap-4 text-start">
        <div>
          <SubmitButton name="sign-out" value={person.accountId} variant="secondary" size="small">
            {words.signOut}
          </SubmitButton>
          <p className="mt-1 text-sm text-ink-soft">{words.signOutHint}</p>
        </div>
        <div>
          {person.isActive ? (
            <SubmitButton name="disable" value={person.accountId} variant="danger" size="small">
              {words.disable}
            </SubmitButton>
          ) : (
            <SubmitButton name="enable" value={person.accountId} variant="secondary" size="small">
              {words.enable}
            </SubmitButton>
          )}
          {person.isActive ? <p className="mt-1 text-sm text-ink-soft">{words.disableHint}</p> : null}
        </div>
      </div>
    </Disclosure>
  );
}
