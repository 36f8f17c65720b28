import { can } from "#app/domain/access/can.ts";
import { householdReach, reachesVillage } from "#app/domain/households/household-reach.ts";
import {
  type HelpSubject,
  isHelpSubject,
  type MoodCounts,
  makeSatisfactionCode,
  satisfactionAddress,
} from "#app/domain/satisfaction/satisfaction.ts";
import { allowed, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";

/** A code for every village that has none. Pressed twice it changes nothing. */
export function makeCodes(caller: Caller): Promise<Verdict<null, never>> {
  return inRoster(caller, "satisfaction.make-codes", async (tx, { communeId, actorId, now }) => {
    const villages = await findVillages(tx, communeId);
    await tx.satisfactionCode.createMany({
      data: villages.map(({ id }) => ({
        communeId,
        villageId: id,
        code: makeSatisfactionCode(caller.platform.random.bytes(10)),
        madeBy: actorId,
        madeAt: now,
      })),
      skipDuplicates: true,
    });
    return allowed(null);
  });
}

export interface VillageAddress {
  readonly villageId: number;
  readonly name: string;
  /** Null until the office has made one. */
  readonly address: string | null;
}

/** The villages the caller may show the code of. */
export function readAddresses(caller: Caller): Promise<readonly VillageAddress[]> {
  const scope = caller.scope("satisfaction.read-addresses");
  const communeId = onlyCommune(scope);
  const reach = householdReach(caller.permission.grants, communeId);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const codes = await tx.satisfactionCode.findMany({ where: { communeId } });
    return (await findVillages(tx, communeId))
      .filter(({ id }) => reachesVillage(reach, id))
      .map(({ id, name }) => {
        const found = codes.find(({ villageId }) => villageId === id);
        return { villageId: id, name, address: found ? satisfactionAddress(communeId, found.code) : null };
      });
  });
}

export interface SatisfactionLine {
  readonly villageId: number;
  readonly name: string;
  readonly subject: HelpSubject;
  readonly counts: MoodCounts;
}

export interface SatisfactionBoard {
  readonly lines: readonly SatisfactionLine[];
  readonly lacksCodes: boolean;
  readonly mayMakeCodes: boolean;
}

/** K14: what was said since a month, by village and subject; never by member, which nobody wrote down. */
export function readSatisfaction(caller: Caller, since: number): Promise<SatisfactionBoard> {
  const scope = caller.scope("satisfaction.read");
  const communeId = onlyCommune(scope);
  const reach = householdReach(caller.permission.grants, communeId);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const rows = await tx.$queryRaw<{ villageId: number; subject: string; counts: MoodCounts }[]>`
      select village_id as "villageId", subject,
             json_build_object('pleased', sum(pleased)::int, 'neutral', sum(neutral)::int,
                               'displeased', sum(displeased)::int) as counts
        from satisfaction_sum where commune_id = ${communeId} and month >= ${since} group by 1, 2`;
    const villages = (await findVillages(tx, communeId)).filter(({ id }) => reachesVillage(reach, id));
    return {
      lines: villages.flatMap(({ id, name }) =>
        rows.flatMap(({ villageId, subject, counts }) =>
          villageId === id && isHelpSubject(subject) ? [{ villageId, name, subject, counts }] : [],
        ),
      ),
      lacksCodes: (await tx.satisfactionCode.count({ where: { communeId } })) < villages.length,
      mayMakeCodes: can(caller.actor, "survey.manage", null, caller.today).ok,
    };
  });
}
