import ArrowRight from "lucide-react/icons/arrow-right";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { unitsArea } from "#app/messages/vi/units.ts";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";

export interface ShownUnitChange {
  readonly id: string;
  readonly kind: "merge" | "split" | "rename";
  readonly effectiveOn: LocalDate;
  readonly decisionNumber: string;
  readonly decisionDate: LocalDate;
  readonly oldNames: readonly string[];
  readonly newNames: readonly string[];
}

/** What became of what, newest first; on the page of changes and on the page of one village. */
export function UnitHistory({ changes }: { changes: readonly ShownUnitChange[] }) {
  const { units: words } = useMessages(unitsArea);
  const format = useFormat();
  if (changes.length === 0) return <p className="text-ink-soft">{words.historyEmpty}</p>;
  return (
    <ol className="grid gap-4">
      {changes.map((change) => (
        <li key={change.id} className="border-s-4 border-gold-edge ps-4">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <Pill tone="gold">{words.kinds[change.kind]}</Pill>
            <span className="text-ink-soft">{words.fromDay(format.date(change.effectiveOn))}</span>
          </p>
          <p className="mt-1 flex flex-wrap items-center gap-x-2">
            <span>{change.oldNames.join(", ")}</span>
            <ArrowRight size="1.25em" aria-hidden className="text-ink-soft" />
            <span className="sr-only">{words.becomes}</span>
            <span className="font-bold">{change.newNames.join(", ")}</span>
          </p>
          <p className="text-sm text-ink-soft">
            {words.decisionOf(change.decisionNumber, format.date(change.decisionDate))}
          </p>
        </li>
      ))}
    </ol>
  );
}
