import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Caller } from "../accounts/allow.server.ts";
import { toDatabaseDay } from "../communes/database-day.ts";
import { onlyCommune } from "../communes/only-commune.ts";

export interface UpperSide {
  /** Newest first; the first one may still stand. */
  readonly placements: readonly {
    readonly province: string;
    readonly district: string | null;
    readonly from: LocalDate;
    readonly until: LocalDate | null;
  }[];
  readonly readers: readonly {
    readonly accountId: string;
    readonly name: string;
    readonly username: string;
  }[];
  /** As typed at set-up: what a first placement begins with. */
  readonly province: string;
}

/** Under which units this commune stood, and who reads it from above today. */
export async function readUpperSide(caller: Caller): Promise<UpperSide> {
  const { platform, today } = caller;
  const scope = caller.scope("upper-tier.read-upper-side");
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    const placements = await tx.$queryRaw<UpperSide["placements"][number][]>`
      select coalesce(province.name, unit.name) as province,
             case when unit.kind = 'district' then unit.name end as district,
             u.valid_from::text as "from", u.valid_to::text as "until"
        from commune_upper_unit u
        join upper_unit unit on unit.id = u.upper_unit_id
        left join upper_unit province on province.id = unit.parent_id
       where u.commune_id = ${communeId} order by u.valid_from desc`;
    const day = toDatabaseDay(today);
    const grants = await tx.roleGrant.findMany({
      where: {
        communeId,
        role: "upper_tier",
        validFrom: { lte: day },
        OR: [{ validTo: null }, { validTo: { gte: day } }],
      },
      orderBy: [{ grantedAt: "asc" }, { id: "asc" }],
      select: { accountId: true, account: { select: { displayName: true, username: true } } },
    });
    const { province } = await tx.commune.findUniqueOrThrow({
      where: { id: communeId },
      select: { province: true },
    });
    return {
      placements,
      readers: grants.map(({ accountId, account }) => ({
        accountId,
        name: account.displayName,
        username: account.username,
      })),
      province,
    };
  });
}
