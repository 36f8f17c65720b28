import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Id } from "#app/domain/ids.ts";
import type { FamilyChannel } from "#app/domain/titles/family.ts";
import type { TitleRefusal } from "#app/domain/titles/title-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { findTitle } from "#app/features/titles/find-title.server.ts";
import { lockTitles } from "#app/features/titles/lock-titles.server.ts";
import { mayInVillage } from "./family-places.server.ts";
import { findFamilies } from "./find-families.server.ts";

export interface DeclarationWish {
  /** Made before it is sent: sending twice is one declaration. */
  readonly id: Id;
  readonly householdId: string;
  readonly items: readonly number[];
  readonly channel: FamilyChannel;
  readonly declaredOn: LocalDate;
}

type DeclareRefusal =
  | Extract<
      TitleRefusal,
      { code: "family_declaration_waits" | "title_date_in_future" | "title_sent_otherwise" }
    >
  | { readonly code: "not_permitted" };

/** What the household says of itself, at the door or on paper. Whoever wrote it down may mend it until it is confirmed. */
export function declareFamily(
  caller: Caller,
  { id, householdId, items, channel, declaredOn }: DeclarationWish,
): Promise<Verdict<null, DeclareRefusal>> {
  return inRoster(caller, "digital-family.declare", async (tx, { communeId, actorId, now, today }) => {
    await lockTitles(tx, communeId);
    if (declaredOn > today) return refused({ code: "title_date_in_future", today });
    const [family] = await findFamilies(tx, communeId, today, { householdId });
    if (!family || !mayInVillage(caller, "family.declare", family.villageId))
      return refused({ code: "not_permitted" });
    const sent = await tx.familyDeclaration.findFirst({
      where: { communeId, id },
      select: { householdId: true, recordedBy: true },
    });
    if (sent) {
      const isSame = sent.householdId === householdId && sent.recordedBy === actorId;
      return isSame ? allowed(null) : refused({ code: "title_sent_otherwise" });
    }
    if (family.state === "declared" && family.declaration?.recordedBy !== actorId)
      return refused({ code: "family_declaration_waits" });
    const { version, checklist } = await findTitle(tx, communeId, "digital-family");
    await tx.familyDeclaration.create({
      data: {
        communeId,
        id,
        householdId,
        badgeKey: "digital-family",
        version,
        items: [...new Set(items)].filter((item) => item <= checklist.length).sort((a, b) => a - b),
        channel,
        declaredOn: toDatabaseDay(declaredOn),
        recordedBy: actorId,
        recordedAt: now,
      },
      select: { id: true },
    });
    return allowed(null);
  });
}
