import { parseUsername, suggestUsername, type UsernameRefusal } from "#app/domain/accounts/login-name.ts";
import { addDays } from "#app/domain/calendar/local-date.ts";
import { type Id, makeId } from "#app/domain/ids.ts";
import type { UpperTierRefusal } from "#app/domain/upper-tier/upper-unit.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Caller } from "../accounts/allow.server.ts";
import { toDatabaseDay } from "../communes/database-day.ts";
import { isUniqueViolation } from "../communes/database-refusals.server.ts";
import { onlyCommune } from "../communes/only-commune.ts";

const ROLE = "upper_tier";

export interface NewReader {
  /** Made with the form, so that sending twice makes one account. */
  readonly accountId: Id;
  readonly name: string;
  /** Null: follows from the name. */
  readonly username: string | null;
}

type NewRefusal = UsernameRefusal | { readonly code: "username_taken" };

/** Somebody of the upper tier who has no account yet. It opens only with the slip made for it. */
export async function admitNewReader(
  caller: Caller,
  { accountId, name, username }: NewReader,
): Promise<Verdict<null, NewRefusal>> {
  const wanted = parseUsername(username ?? suggestUsername(name) ?? "");
  if (!wanted.ok) return wanted;
  const { platform, person, now } = caller;
  const scope = caller.scope("upper-tier.admit-reader");
  const communeId = onlyCommune(scope);
  try {
    return await platform.db.withCommunes(scope, async (tx) => {
      await tx.$executeRaw`select from commune where id = ${communeId} for update`;
      const known = await tx.roleGrant.count({ where: { communeId, accountId } });
      if (known > 0) return allowed(null);
      await tx.account.create({
        data: {
          id: accountId,
          username: wanted.value,
          displayName: name,
          createdAt: now,
          createdBy: person.accountId,
        },
        select: { id: true },
      });
      await giveRole(caller, tx, communeId, accountId);
      return allowed(null);
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refused({ code: "username_taken" });
    throw error;
  }
}

/** Somebody who reads other communes already: found by the login name alone, and only if they do. */
export async function admitKnownReader(
  caller: Caller,
  username: string,
): Promise<Verdict<null, UpperTierRefusal>> {
  const wanted = parseUsername(username);
  if (!wanted.ok) return refused({ code: "upper_reader_unknown" });
  const { platform, today } = caller;
  const scope = caller.scope("upper-tier.admit-reader");
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    await tx.$executeRaw`select from commune where id = ${communeId} for update`;
    const [found] = await tx.$queryRaw<{ id: string | null }[]>`
      select tds_upper_reader(${wanted.value}, ${today}::date) as id`;
    const accountId = found?.id ?? null;
    if (accountId === null) return refused({ code: "upper_reader_unknown" });
    const day = toDatabaseDay(today);
    const held = await tx.roleGrant.count({
      where: { communeId, accountId, role: ROLE, OR: [{ validTo: null }, { validTo: { gte: day } }] },
    });
    if (held > 0) return refused({ code: "upper_reader_already" });
    await giveRole(caller, tx, communeId, accountId);
    return allowed(null);
  });
}

async function giveRole(caller: Caller, tx: Tx, communeId: number, accountId: string): Promise<void> {
  const { platform, person, now, today } = caller;
  const validFrom = toDatabaseDay(today);
  const place = { communeId, accountId, role: ROLE, villageId: null, teamId: null, validFrom };
  const granted = { grantedBy: person.accountId, grantedAt: now };
  // Taken back earlier today and given again: one row of that first day stands again.
  const { count } = await tx.roleGrant.updateMany({
    where: place,
    data: { ...granted, validTo: null, endedBy: null, endedAt: null },
  });
  if (count === 0) {
    const id = makeId(now.getTime(), platform.random.bytes(10));
    await tx.roleGrant.create({ data: { id, ...place, ...granted }, select: { id: true } });
  }
  await platform.live.touch(tx, `commune:${communeId}`, `account:${accountId}`);
}

/** From today the reader sees nothing of this commune. */
export async function endReader(caller: Caller, accountId: Id): Promise<void> {
  const { platform, person, now, today } = caller;
  const scope = caller.scope("upper-tier.end-reader");
  const communeId = onlyCommune(scope);
  await platform.db.withCommunes(scope, async (tx) => {
    await tx.roleGrant.updateMany({
      where: { communeId, accountId, role: ROLE, validTo: null },
      data: { validTo: toDatabaseDay(addDays(today, -1)), endedBy: person.accountId, endedAt: now },
    });
    await platform.live.touch(tx, `commune:${communeId}`, `account:${accountId}`);
  });
}
