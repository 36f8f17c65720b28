import {
  INSPECTION_RESULTS,
  type InspectionResult,
  type InspectionView,
} from "#app/domain/inspections/inspection.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { fromDatabaseDay } from "#app/features/communes/database-day.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";

const SHOWN_AT_MOST = 200;

export interface InspectionDesk {
  readonly inspections: readonly InspectionView[];
  /** Every village and team of today, as "village:3" with its name. */
  readonly places: readonly { readonly value: string; readonly label: string }[];
}

/** Newest visits first; what is still to be done stands with its day. */
export function readInspections(caller: Caller): Promise<InspectionDesk> {
  const { today } = caller;
  const scope = caller.scope("inspections.read");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const rows = await tx.inspection.findMany({
      where: { communeId },
      orderBy: [{ inspectedOn: "desc" }, { enteredAt: "desc" }],
      take: SHOWN_AT_MOST,
    });
    const villages = await tx.village.findMany({
      where: { communeId },
      orderBy: { sortKey: "asc" },
      select: { id: true, name: true, validTo: true },
    });
    const teams = await tx.team.findMany({
      where: { communeId, villageId: { not: null } },
      orderBy: { name: "asc" },
      select: { id: true, name: true, validTo: true },
    });
    const villageNames = new Map(villages.map(({ id, name }) => [id, name]));
    const teamNames = new Map(teams.map(({ id, name }) => [id, name]));
    const stands = ({ validTo }: { validTo: Date | null }) =>
      validTo === null || fromDatabaseDay(validTo) >= today;
    return {
      inspections: rows.map((row) => ({
        id: row.id,
        place: (row.teamId === null ? villageNames.get(row.villageId) : teamNames.get(row.teamId)) ?? "",
        inspectedOn: fromDatabaseDay(row.inspectedOn),
        inspectors: row.inspectors,
        result: resultOf(row.result),
        findings: row.findings,
        followUp: followUpOf(row, today),
      })),
      places: [
        ...villages.filter(stands).map(({ id, name }) => ({ value: `village:${id}`, label: name })),
        ...teams.filter(stands).map(({ id, name }) => ({ value: `team:${id}`, label: name })),
      ],
    };
  });
}

function resultOf(text: string): InspectionResult {
  const result = INSPECTION_RESULTS.find((each) => each === text);
  if (!result) throw new Error(`an inspection cannot have come to "${text}"`);
  return result;
}

function followUpOf(
  row: {
    readonly followUp: string | null;
    readonly followUpDue: Date | null;
    readonly followedUpOn: Date | null;
    readonly followUpNote: string | null;
  },
  today: string,
): InspectionView["followUp"] {
  if (row.followUp === null || row.followUpDue === null) return null;
  const dueOn = fromDatabaseDay(row.followUpDue);
  return {
    text: row.followUp,
    dueOn,
    done: row.followedUpOn && { on: fromDatabaseDay(row.followedUpOn), note: row.followUpNote ?? "" },
    isOverdue: row.followedUpOn === null && dueOn < today,
  };
}
