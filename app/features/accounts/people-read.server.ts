import { isRole, type Role } from "#app/domain/access/roles.ts";
import { foldVietnamese } from "#app/domain/text/fold-vietnamese.ts";
import { makeSortKey } from "#app/domain/text/sort-key.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Caller } from "./allow.server.ts";

/** Somebody with an account in the commune, as the office sees them: never a phone number, never a secret. */
export interface CommunePerson {
  readonly accountId: string;
  readonly displayName: string;
  readonly username: string;
  readonly isActive: boolean;
  readonly isSelf: boolean;
  readonly roles: readonly {
    readonly role: Role;
    readonly validFrom: string;
    readonly validTo: string | null;
  }[];
  readonly hasSecondFactor: boolean;
  /** Signed in at least once, by password or by an enrolled phone. */
  readonly lastSeenAt: string | null;
  readonly openSessions: number;
  readonly enrolledPhones: number;
  readonly slipExpiresAt: string | null;
}

interface PersonRow extends Omit<CommunePerson, "roles" | "isSelf"> {
  readonly roles: readonly { role: string; validFrom: string; validTo: string | null }[];
}

/** Everyone with a role in the caller's commune today or later, in the order of Vietnamese names. */
export async function readPeople(caller: Caller, search = ""): Promise<CommunePerson[]> {
  const rows = await caller.platform.db.withCommunes(caller.scope("accounts.read-people"), (tx) =>
    selectPeople(tx, caller),
  );
  const wanted = foldVietnamese(search);
  return rows
    .filter(
      (row) =>
        foldVietnamese(row.displayName).includes(wanted) || row.username.includes(wanted.replaceAll(" ", "")),
    )
    .map((row) => ({ row, key: makeSortKey(row.displayName) }))
    .sort((left, right) => (left.key < right.key ? -1 : left.key > right.key ? 1 : 0))
    .map(({ row }) => ({
      ...row,
      roles: row.roles.map(roleOf),
      isSelf: row.accountId === caller.person.accountId,
    }));
}

function selectPeople(tx: Tx, { communeId, now, today }: Caller): Promise<PersonRow[]> {
  return tx.$queryRaw<PersonRow[]>`
    select a.id as "accountId", a.display_name as "displayName", a.username, a.status = 'active' as "isActive",
           held.roles,
           a.totp_confirmed_at is not null
             or exists (select from passkey p where p.account_id = a.id and p.device_id is null) as "hasSecondFactor",
           (select to_json(max(s.last_seen_at))#>>'{}' from session s where s.account_id = a.id) as "lastSeenAt",
           (select count(*)::int from session s
             where s.account_id = a.id and s.revoked_at is null and s.expires_at > ${now}) as "openSessions",
           (select count(*)::int from device d
             where d.account_id = a.id and d.revoked_at is null and d.unlock_until > ${now}) as "enrolledPhones",
           (select to_json(max(e.expires_at))#>>'{}' from enrolment_slip e
             where e.account_id = a.id and e.used_at is null and e.revoked_at is null
               and e.expires_at > ${now}) as "slipExpiresAt"
      from (select g.account_id,
                   json_agg(json_build_object('role', g.role, 'validFrom', g.valid_from, 'validTo', g.valid_to)
                            order by g.valid_from, g.role) as roles
              from role_grant g
             where g.commune_id = ${communeId} and (g.valid_to is null or g.valid_to >= ${today}::date)
             group by g.account_id) held
      join account a on a.id = held.account_id`;
}

function roleOf(row: PersonRow["roles"][number]): CommunePerson["roles"][number] {
  if (!isRole(row.role)) throw new Error(`the database holds an unknown role "${row.role}"`);
  return { ...row, role: row.role };
}
