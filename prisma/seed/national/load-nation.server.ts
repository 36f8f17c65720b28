import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { villageNameKey } from "#app/domain/roster/village.ts";
import { advanceMonths } from "#app/features/months/advance-months.server.ts";
import { makeDice } from "../invent/random.ts";
import { idFrom, inventCommune, type NationCommune } from "./invent-commune.ts";
import { provinceName } from "./invent-places.ts";
import { inventYear } from "./invent-year.ts";
import type { NationHouse, PlacedCommune } from "./nation-house.ts";
import { nationMonths } from "./nation-months.ts";
import { makeNationSignIns, type NationSignIns, upperUsername } from "./nation-sign-ins.server.ts";
import { photographPlanted } from "./photograph-planted.server.ts";
import {
  accountsOf,
  foundedAt,
  inOwnersTransaction,
  placeAccounts,
  placeCommune,
  type Upper,
} from "./place-commune.server.ts";
import { type PlantedWork, plantFraud } from "./plant-fraud.ts";
import { raiseYearSignals } from "./raise-year-signals.server.ts";
import { type WrittenYear, writeYear } from "./write-year.server.ts";

export interface NationCounts {
  communes: number;
  teams: number;
  members: number;
  households: number;
  records: number;
  visits: number;
  lines: number;
  planted: number;
}

interface NationProgress {
  done(counts: Readonly<NationCounts>): void;
  /** One line of the side file. */
  label(line: object): void;
}

/** While the database writes one commune the next one is invented. */
const COMMUNES_AT_ONCE = 2;

/** The house holds communes of these codes already: one such set stands in a house. */
export class NationThere extends Error {}

export async function loadNation(
  given: Omit<NationHouse, "months">,
  progress: NationProgress,
): Promise<{ readonly counts: NationCounts; readonly signIns: NationSignIns["signIns"] }> {
  const house: NationHouse = { ...given, months: nationMonths(given.wish, given.until.today) };
  const { wish, platform } = house;
  await refuseSecond(house);
  const bornMs = foundedAt(house);
  const first = inventCommune(wish, 0, bornMs);
  const { signIns, byName } = await makeNationSignIns(platform, wish, first);
  const uppers = await placeUppers(house, bornMs, byName);
  const counts: NationCounts = {
    communes: 0,
    teams: 0,
    members: 0,
    households: 0,
    records: 0,
    visits: 0,
    lines: 0,
    planted: 0,
  };
  let next = 0;
  const work = async () => {
    for (let index = next++; index < wish.communes; index = next++) {
      const commune = inventCommune(wish, index, bornMs);
      await placeAccounts(house, [commune], byName);
      const upper = uppers[commune.provinceIndex];
      if (!upper) throw new Error(`no province ${commune.provinceIndex}`);
      await loadOne(house, await placeCommune(house, commune, upper), counts, progress);
      progress.done(counts);
    }
  };
  await Promise.all(Array.from({ length: COMMUNES_AT_ONCE }, work));
  return { counts, signIns };
}

async function refuseSecond({ owner }: NationHouse): Promise<void> {
  const { rows } = await owner.query<{ taken: boolean }>(
    "select exists (select from account where username like 'q%.cap.tren') as taken",
  );
  if (rows[0]?.taken)
    throw new NationThere("This house holds a national data set already. Take another DATA_DIR.");
}

