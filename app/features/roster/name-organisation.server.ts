import type { OrganisationKind } from "#app/domain/people/team.ts";
import { unifySpelling } from "#app/domain/text/fold-vietnamese.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { RosterAct } from "./roster-act.ts";

/** The organisation of that name (A17, L06, L17), made on first mention. "Trường Hoà Bình" and "trường Hòa Bình" are one. */
export async function nameOrganisation(
  tx: Tx,
  act: RosterAct,
  { kind, name }: { readonly kind: OrganisationKind; readonly name: string },
): Promise<string> {
  const { communeId } = act;
  const key = unifySpelling(name);
  await tx.$executeRaw`select pg_advisory_xact_lock(${communeId}::int, hashtext(${`organisation/${kind}/${key}`}))`;
  const all = await tx.organisation.findMany({
    where: { communeId, kind, validTo: null },
    select: { id: true, name: true },
  });
  const found = all.find((each) => unifySpelling(each.name) === key);
  if (found) return found.id;
  const id = act.newId();
  await tx.organisation.create({
    data: { communeId, id, kind, name, validFrom: toDatabaseDay(act.today) },
    select: { id: true },
  });
  return id;
}
