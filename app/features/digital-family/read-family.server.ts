import { can } from "#app/domain/access/can.ts";
import { type FamilyScore, judgeCheck, scoreFamily } from "#app/domain/titles/family.ts";
import type { TitleRefusal } from "#app/domain/titles/title-refusals.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { readHousehold } from "#app/features/households/read-household.server.ts";
import { findTitle, findTitleVersion } from "#app/features/titles/find-title.server.ts";
import { findTitlePerson } from "#app/features/titles/find-title-person.server.ts";
import { mayInVillage } from "./family-places.server.ts";
import { type FoundFamily, findFamilies } from "./find-families.server.ts";

export interface FamilyView extends FoundFamily {
  readonly head: string;
  readonly code: string;
  readonly lane: string | null;
  readonly villageName: string;
  /** Of the version that a new declaration is made under. */
  readonly checklist: readonly string[];
  readonly required: readonly number[];
  /** Of the version the standing declaration was made under. */
  readonly declaredChecklist: readonly string[];
  readonly score: FamilyScore | null;
  readonly may: {
    readonly declare: boolean;
    readonly onPaper: boolean;
    readonly check: boolean;
    readonly askRevocation: boolean;
    readonly answerRevocation: boolean;
  };
  /** Why the reader may not confirm what waits. */
  readonly checkRefusal: TitleRefusal["code"] | null;
}

/** One household's checklist; null where there is none for these eyes. */
export async function readFamily(caller: Caller, householdId: string): Promise<FamilyView | null> {
  const household = await readHousehold(caller, householdId);
  if (!household || household.validTo !== null) return null;
  const scope = caller.scope("digital-family.read");
  const communeId = onlyCommune(scope);
  const { today, person, actor } = caller;
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const [family] = await findFamilies(tx, communeId, today, { householdId });
    if (!family) return null;
    const { declaration, check, award } = family;
    const title = await findTitle(tx, communeId, "digital-family");
    const of = declaration
      ? await findTitleVersion(tx, communeId, "digital-family", declaration.version)
      : title;
    const { accountId, householdId: ownHouseholdId } = await findTitlePerson(tx, communeId, person.accountId);
    const mayCheck = mayInVillage(caller, "family.confirm", family.villageId);
    const verdict =
      declaration && !check && mayCheck
        ? judgeCheck({ ...declaration, householdId, isChecked: false }, [], {
            accountId,
            householdId: ownHouseholdId,
          })
        : null;
    const isOffice = can(actor, "family.recognise", { communeId }, today).ok;
    const stands = award !== null && !award.isRevoked;
    const answers = can(actor, "title.answer-revocation", { communeId }, today);
    return {
      ...family,
      head: household.head,
      code: household.code,
      lane: household.lane,
      villageName: household.villageName,
      checklist: title.checklist,
      required: title.required,
      declaredChecklist: of.checklist,
      score: declaration && scoreFamily((check ?? declaration).items, of),
      may: {
        declare:
          mayInVillage(caller, "family.declare", family.villageId) &&
          (family.state !== "declared" || declaration?.recordedBy === accountId),
        onPaper: isOffice,
        check: verdict?.ok === true,
        askRevocation: isOffice && stands && award.revocation === null,
        answerRevocation:
          stands &&
          award.revocation !== null &&
          award.revocation.askedBy !== accountId &&
          (answers.ok || answers.code === "fresh_proof_required"),
      },
      checkRefusal: verdict && !verdict.ok ? verdict.code : null,
    };
  });
}