/** Provinces, and the one reader of the first. */
async function placeUppers(
  house: NationHouse,
  bornMs: number,
  signIns: NationSignIns["byName"],
): Promise<Upper[]> {
  const { wish } = house;
  const dice = makeDice(wish.seed + 7);
  const readerId = idFrom(dice, bornMs);
  const username = upperUsername(wish);
  const { passwordHash = null, totpSealed = null } = signIns.get(username) ?? {};
  const at = new Date(bornMs);
  const ids: number[] = [];
  await inOwnersTransaction(house, [], async (copier, query) => {
    await copier.copy(
      accountsOf([[readerId, username, "Cán bộ cấp trên", passwordHash, at, totpSealed, at, at]]),
    );
    for (let index = 0; index < wish.provinces; index++) {
      const name = provinceName(index);
      const values = ["province", name, villageNameKey(name), readerId, at];
      const { rows } = (await query(
        "insert into upper_unit (kind, name, name_key, made_by, made_at) values ($1, $2, $3, $4, $5) returning id",
        values,
      )) as { rows: { id: number }[] };
      ids.push(rows[0]?.id ?? 0);
    }
  });
  return ids.map((unitId, index) => ({
    unitId,
    reader:
      index === 0
        ? {
            accountId: readerId,
            grantId: (commune: NationCommune) => idFrom(makeDice(wish.seed + 11 + commune.index), bornMs),
          }
        : null,
  }));
}

async function loadOne(
  house: NationHouse,
  placed: PlacedCommune,
  counts: NationCounts,
  progress: NationProgress,
): Promise<void> {
  const { commune, communeId, services } = placed;
  const place = { commune, months: house.months, services, until: house.until };
  const honest = inventYear(place, house.wish);
  const isPlanted = commune.index < house.wish.plantedCommunes;
  const planted = isPlanted ? await photographAll(house, placed, plantFraud(place, house.wish)) : [];
  const works = [...honest, ...planted.map(({ work }) => work)];
  const year = await writeYear(house, placed, works);
  if (isPlanted) {
    await raiseYearSignals(house, placed, works, year);
    labelAll(placed, planted, year, progress);
    progress.label(await tryRuleChange(house, communeId));
  }
  if (house.wish.sealsMonths) await advanceMonths(house.platform, communeId, new Date(house.until.nowMs));
  counts.communes += 1;
  counts.teams += commune.villages.length;
  counts.members += commune.members.length;
  counts.households += commune.households.length;
  counts.records += works.length;
  counts.visits += works.reduce((sum, { content }) => sum + content.visits, 0);
  counts.lines += year.lines.length;
  counts.planted += planted.length;
}

/** One after the other: the shaping of pictures is a thread of its own. */
async function photographAll(
  house: NationHouse,
  placed: PlacedCommune,
  planted: readonly PlantedWork[],
): Promise<PlantedWork[]> {
  const done: PlantedWork[] = [];
  for (const each of planted) {
    const { photo } = each;
    done.push(
      photo === null ? each : { ...each, work: await photographPlanted(house, placed, { ...each, photo }) },
    );
  }
  return done;
}

function labelAll(
  placed: PlacedCommune,
  planted: readonly PlantedWork[],
  year: WrittenYear,
  progress: NationProgress,
) {
  const pointsOf = new Map<string, number>();
  for (const { claimId, points } of year.lines)
    if (claimId !== null) pointsOf.set(claimId, (pointsOf.get(claimId) ?? 0) + points);
  for (const { kind, way, work } of planted)
    progress.label({
      kind,
      way,
      communeId: placed.communeId,
      claimId: work.id,
      memberId: work.member.id,
      verifierId: work.verifier.accountId,
      workMonth: work.month.id,
      bookedMonth: year.monthOf.get(work.id) ?? null,
      hundredths: pointsOf.get(work.id) ?? 0,
      sentOn: localDateAt(work.submittedAt),
    });
}

/** T6: rules changed after the fact. Nothing of it can stand in a house, so the attempt is made and what refused it is told. */
async function tryRuleChange({ platform }: NationHouse, communeId: number): Promise<object> {
  const scope = { actorId: null, verb: "seed.national", requestId: "seed", communes: [communeId] };
  const refusedBy = await platform.db
    .withCommunes(
      scope,
      (tx) =>
        tx.$executeRaw`update scheme_version set note = 'changed afterwards' where commune_id = ${communeId}`,
    )
    .then(
      () => null,
      (error: Error) => error.message.split("\n").at(-1) ?? "",
    );
  return { kind: "T6", way: "rules changed afterwards", communeId, isRefused: refusedBy !== null, refusedBy };
}
