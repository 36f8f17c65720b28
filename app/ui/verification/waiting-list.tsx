import { Link } from "@remix-run/react";
import type { Instant, LocalDate } from "#app/domain/calendar/local-date.ts";
import { verificationArea } from "#app/messages/vi/verification.ts";
import { DataTable } from "../kit/data-table.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { useCutoff } from "./use-cutoff.ts";

interface WaitingListProps {
  list: {
    readonly teamName: string;
    readonly records: readonly {
      readonly id: string;
      readonly memberName: string;
      readonly activityName: string;
      readonly workDate: LocalDate;
      readonly submittedAt: Instant;
      readonly closesAt: Instant | null;
    }[];
  };
  now: Instant;
  claimPath: (id: string) => string;
}

/** What waits in one team, by name: for the call to its leader. */
export function WaitingList({ list, now, claimPath }: WaitingListProps) {
  const words = useMessages(verificationArea).verification.verifiers;
  const format = useFormat();
  const cutoff = useCutoff(now);
  return (
    <DataTable
      caption={words.waitingOf(list.teamName)}
      rows={list.records}
      rowKey={({ id }) => id}
      empty={<p className="text-ink-soft">{words.nothingWaits(list.teamName)}</p>}
      columns={[
        {
          key: "member",
          header: words.record,
          cell: ({ id, memberName, activityName }) => (
            <Link
              to={claimPath(id)}
              className="inline-flex min-h-12 items-center text-accent-ink underline underline-offset-4"
            >
              {memberName}, {activityName}
            </Link>
          ),
        },
        { key: "day", header: words.workDay, isFigure: true, cell: ({ workDate }) => format.date(workDate) },
        {
          key: "since",
          header: words.waitsSince,
          isFigure: true,
          cell: ({ submittedAt }) => format.moment(submittedAt),
        },
        { key: "closes", header: words.cutoff, isFigure: true, cell: ({ closesAt }) => cutoff(closesAt) },
      ]}
    />
  );
}
