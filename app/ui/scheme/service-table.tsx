import { Form } from "@remix-run/react";
import ArrowDown from "lucide-react/icons/arrow-down";
import ArrowUp from "lucide-react/icons/arrow-up";
import { servicesArea } from "#app/messages/vi/services.ts";
import { DataTable } from "../kit/data-table.tsx";
import type { Icon } from "../kit/icon.ts";
import { Pill } from "../kit/pill.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useFormat, useMessages } from "../language.tsx";
import type { ServiceFacts } from "./service-form.tsx";

export interface ServiceRow extends ServiceFacts {
  readonly key: string;
  readonly kind: "service" | "app" | "channel" | "platform";
  readonly retiredOn: Parameters<ReturnType<typeof useFormat>["date"]>[0] | null;
}

interface Props {
  caption: string;
  rows: readonly ServiceRow[];
  path: string;
  /** Rows that can be put before one another. */
  movable?: boolean;
}

export function ServiceTable({ caption, rows, path, movable = false }: Props) {
  const { services: words } = useMessages(servicesArea);
  const format = useFormat();
  return (
    <DataTable
      caption={caption}
      rows={rows}
      rowKey={({ key }) => key}
      empty={<p className="text-ink-soft">{words.none}</p>}
      columns={[
        {
          key: "name",
          header: words.columns.name,
          cell: ({ key, name }) => <TextLink to={`${path}/${key}`}>{name}</TextLink>,
        },
        { key: "kind", header: words.columns.kind, cell: ({ kind }) => words.kinds[kind] },
        { key: "sector", header: words.columns.sector, cell: ({ sector }) => sector ?? words.noSector },
        {
          key: "marks",
          header: words.columns.marks,
          cell: ({ inQuota, isProject06, retiredOn }) =>
            inQuota || isProject06 || retiredOn ? (
              <span className="flex flex-wrap gap-2">
                {inQuota ? <Pill tone="gold">{words.inQuota}</Pill> : null}
                {isProject06 ? <Pill tone="info">{words.project06}</Pill> : null}
                {retiredOn ? <Pill>{words.retiredFrom(format.date(retiredOn))}</Pill> : null}
              </span>
            ) : (
              "–"
            ),
        },
        ...(movable
          ? [
              {
                key: "place",
                header: words.columns.place,
                cell: (row: ServiceRow) => <Places row={row} rows={rows} />,
              },
            ]
          : []),
      ]}
    />
  );
}

/** One step up or down. Going down is the next one going up: both say which entry stands before which. */
function Places({ row, rows }: { row: ServiceRow; rows: readonly ServiceRow[] }) {
  const { services: words } = useMessages(servicesArea);
  const index = rows.findIndex(({ key }) => key === row.key);
  const above = rows[index - 1];
  const below = rows[index + 1];
  return (
    <span className="flex gap-2">
      {above ? (
        <Place moved={row.key} before={above.key} label={words.earlier(row.name)} icon={ArrowUp} />
      ) : (
        <span className="size-12 max-md:hidden" />
      )}
      {below ? (
        <Place moved={below.key} before={row.key} label={words.later(row.name)} icon={ArrowDown} />
      ) : null}
    </span>
  );
}

function Place({
  moved,
  before,
  label,
  icon: Picture,
}: {
  moved: string;
  before: string;
  label: string;
  icon: Icon;
}) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value="place" />
      <input type="hidden" name="moved" value={moved} />
      <input type="hidden" name="before" value={before} />
      <button
        type="submit"
        aria-label={label}
        className="grid size-12 place-items-center rounded-md border-2 border-line hover:border-edge"
      >
        <Picture size="1.25em" aria-hidden />
      </button>
    </Form>
  );
}
