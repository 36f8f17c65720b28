import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addDays, type LocalDate } from "#app/domain/calendar/local-date.ts";
import { advanceMonths } from "#app/features/months/advance-months.server.ts";
import { testOffice } from "../communes/office.ts";
import { bookInside, plantWorkers, type Workers } from "./workers-of-a-month.ts";

// A campaign runs more: RACES=1000 npx vitest run --project integration tests/integration/months/close-or-book.test.ts
const RACES = Number(process.env.RACES ?? 200);
const BOOKINGS = 3;

const office = testOffice();
const START = new Date("2026-11-20T02:00:00Z");
const zone = process.env.TZ;
let workers: Workers;

beforeAll(async () => {
  // The machine's zone must not matter: figures freeze at midnight in Việt Nam, 17:00 here.
  process.env.TZ = "UTC";
  office.setNow(START);
  workers = await plantWorkers(office);
  await advanceMonths(office.platform, workers.communeId, START);
});
afterAll(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

interface Closing {
  readonly id: number;
  readonly lastDay: LocalDate;
  readonly graceEndsAt: Date;
}

async function nextClosing(): Promise<Closing> {
  const { rows } = await office.db.maintain.query<Closing>(
    `select id, last_day::text as "lastDay", grace_ends_at as "graceEndsAt" from month
      where commune_id = $1 and state in ('open', 'grace') order by id limit 1`,
    [workers.communeId],
  );
  const [closing] = rows;
  if (!closing) throw new Error("no month is left to close");
  return closing;
}

const book = (clock: Date, on: LocalDate) =>
  office.platform.db.withCommunes(office.scope(workers.communeId, null), (tx) =>
    bookInside(tx, clock, workers, { on, points: 100, visits: 1 }),
  );

async function linesOf(monthId: number): Promise<number[]> {
  const { rows } = await office.db.maintain.query<{ seq: number }>(
    "select seq::float8 as seq from ledger_line where commune_id = $1 and month_id = $2 order by seq",
    [workers.communeId, monthId],
  );
  return rows.map(({ seq }) => seq);
}

describe("T5: closing against booking", () => {
  it(`in ${RACES} races around midnight in Việt Nam, each booking lies wholly before the freeze or wholly after it`, {
    timeout: 120_000 + RACES * 500,
  }, async () => {
    let [before, after] = [0, 0];
    for (let race = 0; race < RACES; race++) {
      const { id, lastDay, graceEndsAt } = await nextClosing();
      const inTime = new Date(graceEndsAt.getTime() - 1);
      // Grace has begun and the next month is open, as the clock of an awake machine leaves it.
      await advanceMonths(office.platform, workers.communeId, inTime);
      const frozen = advanceMonths(office.platform, workers.communeId, graceEndsAt).then(() => linesOf(id));
      const [seenAtFreeze, ...booked] = await Promise.all([
        frozen,
        ...Array.from({ length: BOOKINGS }, (_, index) =>
          book(index === BOOKINGS - 1 ? graceEndsAt : inTime, addDays(lastDay, -race % 5)),
        ),
      ]);
      const own = booked.filter(({ monthId }) => monthId === id).map(({ seq }) => seq);
      const later = booked.filter(({ monthId }) => monthId !== id);
      expect(await linesOf(id)).toEqual(seenAtFreeze);
      for (const seq of own) expect(seenAtFreeze).toContain(seq);
      for (const { monthId } of later) expect(monthId).toBeGreaterThan(id);
      // The one whose clock showed midnight never got in, whoever was first.
      expect(booked.at(-1)?.monthId).toBeGreaterThan(id);
      before += own.length;
      after += later.length;
    }
    expect(before + after).toBe(RACES * BOOKINGS);
    await expectSealsToHoldTheirLines();
  });
});

async function expectSealsToHoldTheirLines(): Promise<void> {
  const { rows } = await office.db.maintain.query<{ month: number; sealed: number; booked: number }>(
    `select s.month_id as month, (s.content::jsonb -> 'lines' ->> 'count')::int as sealed,
            (select count(*)::int from ledger_line l where l.commune_id = s.commune_id and l.month_id = s.month_id) as booked
       from month_seal s where s.commune_id = $1`,
    [workers.communeId],
  );
  expect(rows.length).toBeGreaterThan(RACES / 2);
  expect(rows.filter(({ sealed, booked }) => sealed !== booked)).toEqual([]);
}
