import { isSeated, type Trainee } from "#app/domain/training/training-session.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";

/** Whose training the caller looks after: teams of the grants by which the page opened, or the whole commune. */
export interface TrainingReach {
  readonly isWhole: boolean;
  readonly teamIds: ReadonlySet<number>;
}

export function reachOf({ permission, communeId }: Pick<Caller, "permission" | "communeId">): TrainingReach {
  const grants = permission.grants.filter((grant) => grant.communeId === communeId);
  return {
    isWhole: grants.some(({ teamId, villageId }) => teamId === null && villageId === null),
    teamIds: new Set(grants.flatMap(({ teamId }) => teamId ?? [])),
  };
}

export function isInReach({ isWhole, teamIds }: TrainingReach, { seats }: Trainee, today: string): boolean {
  return seats.some(
    (seat) => isSeated(seat, today as typeof seat.from) && (isWhole || teamIds.has(seat.teamId)),
  );
}
