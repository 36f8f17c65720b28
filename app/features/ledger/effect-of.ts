import type { CapNote, DecisionEffect } from "#app/domain/points/decision.ts";
import type { LineKind } from "#app/domain/points/line.ts";

interface BookedLine {
  readonly kind: LineKind;
  readonly rule: string;
  readonly points: number;
  readonly memberId: string;
  readonly monthId: number;
  readonly isAdjustment: boolean;
}

/**
 * What one decision's lines say to the claimant: the same whether they were just made or are read again when the
 * decision is sent once more.
 */
export function effectOf(
  lines: readonly BookedLine[],
  memberId: string,
  approvedIn: number | null,
  workMonth: number,
): DecisionEffect {
  const own = lines.filter((line) => line.memberId === memberId);
  const capped = new Map<string, CapNote>();
  for (const { kind, rule, points } of own) {
    if (kind === "award" || kind === "bonus" || kind === "priority") continue;
    const name = `${kind}/${rule}`;
    capped.set(name, { kind, rule, points: (capped.get(name)?.points ?? 0) + points });
  }
  const monthId = approvedIn ?? own[0]?.monthId ?? null;
  const isAdjustment = own[0]?.isAdjustment ?? (monthId !== null && monthId !== workMonth);
  return {
    points: own.reduce((sum, { points }) => sum + points, 0),
    capped: [...capped.keys()].sort().flatMap((name) => capped.get(name) ?? []),
    monthId,
    isAdjustment,
  };
}
