import type { ClaimContent } from "../activity/claim.ts";
import type { ActivityKind, Mode, Scheme } from "../activity/scheme.ts";
import type { LocalDate } from "../calendar/local-date.ts";
import type { DoorHousehold } from "../households/door-household.ts";
import type { Priority } from "../households/household.ts";
import type { Pillar } from "../plan/activity-proposal.ts";

/**
 * What a phone takes along into a valley: today's rules, the team's list of households and this person's habits. No
 * telephone number is in it; a person's label shows three digits at most (rule 8).
 */
export interface PocketBook {
  readonly accountId: string;
  readonly displayName: string;
  readonly madeOn: LocalDate;
  readonly kinds: readonly ActivityKind[];
  readonly limits: Scheme["limits"];
  readonly services: readonly { readonly key: string; readonly name: string; readonly pillar: Pillar }[];
  readonly villages: readonly { readonly id: number; readonly name: string }[];
  readonly households: readonly PocketHousehold[];
  /** Unit keys, the latest first. */
  readonly recent: readonly string[];
  readonly mates: readonly { readonly memberId: string; readonly name: string }[];
  readonly places: readonly string[];
  /** Kinds in the order last used, each with how it was done then. */
  readonly lastKinds: readonly {
    readonly activityKey: string;
    readonly mode: Mode;
    readonly serviceKeys: readonly string[];
  }[];
}

export interface PocketHousehold {
  readonly id: string;
  readonly villageId: number;
  readonly code: string;
  readonly lane: string | null;
  readonly head: string;
  readonly isLongAbsent: boolean;
  readonly priorities: readonly Priority[];
  readonly slots: readonly {
    readonly slot: number;
    readonly label: string | null;
    readonly isLabelled: boolean;
  }[];
  /** Met at its door without a network and not on the server's list yet. */
  readonly door?: Pick<DoorHousehold, "adults" | "isAnother">;
}

/** Of the households a record is about, those that only this phone knows. */
export function doorsOf(
  { units }: Pick<ClaimContent, "units">,
  households: readonly PocketHousehold[],
): readonly DoorHousehold[] | undefined {
  const ids = new Set(units.map(({ householdId }) => householdId));
  const doors = households.flatMap(({ id, villageId, head, lane, door }) =>
    door && ids.has(id) ? [{ id, villageId, head, lane, ...door }] : [],
  );
  return doors.length > 0 ? doors : undefined;
}

/** A fresh list takes the old one's place; what it does not know yet of this phone's doors stays. */
export function withDoors(fresh: PocketBook, old: Pick<PocketBook, "households"> | null): PocketBook {
  const known = new Set(fresh.households.map(({ id }) => id));
  const doors = (old?.households ?? []).filter(({ id, door }) => door && !known.has(id));
  return doors.length === 0 ? fresh : { ...fresh, households: [...fresh.households, ...doors] };
}
