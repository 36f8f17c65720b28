import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { villageNameKey } from "#app/domain/roster/village.ts";
import { judgePlacement, type UpperTierRefusal } from "#app/domain/upper-tier/upper-unit.ts";
import { allowed, type Verdict } from "#app/domain/verdict.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Caller } from "../accounts/allow.server.ts";
import { fromDatabaseDay, toDatabaseDay } from "../communes/database-day.ts";
import { onlyCommune } from "../communes/only-commune.ts";

export interface Placement {
  readonly province: string;
  /** A02: may be absent; two-level government has none. */
  readonly district: string | null;
  readonly from: LocalDate;
}

/** Says under which units the commune stands from a day on. Earlier days keep the units they had. */
export async function placeCommune(
  caller: Caller,
  { province, district, from }: Placement,
): Promise<Verdict<null, UpperTierRefusal>> {
  const { platform, today } = caller;
  const scope = caller.scope("upper-tier.place-commune");
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    await tx.$executeRaw`select from commune where id = ${communeId} for update`;
    const current = await tx.communeUpperUnit.findFirst({
      where: { communeId, validTo: null },
      select: { validFrom: true },
    });
    const judged = judgePlacement(from, current && fromDatabaseDay(current.validFrom), today);
    if (!judged.ok) return judged;
    const provinceId = await nameUnit(tx, caller, "province", province, null);
    const upperUnitId =
      district === null ? provinceId : await nameUnit(tx, caller, "district", district, provinceId);
    const { endsCurrentOn } = judged.value;
    const validFrom = toDatabaseDay(from);
    const entered = { upperUnitId, enteredBy: caller.person.accountId, enteredAt: caller.now };
    if (current && endsCurrentOn === null) {
      await tx.communeUpperUnit.update({
        where: { communeId_validFrom: { communeId, validFrom } },
        data: entered,
      });
    } else {
      if (endsCurrentOn !== null) {
        await tx.communeUpperUnit.updateMany({
          where: { communeId, validTo: null },
          data: { validTo: toDatabaseDay(endsCurrentOn) },
        });
      }
      await tx.communeUpperUnit.create({ data: { communeId, validFrom, ...entered } });
    }
    await platform.live.touch(tx, `commune:${communeId}`);
    return allowed(null);
  });
}

/** The unit of that name, made when nobody has named it yet. */
async function nameUnit(
  tx: Tx,
  { person, now }: Caller,
  kind: "province" | "district",
  name: string,
  parentId: number | null,
): Promise<number> {
  const nameKey = villageNameKey(name);
  await tx.$executeRaw`
    insert into upper_unit (kind, name, name_key, parent_id, made_by, made_at)
    values (${kind}, ${name}, ${nameKey}, ${parentId}, ${person.accountId}::uuid, ${now})
    on conflict do nothing`;
  const unit = await tx.upperUnit.findFirstOrThrow({
    where: { kind, nameKey, parentId },
    select: { id: true },
  });
  return unit.id;
}
