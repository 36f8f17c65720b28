import { Form } from "@remix-run/react";
import type { Participation } from "#app/domain/campaigns/campaign.ts";
import { campaignsArea } from "#app/messages/vi/campaigns.ts";
import { DataTable } from "../kit/data-table.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { Pill } from "../kit/pill.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface RosterRow {
  readonly memberId: string;
  readonly name: string;
  readonly team: string | null;
  readonly participation: Participation;
  readonly isGuest: boolean;
  readonly records: number;
}

/** D18: who takes part and how; names of guests say so (A43). */
export function CampaignRoster({ rows, mayChange }: { rows: readonly RosterRow[]; mayChange: boolean }) {
  const { campaigns: words } = useMessages(campaignsArea);
  const format = useFormat();
  return (
    <Disclosure summary={words.rosterOf(rows.length)}>
      <DataTable
        caption={words.roster}
        hidesCaption
        rows={rows}
        rowKey={({ memberId }) => memberId}
        empty={<p className="text-ink-soft">{words.noRoster}</p>}
        columns={[
          {
            key: "name",
            header: words.member,
            cell: ({ name, isGuest }) => (
              <span className="flex flex-wrap items-center gap-2">
                {name}
                {isGuest ? <Pill>{words.guest}</Pill> : null}
              </span>
            ),
          },
          { key: "team", header: words.team, cell: ({ team }) => team ?? "" },
          {
            key: "participation",
            header: words.participation,
            cell: ({ participation }) => words.participations[participation],
          },
          {
            key: "records",
            header: words.records,
            isFigure: true,
            cell: ({ records }) => format.number(records),
          },
          ...(mayChange
            ? [
                {
                  key: "unlist",
                  header: words.office.unlist,
                  cell: ({ memberId, name }: RosterRow) => (
                    <Form method="post" preventScrollReset>
                      <input type="hidden" name="memberId" value={memberId} />
                      <SubmitButton
                        name="act"
                        value="unlist"
                        size="small"
                        variant="secondary"
                        aria-label={words.office.unlistOf(name)}
                      >
                        {words.office.unlist}
                      </SubmitButton>
                    </Form>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Disclosure>
  );
}
