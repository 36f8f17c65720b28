import { householdsArea } from "#app/messages/vi/households.ts";
import { StatTile } from "../kit/stat-tile.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface HouseholdCountsProps {
  counts: {
    readonly households: number;
    readonly adults: number;
    readonly longAbsent: number;
    readonly denominator: number;
  };
  waiting: number;
  /** Leads to the proposals that wait. */
  waitingAt?: string;
}

/** B13: one village's list in figures, the last of them what shares are taken of. */
export function HouseholdCounts({ counts, waiting, waitingAt }: HouseholdCountsProps) {
  const { counts: words } = useMessages(householdsArea).households;
  const { number } = useFormat();
  return (
    <div className="pairs-on-phone grid gap-3 lg:grid-cols-4">
      <StatTile label={words.households} value={number(counts.households)} />
      <StatTile label={words.adults} value={number(counts.adults)} />
      <StatTile
        label={words.absent}
        value={number(counts.longAbsent)}
        note={waiting > 0 ? words.waiting(waiting) : words.noneWaiting}
        {...(waiting > 0 && waitingAt ? { to: waitingAt } : {})}
      />
      <StatTile label={words.denominator} value={number(counts.denominator)} note={words.denominatorNote} />
    </div>
  );
}
