import { shortRoot } from "#app/domain/months/seal.ts";
import { type CommuneFigures, coverageOf } from "#app/domain/upper-tier/coverage.ts";
import { capitalised } from "#app/messages/terms.ts";
import { upperTierArea } from "#app/messages/vi/upper-tier.ts";
import { DataTable } from "../kit/data-table.tsx";
import { useFormat, useMessages } from "../language.tsx";

/** The communes of one unit side by side. A figure that is not there is said, never shown as zero. */
export function CommuneTable({
  caption,
  communes,
}: {
  caption: string;
  communes: readonly CommuneFigures[];
}) {
  const { upperTier: words } = useMessages(upperTierArea);
  const format = useFormat();
  const { columns } = words;
  const missing = <span className="text-ink-soft">{words.noFigures}</span>;
  return (
    <DataTable
      caption={caption}
      rows={communes}
      rowKey={({ communeId }) => communeId}
      columns={[
        { key: "commune", header: columns.commune, cell: ({ name }) => capitalised(name) },
        {
          key: "villages",
          header: columns.villages,
          isFigure: true,
          cell: ({ villages }) => format.number(villages),
        },
        {
          key: "withTeam",
          header: columns.withTeam,
          isFigure: true,
          cell: ({ villagesWithTeam }) => format.number(villagesWithTeam),
        },
        {
          key: "coverage",
          header: columns.coverage,
          isFigure: true,
          cell: ({ villages, villagesWithTeam }) => {
            const { basisPoints } = coverageOf(villagesWithTeam, villages);
            return basisPoints === null ? missing : format.percent(basisPoints);
          },
        },
        {
          key: "members",
          header: columns.members,
          isFigure: true,
          cell: ({ members }) => format.number(members),
        },
        {
          key: "verified",
          header: columns.verified,
          isFigure: true,
          cell: ({ verifiedThisMonth }) =>
            verifiedThisMonth === null ? missing : format.number(verifiedThisMonth),
        },
        {
          key: "sealed",
          header: columns.sealed,
          cell: ({ lastSeal }) =>
            lastSeal === null ? (
              missing
            ) : (
              <span>
                {format.month(Math.floor(lastSeal.monthId / 100), lastSeal.monthId % 100)}
                <code className="block text-sm text-ink-soft" title={lastSeal.sha256}>
                  {words.rootOf(shortRoot(lastSeal.sha256))}
                </code>
              </span>
            ),
        },
      ]}
    />
  );
}
