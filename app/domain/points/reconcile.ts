import type { DueLine } from "./line.ts";
import { compare } from "./unit-pay.ts";

/** What the ledger holds under one key: the sum of its lines, how many there are, and the one that stands. */
export interface BookedKey extends DueLine {
  readonly steps: number;
  /** The line a correction would point to; null where the key is one of a cap, or its last line is an undo. */
  readonly openSeq: string | null;
}

/** One line to append: the next step of its key, with the line it undoes where it undoes one. */
export interface LedgerStep extends DueLine {
  readonly step: number;
  readonly correctsSeq: string | null;
}

/**
 * What must be appended so that every key adds up to what is due (rule 2). A line of a claim is undone and written
 * anew; a cap's line moves by the difference.
 */
export function reconcile(
  due: readonly DueLine[],
  booked: ReadonlyMap<string, BookedKey>,
): readonly LedgerStep[] {
  const wanted = new Map(due.map((line) => [line.key, line]));
  const steps: LedgerStep[] = [];
  for (const line of due) steps.push(...stepsTo(line, line.points, booked.get(line.key)));
  for (const known of booked.values()) {
    if (!wanted.has(known.key)) steps.push(...stepsTo(known, 0, known));
  }
  return steps.sort((left, right) => compare(left.key, right.key) || left.step - right.step);
}

function stepsTo(line: DueLine, points: number, known: BookedKey | undefined): LedgerStep[] {
  const standing = known?.points ?? 0;
  if (standing === points) return [];
  const step = known?.steps ?? 0;
  const bare = plain(line);
  if (line.claimId === null) return [{ ...bare, points: points - standing, step, correctsSeq: null }];
  const undone =
    standing === 0 ? [] : [{ ...bare, points: -standing, step, correctsSeq: known?.openSeq ?? null }];
  const written = points === 0 ? [] : [{ ...bare, points, step: step + undone.length, correctsSeq: null }];
  return [...undone, ...written];
}

/** Without what only the ledger knows of a key. */
function plain(line: DueLine): DueLine {
  const {
    key,
    kind,
    rule,
    points,
    memberId,
    teamId,
    villageId,
    workDate,
    workMonth,
    claimId,
    revision,
    unit,
  } = line;
  return {
    key,
    kind,
    rule,
    points,
    memberId,
    teamId,
    villageId,
    workDate,
    workMonth,
    claimId,
    revision,
    unit,
  };
}
