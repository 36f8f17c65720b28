import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Id } from "#app/domain/ids.ts";
import type { ModelState } from "#app/domain/titles/market.ts";
import type { TitleRefusal } from "#app/domain/titles/title-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";

export interface ModelFacts {
  readonly id: Id;
  readonly villageId: number;
  readonly name: string;
  readonly startedOn: LocalDate;
  readonly state: ModelState;
  readonly evidence: string | null;
  /** D07: held up as an example by the commune ("mô hình điểm"). */
  readonly isExample: boolean;
}

export interface ModelDesk {
  readonly models: readonly (ModelFacts & { readonly villageName: string })[];
  readonly villages: readonly { readonly id: number; readonly name: string }[];
}

/** D06: the models of the commune, newest first. */
export function readModels(caller: Caller): Promise<ModelDesk> {
  const scope = caller.scope("market-register.read-models");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => ({
    models: await tx.$queryRaw<ModelDesk["models"][number][]>`
      select m.id, m.village_id as "villageId", v.name as "villageName", m.name, m.started_on::text as "startedOn",
             m.state, m.evidence, m.is_example as "isExample"
        from digital_model m join village v on v.commune_id = m.commune_id and v.id = m.village_id
       where m.commune_id = ${communeId} order by m.is_example desc, m.started_on desc, m.name, m.id`,
    villages: (await findVillages(tx, communeId)).map(({ id, name }) => ({ id, name })),
  }));
}

/** Enters a model, or says of a known one where it stands now. */
export function writeModel(
  caller: Caller,
  { id, startedOn, villageId, ...facts }: ModelFacts,
): Promise<
  Verdict<null, Extract<TitleRefusal, { code: "title_date_in_future" }> | { code: "not_permitted" }>
> {
  return inRoster(caller, "market-register.write-model", async (tx, { communeId, actorId, now, today }) => {
    if (startedOn > today) return refused({ code: "title_date_in_future", today });
    if ((await tx.village.count({ where: { communeId, id: villageId } })) === 0)
      return refused({ code: "not_permitted" });
    const row = {
      ...facts,
      villageId,
      startedOn: toDatabaseDay(startedOn),
      changedBy: actorId,
      changedAt: now,
    };
    await tx.digitalModel.upsert({
      where: { communeId_id: { communeId, id } },
      create: { communeId, id, ...row },
      update: row,
      select: { id: true },
    });
    return allowed(null);
  });
}
