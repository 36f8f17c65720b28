import { ACT_LIFE_MS, type ActRefusal } from "#app/domain/access/two-person-act.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Id } from "#app/domain/ids.ts";
import { judgeMerger, type MergerFacts, type MergerRefusal } from "#app/domain/merger/commune-merger.ts";
import { isCommuneKind } from "#app/domain/roster/commune.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { officialName } from "#app/messages/official-names.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Caller } from "../accounts/allow.server.ts";
import { notFound } from "../accounts/answer-refusal.server.ts";
import { fromDatabaseDay, toDatabaseDay } from "../communes/database-day.ts";
import { onlyCommune } from "../communes/only-commune.ts";

export interface MergerOffer {
  /** Made with the form, so that sending twice asks once. */
  readonly id: Id;
  readonly oldCommuneId: number;
  readonly effectiveOn: LocalDate;
  readonly decisionNumber: string;
  readonly decisionDate: LocalDate;
}

type Refusal = MergerRefusal | Extract<ActRefusal, { code: "act_already_waiting" }>;

/**
 * The office of the receiving commune asks; nothing happens until somebody of the old commune, whose people and
 * figures they are, has agreed. Of the other commune only its name is seen here.
 */
export async function offerMerger(caller: Caller, offer: MergerOffer): Promise<Verdict<null, Refusal>> {
  const { platform, person, now, today } = caller;
  const scope = caller.scope("commune-merger.offer");
  const newCommuneId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    // Two officers who ask for the same commune at once make one offer.
    await tx.$executeRaw`select from commune where id = ${newCommuneId} for update`;
    const known = await tx.communeMerger.findUnique({
      where: { id: offer.id },
      select: { newCommuneId: true },
    });
    if (known) {
      if (known.newCommuneId !== newCommuneId) throw notFound();
      return allowed(null);
    }
    const { facts, names } = await readFacts(tx, offer.oldCommuneId, newCommuneId);
    const judged = judgeMerger({ ...offer, newCommuneId }, facts, today);
    if (!judged.ok) return judged;
    const waiting = await tx.communeMerger.count({
      where: { oldCommuneId: offer.oldCommuneId, newCommuneId, state: "waiting", expiresAt: { gt: now } },
    });
    if (waiting > 0) return refused({ code: "act_already_waiting" });
    const { decisionNumber, effectiveOn, decisionDate } = judged.value;
    await tx.communeMerger.create({
      data: {
        id: offer.id,
        oldCommuneId: offer.oldCommuneId,
        newCommuneId,
        ...names,
        effectiveOn: toDatabaseDay(effectiveOn),
        decisionNumber,
        decisionDate: toDatabaseDay(decisionDate),
        askedBy: person.accountId,
        askedAt: now,
        expiresAt: new Date(now.getTime() + ACT_LIFE_MS),
      },
      select: { id: true },
    });
    await platform.live.touch(tx, `commune:${newCommuneId}`, `commune:${offer.oldCommuneId}`);
    return allowed(null);
  });
}

interface NamedCommune {
  readonly id: number;
  readonly kind: string;
  readonly name: string;
  readonly isSetUp: boolean;
}

async function readFacts(
  tx: Tx,
  oldCommuneId: number,
  newCommuneId: number,
): Promise<{ facts: MergerFacts; names: { oldName: string; newName: string } }> {
  const rows = await tx.$queryRaw<NamedCommune[]>`
    select n.id, n.kind, n.name, n.is_set_up as "isSetUp"
      from unnest(array[${oldCommuneId}::int, ${newCommuneId}::int]) as wanted (id), tds_commune_name(wanted.id) n`;
  const old = rows.find(({ id }) => id === oldCommuneId);
  const young = rows.find(({ id }) => id === newCommuneId);
  const ends = await tx.communeMerger.findMany({
    where: { oldCommuneId: { in: [oldCommuneId, newCommuneId] }, state: { in: ["agreed", "done"] } },
    select: { oldCommuneId: true, effectiveOn: true },
  });
  const endOf = (commune: number) => {
    const end = ends.find((each) => each.oldCommuneId === commune);
    return end ? fromDatabaseDay(end.effectiveOn) : null;
  };
  return {
    facts: {
      old: old ? { isSetUp: old.isSetUp } : null,
      isNewSetUp: young?.isSetUp ?? false,
      oldEndsOn: endOf(oldCommuneId),
      newEndsOn: endOf(newCommuneId),
    },
    names: { oldName: nameOf(old), newName: nameOf(young) },
  };
}

/** As papers call it, whatever language the reader has chosen. */
function nameOf(commune: NamedCommune | undefined): string {
  if (!commune) return "";
  if (!isCommuneKind(commune.kind)) throw new Error(`commune ${commune.id} is of an unknown kind`);
  return officialName(commune.kind, commune.name);
}
