import { judgeCheck, scoreFamily } from "#app/domain/titles/family.ts";
import type { TitleRefusal } from "#app/domain/titles/title-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { findTitleVersion } from "#app/features/titles/find-title.server.ts";
import { findTitlePerson } from "#app/features/titles/find-title-person.server.ts";
import { lockTitles } from "#app/features/titles/lock-titles.server.ts";
import { mayInVillage } from "./family-places.server.ts";
import { findFamilies } from "./find-families.server.ts";

export interface CheckWish {
  readonly householdId: string;
  readonly declarationId: string;
  /** Those of the declared items that were found to be so. */
  readonly items: readonly number[];
  readonly note: string | null;
}

type CheckRefusal = Extract<TitleRefusal, { code: `family_${string}` }> | { readonly code: "not_permitted" };

/** Somebody else of the village's team goes through what was declared. Said again it stays the first saying. */
export function checkFamily(
  caller: Caller,
  { householdId, declarationId, items, note }: CheckWish,
): Promise<Verdict<null, CheckRefusal>> {
  return inRoster(caller, "digital-family.check", async (tx, { communeId, actorId, now, today }) => {
    await lockTitles(tx, communeId);
    const [family] = await findFamilies(tx, communeId, today, { householdId });
    if (!family || !mayInVillage(caller, "family.confirm", family.villageId))
      return refused({ code: "not_permitted" });
    const { declaration, check } = family;
    if (declaration?.id !== declarationId) return refused({ code: "family_declaration_waits" });
    if (check?.checkedBy === actorId) return allowed(null);
    const { recordedBy, version } = declaration;
    const person = await findTitlePerson(tx, communeId, actorId);
    const declared = { items: declaration.items, recordedBy, householdId, isChecked: check !== null };
    const verdict = judgeCheck(declared, items, person);
    if (!verdict.ok) return verdict;
    const title = await findTitleVersion(tx, communeId, "digital-family", version);
    await tx.familyCheck.create({
      data: {
        communeId,
        declarationId,
        items: [...new Set(items)].sort((a, b) => a - b),
        isEnough: scoreFamily(items, title).isEnough,
        note,
        checkedBy: actorId,
        checkedAt: now,
      },
      select: { declarationId: true },
    });
    return allowed(null);
  });
}
