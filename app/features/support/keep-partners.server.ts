import type { z } from "zod";
import { judgePerk, type SupportRefusal } from "#app/domain/support/support.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { sealCallNumber } from "#app/features/contacts/contact-phone.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { equipmentSchema, partnerSchema, perkSchema } from "./support.schema.ts";

type NotPermitted = { readonly code: "not_permitted" };

/** A47: enters a partner, or changes the one of that id. Sending twice is sending once. */
export function keepPartner(
  caller: Caller,
  { id, contactName, contactPhone, ...facts }: z.output<typeof partnerSchema>,
): Promise<Verdict<null, Extract<SupportRefusal, { code: "support_partner_known" }>>> {
  return inRoster(caller, "support.keep-partner", async (tx, { communeId, actorId, now }) => {
    const known = await tx.partner.findMany({
      where: { communeId, endedOn: null, id: { not: id } },
      select: { name: true },
    });
    const fold = (name: string) => name.toLocaleLowerCase("vi");
    if (known.some(({ name }) => fold(name) === fold(facts.name)))
      return refused({ code: "support_partner_known" });
    const contactPhoneCipher =
      contactPhone === undefined ? null : sealCallNumber(caller.platform.keys, communeId, contactPhone);
    const row = {
      ...facts,
      contactName: contactName ?? null,
      contactPhoneCipher,
      changedBy: actorId,
      changedAt: now,
    };
    await tx.partner.upsert({
      where: { communeId_id: { communeId, id } },
      create: { communeId, id, ...row },
      update: row,
      select: { id: true },
    });
    return allowed(null);
  });
}

/** I05: what a partner offers to members. */
export function keepPerk(
  caller: Caller,
  { id, partnerId, badgeKey, startsOn, endsOn: last, ...text }: z.output<typeof perkSchema>,
): Promise<
  Verdict<
    null,
    Extract<SupportRefusal, { code: "support_cash_perk" | "support_days_reversed" }> | NotPermitted
  >
> {
  const endsOn = last ?? null;
  return inRoster(caller, "support.keep-perk", async (tx, { communeId, actorId, now }) => {
    const judged = judgePerk({ ...text, startsOn, endsOn });
    if (!judged.ok) return judged;
    if ((await tx.partner.count({ where: { communeId, id: partnerId, endedOn: null } })) === 0)
      return refused({ code: "not_permitted" as const });
    const row = {
      ...text,
      partnerId,
      badgeKey: badgeKey ?? null,
      startsOn: toDatabaseDay(startsOn),
      endsOn: endsOn && toDatabaseDay(endsOn),
      changedBy: actorId,
      changedAt: now,
    };
    await tx.perk.upsert({
      where: { communeId_id: { communeId, id } },
      create: { communeId, id, ...row },
      update: row,
      select: { id: true },
    });
    return allowed(null);
  });
}

/** I06: a device, where it is, and which team has it. */
export function keepEquipment(
  caller: Caller,
  { id, partnerId: named, lentTeamId: borrower, ...facts }: z.output<typeof equipmentSchema>,
): Promise<Verdict<null, NotPermitted>> {
  const partnerId = named ?? null;
  const lentTeamId = borrower ?? null;
  return inRoster(caller, "support.keep-equipment", async (tx, { communeId, actorId, now, today }) => {
    if (partnerId !== null && (await tx.partner.count({ where: { communeId, id: partnerId } })) === 0)
      return refused({ code: "not_permitted" as const });
    if (lentTeamId !== null && (await tx.team.count({ where: { communeId, id: lentTeamId } })) === 0)
      return refused({ code: "not_permitted" as const });
    const key = { communeId_id: { communeId, id } };
    const before = await tx.equipment.findUnique({ where: key, select: { lentTeamId: true, lentOn: true } });
    const isLonger = before !== null && before.lentTeamId === lentTeamId;
    const lentOn = lentTeamId === null ? null : isLonger ? before.lentOn : toDatabaseDay(today);
    const row = { ...facts, partnerId, lentTeamId, lentOn, changedBy: actorId, changedAt: now };
    await tx.equipment.upsert({
      where: key,
      create: { communeId, id, ...row },
      update: row,
      select: { id: true },
    });
    return allowed(null);
  });
}
