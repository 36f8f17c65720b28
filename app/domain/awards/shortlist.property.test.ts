import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { departureCounts, judgeAnswer, judgeDeparture, waysFrom } from "./departure.ts";
import { isPreferred, seatsOf } from "./quota.ts";
import {
  type Contender,
  type CountedDeparture,
  DEPARTURE_KINDS,
  isOnList,
  makeShortlist,
} from "./shortlist.ts";

function village(villageId: number, rank: number | null, wish: Partial<Contender> = {}): Contender {
  return {
    villageId,
    name: `Thôn ${villageId}`,
    cluster: null,
    rank,
    score: 10_000 - 100 * (rank ?? 100),
    band: "tot",
    members: 6,
    women: 2,
    exclusion: null,
    ...wish,
  };
}

const HELD = { by: "hold", reason: "Đang xác minh đơn", document: "05/TB-UBND" } as const;
const standings = (list: readonly Contender[], quota: number, departures: CountedDeparture[] = []) =>
  Object.fromEntries(
    makeShortlist(list, quota, departures).flatMap(({ rows }) =>
      rows.map(({ villageId, standing }) => [villageId, standing]),
    ),
  );

describe("the quota", () => {
  it.each([
    [12, 2000, 2],
    [9, 2000, 1],
    [4, 2000, 1],
    [30, 2000, 6],
    [0, 2000, 0],
  ])("of %d villages at %d basis points has %d seats", (villages, quota, seats) => {
    expect(seatsOf(villages, quota).seats).toBe(seats);
  });
});

describe("the shortlist", () => {
  it("takes whole ranks while there are seats, and leaves none out silently", () => {
    const list = [1, 2, 3, 4, 5].map((rank) => village(rank, rank));
    expect(standings(list, 4000)).toEqual({ 1: "in", 2: "in", 3: "out", 4: "out", 5: "out" });
  });

  it("shows equals on the line as a tie until persons choose", () => {
    const list = [village(1, 1), village(2, 2), village(3, 2), village(4, 4), village(5, 5)];
    const [cluster] = makeShortlist(list, 4000, []);
    expect(cluster?.boundary).toMatchObject({ rank: 2, seatsLeft: 1, tied: [2, 3] });
    expect(standings(list, 4000)).toMatchObject({ 1: "in", 2: "tie", 3: "tie", 4: "out" });
    const chosen = [{ villageId: 3, kind: "choose_among_equals", counts: true } as const];
    expect(standings(list, 4000, chosen)).toMatchObject({ 2: "not_chosen", 3: "chosen" });
  });

  it("names whom the law prefers among equals and says when the choice goes against it", () => {
    const list = [village(1, 1, { women: 5, members: 7 }), village(2, 1)];
    const choose = (villageId: number) =>
      makeShortlist(list, 5000, [{ villageId, kind: "choose_among_equals", counts: true }])[0]?.boundary;
    expect(choose(1)).toMatchObject({ preferred: [1], isAgainstPreference: false });
    expect(choose(2)?.isAgainstPreference).toBe(true);
    expect(isPreferred({ women: 7, members: 10 })).toBe(true);
    expect(isPreferred({ women: 6, members: 9 })).toBe(false);
    expect(isPreferred({ women: 0, members: 0 })).toBe(false);
  });

  it("keeps who is held in sight and gives the seat to the next", () => {
    const list = [village(1, 1, { exclusion: HELD }), village(2, 2), village(3, null), village(4, 3)];
    expect(standings(list, 2500)).toEqual({ 1: "excluded", 2: "in", 3: "excluded", 4: "out" });
  });

  it("ranks clusters apart", () => {
    const list = [
      village(1, 1, { cluster: "a" }),
      village(2, 1, { cluster: "b" }),
      village(3, 2, { cluster: "b" }),
    ];
    expect(standings(list, 2000)).toEqual({ 1: "in", 2: "in", 3: "out" });
  });
});

const contenders = fc
  .array(
    fc.record({
      rank: fc.option(fc.integer({ min: 1, max: 8 }), { freq: 6 }),
      isHeld: fc.boolean(),
      women: fc.integer({ min: 0, max: 6 }),
    }),
    { minLength: 1, maxLength: 25 },
  )
  .map((rows) =>
    rows.map(({ rank, isHeld, women }, index) =>
      village(index + 1, rank, { women, exclusion: isHeld ? HELD : null }),
    ),
  );
const departures = fc.uniqueArray(
  fc.record({
    villageId: fc.integer({ min: 1, max: 25 }),
    kind: fc.constantFrom(...DEPARTURE_KINDS),
    counts: fc.boolean(),
  }),
  { selector: ({ villageId }) => villageId, maxLength: 6 },
);
const quota = fc.integer({ min: 0, max: 10_000 });

describe("whatever the ranking, the quota and the departures", () => {
  test.prop([contenders, quota, departures])(
    "everybody is listed once, those kept out too",
    (list, share, ways) => {
      const rows = makeShortlist(list, share, ways).flatMap((cluster) => cluster.rows);
      expect(rows.map(({ villageId }) => villageId)).toEqual(list.map(({ villageId }) => villageId));
      for (const row of rows)
        expect(row.standing === "excluded").toBe(row.rank === null || row.exclusion !== null);
    },
  );

  test.prop([contenders, quota, departures])(
    "a departure to which no second person agreed changes nothing",
    (list, share, ways) => {
      const agreed = ways.filter(({ counts }) => counts);
      expect(makeShortlist(list, share, ways)).toEqual(makeShortlist(list, share, agreed));
    },
  );

  test.prop([contenders, quota])(
    "without departures nobody is listed before a better rank",
    (list, share) => {
      const [only] = makeShortlist(list, share, []);
      expect(only?.listed).toBeLessThanOrEqual(only?.seats.seats ?? 0);
      const worst = Math.max(
        0,
        ...(only?.rows ?? []).filter(({ standing }) => isOnList(standing)).map(({ rank }) => rank ?? 0),
      );
      for (const row of only?.rows ?? [])
        if (row.standing === "out" || row.standing === "tie") expect(row.rank).toBeGreaterThan(worst);
    },
  );

  test.prop([contenders, quota, departures])(
    "permuting the villages changes no standing",
    (list, share, ways) => {
      expect(standings(list.toReversed(), share, ways)).toEqual(standings(list, share, ways));
    },
  );
});

describe("a departure from the ranking", () => {
  it("fits where the village stands, and never brings in one that is held", () => {
    expect(judgeDeparture("bring_in", "out").ok).toBe(true);
    expect(judgeDeparture("bring_in", "excluded")).toMatchObject({ code: "award_kept_out" });
    expect(judgeDeparture("pass_over", "out")).toMatchObject({ code: "award_departure_does_not_fit" });
    expect(waysFrom("tie")).toEqual(["choose_among_equals"]);
    expect(waysFrom("excluded")).toEqual([]);
  });

  it("is answered by another person than asked, once", () => {
    const open = { askedBy: "a", isAnswered: false };
    expect(judgeAnswer(open, "agreed", "a")).toMatchObject({ code: "award_departure_is_yours" });
    expect(judgeAnswer(open, "agreed", "b").ok).toBe(true);
    expect(judgeAnswer(open, "withdrawn", "b")).toMatchObject({ code: "award_departure_not_yours" });
    expect(judgeAnswer({ ...open, isAnswered: true }, "refused", "b")).toMatchObject({
      code: "award_departure_gone",
    });
    expect(departureCounts({ answer: null })).toBe(false);
  });
});
