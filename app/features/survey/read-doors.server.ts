import { sightInVillage } from "#app/domain/households/label-sight.ts";
import { type DoorState, doorState, type SurveyProgress, sumProgress } from "#app/domain/survey/progress.ts";
import { type RoundState, stateOfRound } from "#app/domain/survey/round.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";
import { findHouseholdsForLogging } from "#app/features/households/read-households-for-logging.server.ts";
import { findProgress, findStates } from "./find-progress.server.ts";
import { findRounds } from "./find-rounds.server.ts";
import { mayInVillage } from "./in-village.ts";

export interface DoorLine {
  readonly id: string;
  readonly code: string;
  readonly lane: string | null;
  readonly head: string;
  readonly state: DoorState;
}

export interface DoorsView {
  readonly round: {
    readonly id: string;
    readonly name: string;
    readonly firstDay: string;
    readonly lastDay: string;
    readonly state: RoundState;
  };
  readonly otherRounds: readonly { readonly id: string; readonly name: string }[];
  readonly village: { readonly id: number; readonly name: string };
  readonly otherVillages: readonly { readonly id: number; readonly name: string }[];
  readonly progress: SurveyProgress;
  /** In walking order; of those still to be asked, or all. */
  readonly doors: readonly DoorLine[];
}

interface Wish {
  readonly roundId: string | null;
  readonly villageId: number | null;
  readonly isWhole: boolean;
}

/** The doors of one of the caller's own villages in a round; null where no round has come to any of them. */
export function readDoors(caller: Caller, { roundId, villageId, isWhole }: Wish): Promise<DoorsView | null> {
  const scope = caller.scope("survey.read-doors");
  const communeId = onlyCommune(scope);
  const { platform, today, permission } = caller;
  return platform.db.withCommunes(scope, async (tx) => {
    const own = (await findVillages(tx, communeId)).filter(({ id }) =>
      mayInVillage(caller, "survey.take", id),
    );
    const rounds = (await findRounds(tx, communeId)).filter(
      (each) => !each.isPruned && each.villageIds.some((id) => own.some((village) => village.id === id)),
    );
    const running = rounds.find((each) => stateOfRound(each, today) === "running");
    const round = roundId === null ? (running ?? rounds[0]) : rounds.find(({ id }) => id === roundId);
    const asked = own.filter(({ id }) => round?.villageIds.includes(id));
    const village = villageId === null ? asked[0] : asked.find(({ id }) => id === villageId);
    if (!round || !village) return null;
    const states = await findStates(tx, communeId, round.id, village.id);
    const listed = await findHouseholdsForLogging(tx, platform.keys, scope, village.id, {
      on: today,
      sight: sightInVillage(permission.grants, communeId, village.id),
    });
    const doors = listed.map(({ id, code, lane, head, isLongAbsent }) => ({
      id,
      code,
      lane,
      head,
      state: doorState(states.get(id) ?? null, isLongAbsent),
    }));
    const progress = (await findProgress(tx, communeId, round.id)).get(village.id);
    return {
      round: {
        id: round.id,
        name: round.name,
        firstDay: round.firstDay,
        lastDay: round.lastDay,
        state: stateOfRound(round, today),
      },
      otherRounds: rounds.filter(({ id }) => id !== round.id).map(({ id, name }) => ({ id, name })),
      village: { id: village.id, name: village.name },
      otherVillages: asked.filter(({ id }) => id !== village.id).map(({ id, name }) => ({ id, name })),
      progress: sumProgress(progress ? [progress] : []),
      doors: isWhole ? doors : doors.filter(({ state }) => state === "open" || state === "begun"),
    };
  });
}
