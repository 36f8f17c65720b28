/** What decides between two, first rung first; more is better on each. What no rung parts shares a rank (rule 7). */
export type TieLadder<Row> = readonly { readonly key: string; readonly measure: (row: Row) => number }[];

export type Ranked<Row> = Row & { readonly rank: number };

/**
 * Standard competition rank, 1 2 2 4. Equal rows share a rank and stand in the order of `idOf`, which decides nothing
 * but where they are printed.
 */
export function rankByLadder<Row extends object>(
  rows: readonly Row[],
  ladder: TieLadder<Row>,
  idOf: (row: Row) => string,
): Ranked<Row>[] {
  const compare = (left: Row, right: Row): number => {
    for (const { measure } of ladder) {
      const difference = measure(right) - measure(left);
      if (difference !== 0) return difference;
    }
    return 0;
  };
  const ordered = [...rows].sort(
    (left, right) => compare(left, right) || compareText(idOf(left), idOf(right)),
  );
  let rank = 0;
  return ordered.map((row, index) => {
    const above = ordered[index - 1];
    if (above === undefined || compare(above, row) !== 0) rank = index + 1;
    return { ...row, rank };
  });
}

/** By code unit, the same on every machine. */
function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}
