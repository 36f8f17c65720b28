import { localDateAt } from "#app/domain/calendar/local-date.ts";
import type { SheetLine } from "#app/domain/reports/call-view.ts";
import { reportsArea } from "#app/messages/vi/reports.ts";
import { DataTable } from "../kit/data-table.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { useTeamName } from "../use-team-name.ts";
import { REPORT_PATHS } from "./report-paths.ts";
import { ReportPill } from "./report-pill.tsx";

/** L30: everybody who owes a report; those who have not sent come first. */
export function SheetTable({ lines }: { lines: readonly SheetLine[] }) {
  const { reports: words } = useMessages(reportsArea);
  const format = useFormat();
  const shortName = useTeamName();
  return (
    <DataTable
      caption={words.whoSent}
      rows={lines}
      rowKey={({ id }) => id}
      empty={<p>{words.noneBody}</p>}
      columns={[
        {
          key: "name",
          header: words.sender,
          cell: ({ id, name }) => <TextLink to={REPORT_PATHS.sheet(id)}>{shortName(name)}</TextLink>,
        },
        { key: "state", header: words.state, cell: ({ standing }) => <ReportPill standing={standing} /> },
        {
          key: "sent",
          header: words.sentAt,
          cell: ({ standing }) => (standing.sentAt === null ? "–" : format.moment(standing.sentAt)),
        },
        {
          key: "reminders",
          header: words.reminders,
          cell: ({ reminders }) =>
            reminders.length === 0
              ? "–"
              : reminders
                  .map(({ stage, at }) =>
                    words.reminderLine(words.reminderStages[stage], format.date(localDateAt(at))),
                  )
                  .join(", "),
        },
      ]}
    />
  );
}
