import type { Pool } from "pg";
import { makeId } from "#app/domain/ids.ts";
import type { VillageFacts } from "#app/domain/year/criteria-sheet.ts";
import { scoreReview } from "#app/domain/year/score-review.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { settingsOfPlan } from "#app/features/communes/plan-settings.ts";
import { findSchemeOn } from "#app/features/scheme/find-scheme.server.ts";
import { countReview } from "#app/features/year/find-review.server.ts";
import { rehearseSheet } from "#app/features/year/rehearse-sheet.server.ts";
import type { Database } from "#app/platform/db/database.ts";
import { keepValues } from "#app/platform/kept-values/keep-values.ts";
import { PRESETS } from "#prisma/presets/presets.ts";
import { plantAdoptedSheet, SHEET } from "../adopted-sheet.ts";
import type { Run } from "../area.ts";
import { openOn } from "../data-folder.ts";
import { type Figure, median } from "../figure.ts";
import { fillProvince } from "./province.sql.ts";
import { FILL_YEAR } from "./year.sql.ts";

const VILLAGES = 30;
const CLAIMS = 18_000;
const PROVINCE_VILLAGES = 3_000;
const NOW = new Date("2026-12-28T02:00:00Z");
const REVIEW = {
  id: makeId(NOW.getTime(), new Uint8Array(10)),
  firstMonth: 202601,
  lastMonth: 202612,
  sheetVersion: 1,
};

/** December: a commune's year from its sealed months, a weight that is tried, and a province's ranking. */
export async function measureYear({ isQuick, folders }: Run): Promise<Figure[]> {
  const opened = await openOn(await folders.fresh());
  const owner = opened.openPool("owner", { name: "bench", max: 1, statementTimeoutMs: 0 });
  try {
    await plant(opened.database, owner);
    const rounds = isQuick ? 3 : 7;
    const { times, facts } = await scoreTimes(opened.database, rounds);
    const tried = await rehearsalTimes(opened.database, rounds);
    return [
      figure(
        `${VILLAGES} villages, ${CLAIMS} claims scored from twelve sealed months, first`,
        times[0] ?? 0,
        1_000,
      ),
      figure(
        `${VILLAGES} villages, ${CLAIMS} claims scored from twelve sealed months, median`,
        median(times),
        1_000,
      ),
      figure("a changed weight over the same months, with what decides place 3, median", median(tried), 200),
      figure(`${PROVINCE_VILLAGES} villages of a province scored and ranked`, rankProvince(facts), 5_000),
    ];
  } finally {
    await owner.end();
    await opened.close();
  }
}

function figure(operation: string, measured: number, budget: number): Figure {
  return {
    area: "year",
    operation,
    measured,
    unit: "ms",
    against: { what: `${budget} ms`, value: budget },
    gate: 1,
  };
}

async function plant(database: Database, owner: Pool): Promise<void> {
  await owner.query(fillProvince(1, VILLAGES));
  for (const [section, value] of Object.entries(settingsOfPlan(PRESETS["dai-son-2026"])))
    await owner.query(
      `insert into commune_setting (commune_id, section, value, changed_by, changed_at)
       values (1, $1, $2, md5('account1')::uuid, now())`,
      [section, JSON.stringify(value)],
    );
  await database.withCommunes(scope(), (tx) => findSchemeOn(tx, 1, "2026-11-20" as never));
  await owner.query(FILL_YEAR);
  const { rows } = await owner.query<{ asked: string; adopted: string }>(
    "select md5('account1')::uuid as asked, md5('account2')::uuid as adopted",
  );
  const { asked = "", adopted = "" } = rows[0] ?? {};
  await plantAdoptedSheet((sql, values) => owner.query(sql, values), 1, [asked, adopted]);
  await owner.query(
    `insert into review (commune_id, id, kind, year, title, first_month, last_month, sheet_version, state, opened_by, opened_at)
     values (1, $1, 'annual', 2026, 'Năm 2026', 202601, 202612, 1, 'open', md5('account1')::uuid, now())`,
    [REVIEW.id],
  );
}

const scope = () => ({ actorId: null, verb: "bench", requestId: "bench", communes: [1] });

async function scoreTimes(database: Database, rounds: number) {
  const times: number[] = [];
  let facts: readonly VillageFacts[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    const counted = await database.withCommunes(scope(), (tx) => countReview(tx, 1, REVIEW, NOW));
    times.push(performance.now() - start);
    facts = counted.facts;
    const ranked = counted.villages.filter(({ rank }) => rank !== null).length;
    const people = facts[0]?.proficientPeople?.length;
    if (ranked !== VILLAGES || people !== 12)
      throw new Error(`${ranked} villages ranked, ${people} months counted`);
  }
  return { times, facts };
}

/** As the page asks: the months were counted by whoever looked first. */
async function rehearsalTimes(database: Database, rounds: number): Promise<number[]> {
  const caller = {
    platform: { db: database, values: keepValues(10) },
    scope,
    now: NOW,
    today: "2026-12-28",
  } as unknown as Caller;
  const ask = async (points: number) => {
    const page = await rehearseSheet(caller, REVIEW.id, {
      sheetVersion: null,
      weights: new Map([["household-coverage", points]]),
      place: 3,
    });
    if (page?.moves.length !== VILLAGES) throw new Error("the rehearsal lost a village");
  };
  await ask(1_900);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await ask(1_000 + round * 100);
    times.push(performance.now() - start);
  }
  return times;
}

function rankProvince(facts: readonly VillageFacts[]): number {
  const many = Array.from({ length: PROVINCE_VILLAGES }, (_, index): VillageFacts => {
    const like = facts[index % facts.length];
    if (!like) throw new Error("nothing to multiply");
    const people =
      like.proficientPeople?.map((month) => ({ ...month, people: (month.people + index) % 60 })) ?? null;
    return { ...like, villageId: index + 1, name: `Thôn ${index + 1}`, proficientPeople: people };
  });
  const start = performance.now();
  const rows = scoreReview(SHEET, many);
  if (rows.length !== PROVINCE_VILLAGES) throw new Error("a village of the province is missing");
  return performance.now() - start;
}
