import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { TermState } from "#app/domain/titles/title-definition.ts";
import { titlesArea } from "#app/messages/vi/titles.ts";
import { type Column, DataTable } from "../kit/data-table.tsx";
import { LinkButton } from "../kit/link-button.tsx";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { useTeamName } from "../use-team-name.ts";

export interface ListedAmbassador {
  readonly memberId: string;
  readonly name: string;
  readonly teamName: string;
  readonly mentees: number;
  readonly reached: number;
  readonly needed: number;
  readonly isTrained: boolean;
  readonly isClean: boolean;
  readonly isReady: boolean;
  readonly title: { readonly validUntil: LocalDate | null; readonly term: TermState } | null;
  readonly isNominated: boolean;
  readonly mayNominate: boolean;
}

interface AmbassadorTableProps {
  caption: string;
  ambassadors: readonly ListedAmbassador[];
  nominateAt: (memberId: string) => string;
}

/** Everybody who enrolled, and what is still missing. */
export function AmbassadorTable({ caption, ambassadors, nominateAt }: AmbassadorTableProps) {
  const { titles } = useMessages(titlesArea);
  const { ambassador: words, list } = titles;
  const format = useFormat();
  const shortName = useTeamName();
  const columns: readonly [Column<ListedAmbassador>, ...Column<ListedAmbassador>[]] = [
    { key: "name", header: words.member, cell: ({ name }) => name },
    { key: "team", header: list.team, cell: ({ teamName }) => shortName(teamName) },
    {
      key: "mentees",
      header: words.allMentees,
      isFigure: true,
      cell: ({ mentees }) => format.number(mentees),
    },
    {
      key: "reached",
      header: words.mentees,
      isFigure: true,
      cell: ({ reached, needed }) => list.of(reached, needed),
    },
    {
      key: "conditions",
      header: words.conditions,
      cell: (line) => <Conditions line={line} />,
    },
    {
      key: "nominate",
      header: titles.nominate,
      cell: ({ memberId, isReady, mayNominate, title }) =>
        isReady && mayNominate && title?.term !== "in_force" ? (
          <LinkButton to={nominateAt(memberId)} size="small">
            {titles.nominate}
          </LinkButton>
        ) : (
          "–"
        ),
    },
  ];
  return (
    <DataTable
      caption={caption}
      hidesCaption
      columns={columns}
      rows={ambassadors}
      rowKey={({ memberId }) => memberId}
    />
  );
}

function Conditions({ line }: { line: ListedAmbassador }) {
  const { ambassador: words } = useMessages(titlesArea).titles;
  const format = useFormat();
  const { isReady, isTrained, isClean, title, isNominated } = line;
  return (
    <span className="flex flex-wrap gap-1.5">
      {title?.validUntil ? <Pill tone="gold">{words.until(format.date(title.validUntil))}</Pill> : null}
      {title?.term === "due" ? <Pill tone="info">{words.termDue}</Pill> : null}
      {title?.term === "expired" ? <Pill tone="danger">{words.termExpired}</Pill> : null}
      {isNominated ? <Pill tone="info">{words.nominated}</Pill> : null}
      {isReady && title?.term !== "in_force" ? <Pill tone="accent">{words.readyShort}</Pill> : null}
      <Pill tone={isTrained ? "accent" : "neutral"}>
        {isTrained ? words.trainedShort : words.untrainedShort}
      </Pill>
      {isClean ? null : <Pill tone="danger">{words.uncleanShort}</Pill>}
    </span>
  );
}
