import type { LineKind } from "#app/domain/points/line.ts";

interface Line {
  readonly seq: number;
  readonly kind: LineKind;
  readonly points: number;
  readonly isAdjustment: boolean;
  readonly isCorrection: boolean;
}

/** Lines that say the same of one record, told once: fifteen people of one evening are "× 15". */
export function groupLines<Of extends Line>(
  lines: readonly Of[],
  sameness: (line: Of) => string,
): { readonly first: Of; readonly count: number; readonly points: number }[] {
  const groups = new Map<string, { first: Of; count: number; points: number }>();
  for (const line of lines) {
    const key = [sameness(line), line.kind, line.isCorrection, line.isAdjustment].join("/");
    const group = groups.get(key);
    if (group) {
      group.count++;
      group.points += line.points;
    } else {
      groups.set(key, { first: line, count: 1, points: line.points });
    }
  }
  return [...groups.values()];
}
