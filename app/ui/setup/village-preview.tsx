import type { VillageLineFate, VillageListLine } from "#app/domain/roster/village-list.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { type Column, DataTable } from "../kit/data-table.tsx";
import { Pill, type Tone } from "../kit/pill.tsx";
import { useFormat, useMessages, useSayRejection } from "../language.tsx";

const TONES: Readonly<Record<VillageLineFate["fate"], Tone>> = {
  add: "accent",
  recount: "info",
  known: "neutral",
  repeated: "gold",
  heading: "neutral",
  total: "neutral",
  refused: "danger",
};

/** Every pasted line with its fate, so that nobody has to guess what became of it. */
export function VillagePreview({ lines }: { lines: readonly VillageListLine[] }) {
  const { villages } = useMessages(setupArea).setup;
  const format = useFormat();
  const count = (value: number | null | undefined) =>
    value === null || value === undefined ? "" : format.number(value);
  const columns: [Column<VillageListLine>, ...Column<VillageListLine>[]] = [
    { key: "name", header: villages.columns.name, cell: ({ outcome, text }) => nameOf(outcome) ?? text },
    { key: "line", header: villages.columns.line, cell: ({ number }) => number, isFigure: true },
    {
      key: "households",
      header: villages.columns.households,
      cell: ({ outcome }) => count(draftOf(outcome)?.households),
      isFigure: true,
    },
    {
      key: "adults",
      header: villages.columns.adults,
      cell: ({ outcome }) => count(draftOf(outcome)?.adults),
      isFigure: true,
    },
    { key: "fate", header: villages.columns.fate, cell: ({ outcome }) => <Fate outcome={outcome} /> },
  ];
  return (
    <DataTable
      caption={villages.previewTitle(lines.length)}
      columns={columns}
      rows={lines}
      rowKey={({ number }) => number}
    />
  );
}

function Fate({ outcome }: { outcome: VillageLineFate }) {
  const { villages } = useMessages(setupArea).setup;
  const say = useSayRejection();
  return (
    <span className="grid justify-items-start gap-1">
      <Pill tone={TONES[outcome.fate]}>{villages.fates[outcome.fate]}</Pill>
      {outcome.fate === "refused" ? (
        <span className="text-sm text-danger-ink">{say(outcome.refusal)}</span>
      ) : null}
      {outcome.fate === "repeated" ? (
        <span className="text-sm text-ink-soft">{villages.repeatedOf(outcome.firstLine)}</span>
      ) : null}
      {outcome.fate === "add" && outcome.looksLike !== null ? (
        <span className="text-sm text-gold-ink">{villages.looksLike(outcome.looksLike)}</span>
      ) : null}
    </span>
  );
}

function draftOf(outcome: VillageLineFate) {
  return outcome.fate === "add" || outcome.fate === "recount" ? outcome.village : null;
}

function nameOf(outcome: VillageLineFate): string | null {
  if (outcome.fate === "known" || outcome.fate === "repeated") return outcome.name;
  return draftOf(outcome)?.name ?? null;
}
