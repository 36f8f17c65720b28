import type { ActivityKind } from "#app/domain/activity/scheme.ts";
import { type SaidRule, sayModes, sayRule } from "#app/messages/say-rule.ts";
import { activityArea } from "#app/messages/vi/activity.ts";
import { schemeArea } from "#app/messages/vi/scheme.ts";
import { DataTable } from "../kit/data-table.tsx";
import { Pill } from "../kit/pill.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface Props {
  caption: string;
  kinds: readonly ActivityKind[];
  /** Where one kind is edited; left out where rules are only read. */
  editPath?: (key: string) => string;
  changedKeys?: readonly string[];
}

/** Kinds of work in words, each with what it pays and what it takes. */
export function RuleTable({ caption, kinds, editPath, changedKeys = [] }: Props) {
  const { scheme: words, activity } = useMessages(schemeArea, activityArea);
  const format = useFormat();
  const rows = kinds.map((kind) => ({ kind, said: sayRule(kind, words, format) }));
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ kind }) => kind.key}
      columns={[
        {
          key: "name",
          header: words.columns.name,
          cell: ({ kind }) => (
            <span className="grid gap-1">
              {editPath ? <TextLink to={editPath(kind.key)}>{kind.name}</TextLink> : kind.name}
              <span className="flex flex-wrap gap-2 font-normal">
                {changedKeys.includes(kind.key) ? <Pill tone="gold">{words.changed}</Pill> : null}
                {kind.retiredOn ? <Pill>{words.retiredFrom(format.date(kind.retiredOn))}</Pill> : null}
                {kind.tags.map((tag) => (
                  <Pill key={tag} tone="info">
                    {words.tags[tag]}
                  </Pill>
                ))}
              </span>
            </span>
          ),
        },
        { key: "points", header: words.columns.points, cell: ({ said }) => <Points said={said} /> },
        { key: "cap", header: words.columns.cap, cell: ({ said }) => said.cap },
        { key: "repeat", header: words.columns.repeat, cell: ({ said }) => said.repeat },
        {
          key: "evidence",
          header: words.columns.evidence,
          cell: ({ said, kind }) => (
            <span className="grid gap-1">
              <span>{said.evidence}</span>
              <span className="text-sm text-ink-soft">{sayModes(kind, activity.modes, words)}</span>
            </span>
          ),
        },
      ]}
    />
  );
}

function Points({ said }: { said: SaidRule }) {
  return (
    <span className="grid gap-1">
      <span>{said.points}</span>
      {said.bonuses.map((bonus) => (
        <span key={bonus} className="text-sm">
          {bonus}
        </span>
      ))}
      <span className="text-sm text-ink-soft">
        {[said.sharing, said.least].filter((part) => part !== null).join("; ")}
      </span>
    </span>
  );
}
