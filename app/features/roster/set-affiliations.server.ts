import { addDays } from "#app/domain/calendar/local-date.ts";
import { type AffiliationKind, ORGANISATION_OF_AFFILIATION } from "#app/domain/people/team.ts";
import { fromDatabaseDay, toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { nameOrganisation } from "./name-organisation.server.ts";
import type { RosterAct } from "./roster-act.ts";

export interface WantedAffiliation {
  readonly kind: AffiliationKind;
  /** The cell, school or enterprise by name; null where it is not known. */
  readonly organisation: string | null;
}

/** From today the person belongs to these and to no others; what was before stays with its dates (A16-A20). */
export async function setAffiliations(
  tx: Tx,
  act: RosterAct,
  memberId: string,
  wanted: readonly WantedAffiliation[],
): Promise<void> {
  const { communeId, today } = act;
  const standing = await tx.affiliation.findMany({
    where: { communeId, memberId, OR: [{ validTo: null }, { validTo: { gte: toDatabaseDay(today) } }] },
  });
  const named = new Map<AffiliationKind, string | null>();
  for (const { kind, organisation } of wanted) {
    const where = { kind: ORGANISATION_OF_AFFILIATION[kind], name: organisation ?? "" };
    named.set(kind, organisation === null ? null : await nameOrganisation(tx, act, where));
  }
  for (const { kind, organisationId, validFrom } of standing) {
    const wish = named.get(kind as AffiliationKind);
    if (wish === organisationId) {
      named.delete(kind as AffiliationKind);
      continue;
    }
    const where = { communeId_memberId_kind_validFrom: { communeId, memberId, kind, validFrom } };
    // Begun today and changed today: it was typed wrong.
    if (fromDatabaseDay(validFrom) >= today) await tx.affiliation.delete({ where });
    else await tx.affiliation.update({ where, data: { validTo: toDatabaseDay(addDays(today, -1)) } });
  }
  await tx.affiliation.createMany({
    data: [...named].map(([kind, organisationId]) => ({
      communeId,
      memberId,
      kind,
      organisationId,
      validFrom: toDatabaseDay(today),
    })),
  });
}
