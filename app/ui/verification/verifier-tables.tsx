import { Link } from "@remix-run/react";
import { verificationArea } from "#app/messages/vi/verification.ts";
import { DataTable } from "../kit/data-table.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { useFormat, useMessages, useTerms } from "../language.tsx";
import { useTeamName } from "../use-team-name.ts";
import { useCutoff } from "./use-cutoff.ts";

export interface TeamWaitingView {
  readonly teamId: number;
  readonly teamName: string;
  readonly leaders: readonly string[];
  readonly waiting: number;
  readonly oldestAt: number | null;
  readonly dueSoon: number;
  readonly closesAt: number | null;
}

export interface VerifierView {
  readonly accountId: string;
  readonly name: string;
  readonly decisions: number;
  readonly within72Hours: number;
  readonly approved: number;
  readonly secondsEach: number | null;
  readonly atNight: number;
}

export interface PairView {
  readonly one: string;
  readonly other: string;
  readonly there: number;
  readonly back: number;
}

const HOUR_MS = 60 * 60 * 1000;

/** The longest waiting first: where somebody has to be called. The name opens what waits there. */
export function TeamTable({
  teams,
  now,
  pathOf,
}: {
  teams: readonly TeamWaitingView[];
  now: number;
  pathOf: (teamId: number) => string;
}) {
  const { verification } = useMessages(verificationArea);
  const words = verification.verifiers;
  const terms = useTerms();
  const shortName = useTeamName();
  const cutoff = useCutoff(now);
  return (
    <DataTable
      caption={words.teams(terms)}
      rows={teams}
      rowKey={({ teamId }) => teamId}
      columns={[
        {
          key: "team",
          header: words.team,
          cell: ({ teamId, teamName, waiting }) =>
            waiting === 0 ? (
              shortName(teamName)
            ) : (
              <Link
                to={pathOf(teamId)}
                className="inline-flex min-h-12 items-center text-accent-ink underline underline-offset-4"
              >
                {shortName(teamName)}
              </Link>
            ),
        },
        {
          key: "leader",
          header: words.leader,
          cell: ({ leaders }) => (leaders.length > 0 ? leaders.join(", ") : words.noLeader),
        },
        { key: "waiting", header: words.waiting, isFigure: true, cell: ({ waiting }) => waiting },
        {
          key: "oldest",
          header: words.oldest,
          isFigure: true,
          cell: ({ oldestAt }) =>
            oldestAt === null ? words.none : words.hours(Math.floor((now - oldestAt) / HOUR_MS)),
        },
        { key: "due", header: words.due, isFigure: true, cell: ({ dueSoon }) => dueSoon },
        {
          key: "closes",
          header: words.cutoff,
          isFigure: true,
          cell: ({ waiting, closesAt }) => (waiting === 0 ? words.none : cutoff(closesAt)),
        },
      ]}
    />
  );
}

/** How each person verified lately. Figures to talk about. */
export function VerifierTable({ people }: { people: readonly VerifierView[] }) {
  const { verification } = useMessages(verificationArea);
  const words = verification.verifiers;
  const format = useFormat();
  const share = (part: number, whole: number) => format.percent(Math.round((part / whole) * 100) * 100);
  return (
    <Disclosure summary={words.people}>
      <DataTable
        hidesCaption
        caption={words.people}
        rows={people}
        rowKey={({ accountId }) => accountId}
        empty={<p className="text-ink-soft">{words.noDecisions}</p>}
        columns={[
          { key: "person", header: words.person, cell: ({ name }) => name },
          { key: "decisions", header: words.decisions, isFigure: true, cell: ({ decisions }) => decisions },
          {
            key: "within72",
            header: words.within72,
            isFigure: true,
            cell: ({ within72Hours, decisions }) => share(within72Hours, decisions),
          },
          {
            key: "approved",
            header: words.approved,
            isFigure: true,
            cell: ({ approved, decisions }) => share(approved, decisions),
          },
          {
            key: "pace",
            header: words.pace,
            isFigure: true,
            cell: ({ secondsEach }) => (secondsEach === null ? words.none : secondsEach),
          },
          { key: "night", header: words.night, isFigure: true, cell: ({ atNight }) => atNight },
        ]}
      />
      {people.length > 0 ? <p className="mt-3 text-ink-soft">{words.peopleLead}</p> : null}
    </Disclosure>
  );
}

export function PairTable({ pairs }: { pairs: readonly PairView[] }) {
  const { verification } = useMessages(verificationArea);
  const words = verification.verifiers;
  if (pairs.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h2 className="text-xl">{words.pairs}</h2>
      <p className="text-ink-soft">{words.pairsLead}</p>
      <ul className="grid gap-1">
        {pairs.map(({ one, other, there, back }) => (
          <li key={`${one}/${other}`}>
            <span className="font-bold">{words.pair(one, other)}</span>: {words.pairCounts(there, back)}
          </li>
        ))}
      </ul>
    </section>
  );
}
