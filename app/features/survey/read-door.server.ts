import { sightInVillage } from "#app/domain/households/label-sight.ts";
import { type HouseholdAnswers, sameAsBefore } from "#app/domain/survey/answers.ts";
import { formOf, type SurveyForm } from "#app/domain/survey/questions.ts";
import { type RoundState, stateOfRound } from "#app/domain/survey/round.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import {
  findHouseholdsForLogging,
  type HouseholdForLogging,
} from "#app/features/households/read-households-for-logging.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findAnswers, type StoredAnswers } from "./find-answers.server.ts";
import { findRound } from "./find-rounds.server.ts";
import { mayInVillage } from "./in-village.ts";

export interface DoorView {
  readonly round: { readonly id: string; readonly name: string; readonly state: RoundState };
  readonly form: SurveyForm;
  readonly household: Pick<HouseholdForLogging, "id" | "code" | "lane" | "head"> & {
    readonly villageId: number;
    readonly villageName: string;
  };
  /** People to be asked, each with the label this reader may see. */
  readonly people: readonly { readonly slot: number; readonly label: string | null }[];
  /** What stands in this round; null where nobody has been there. */
  readonly stored: Pick<
    StoredAnswers,
    "revision" | "isComplete" | "takenByName" | "takenAt" | "given"
  > | null;
  /** The earlier round's answers as far as this form asks them. */
  readonly before: HouseholdAnswers | null;
  /** The next door in walking order that is not done. */
  readonly next: { readonly id: string; readonly code: string } | null;
}

/** One door of a round for whoever stands at it; null where it is none for these eyes. */
export function readDoor(caller: Caller, roundId: string, householdId: string): Promise<DoorView | null> {
  const scope = caller.scope("survey.read-door");
  const communeId = onlyCommune(scope);
  const { platform, today, permission } = caller;
  return platform.db.withCommunes(scope, async (tx) => {
    const round = await findRound(tx, communeId, roundId);
    const [place] = await tx.$queryRaw<{ villageId: number; villageName: string; adults: number }[]>`
      select h.village_id as "villageId", v.name as "villageName", h.adults::int as adults
        from household h join village v on v.commune_id = h.commune_id and v.id = h.village_id
       where h.commune_id = ${communeId} and h.id = ${householdId}::uuid and h.valid_to is null`;
    if (!round || round.isPruned || !place || !round.villageIds.includes(place.villageId)) return null;
    if (!mayInVillage(caller, "survey.take", place.villageId)) return null;
    const listed = await findHouseholdsForLogging(tx, platform.keys, scope, place.villageId, {
      on: today,
      sight: sightInVillage(permission.grants, communeId, place.villageId),
    });
    const household = listed.find(({ id }) => id === householdId);
    if (!household) return null;
    const all = await findAnswers(tx, communeId, householdId);
    const stored = all.find((each) => each.roundId === roundId) ?? null;
    const earlier = all
      .slice(stored ? all.indexOf(stored) + 1 : 0)
      .find(({ given }) => given.outcome === "answered");
    const form = formOf(round.formVersion);
    const { id, code, lane, head, slots } = household;
    return {
      round: { id: round.id, name: round.name, state: stateOfRound(round, today) },
      form,
      household: { id, code, lane, head, villageId: place.villageId, villageName: place.villageName },
      people: slots
        .filter(({ slot, isLabelled }) => slot <= place.adults || isLabelled)
        .map(({ slot, label }) => ({ slot, label })),
      stored,
      before: earlier ? sameAsBefore(form, earlier.given) : null,
      next: nextDoor(listed, householdId, await findDone(tx, communeId, roundId)),
    };
  });
}

async function findDone(tx: Tx, communeId: number, roundId: string): Promise<ReadonlySet<string>> {
  const rows = await tx.surveyForm.findMany({
    where: { communeId, roundId, isComplete: true },
    select: { householdId: true },
  });
  return new Set(rows.map(({ householdId }) => householdId));
}

function nextDoor(
  listed: readonly HouseholdForLogging[],
  from: string,
  done: ReadonlySet<string>,
): DoorView["next"] {
  const at = listed.findIndex(({ id }) => id === from);
  const onwards = [...listed.slice(at + 1), ...listed.slice(0, Math.max(at, 0))];
  const next = onwards.find(({ id, isLongAbsent }) => !isLongAbsent && !done.has(id));
  return next ? { id: next.id, code: next.code } : null;
}
