import { beforeEach, describe, expect, it } from "vitest";
import { readVillages } from "#app/features/communes/read-villages.server.ts";
import { changeUnits } from "#app/features/units/change-units.server.ts";
import { previewUnitChange } from "#app/features/units/preview-unit-change.server.ts";
import { readUnitChanges } from "#app/features/units/read-unit-changes.server.ts";
import type { UnitChangeOrder } from "#app/features/units/unit-change.ts";
import { type Person, unitsOffice } from "./units-office.ts";

const here = unitsOffice();
const { office, newId, rows, makeVillage, makeMember, addHousehold, order, oldTruth, grantsOf } = here;

describe("A26: two villages are merged in the middle of the year", () => {
  let east: { villageId: number; teamId: number };
  let west: { villageId: number; teamId: number };
  let leader: Person;
  let both: Person;

  beforeEach(async () => {
    east = await makeVillage("Thôn Đông", 80, 210);
    west = await makeVillage("Thôn Tây", 65, 180);
    leader = await makeMember("Lò Văn Ún", [{ teamId: east.teamId, role: "leader" }]);
    both = await makeMember("Cầm Thị Ín", [
      { teamId: east.teamId, role: "member", until: "2026-09-30" },
      { teamId: west.teamId, role: "deputy" },
    ]);
    await makeMember("Hà Thị Sen", [{ teamId: west.teamId, until: "2026-03-31" }]);
    await addHousehold(east.villageId, "1", "Xóm Trên");
    await addHousehold(west.villageId, "1", null);
    await addHousehold(west.villageId, "2", null);
    for (const [villageId, value] of [
      [east.villageId, 41],
      [west.villageId, 37.5],
    ]) {
      await office.db.superuser.query(
        `insert into carried_over_figure (commune_id, village_id, period, metric, value, source, entered_at)
         values ($1, $2, '2025', 'people_guided', $3, 'Báo cáo 2025', now())`,
        [here.communeId, villageId, value],
      );
    }
  });

  const merge = (wish: Partial<UnitChangeOrder> = {}) =>
    order({ oldIds: [east.villageId, west.villageId], ...wish });

  it("A26: every figure of the old villages reads the same before and after", async () => {
    const old = [east.villageId, west.villageId];
    const days = ["2026-01-15", "2026-06-30"];
    const before = await Promise.all(days.map((on) => oldTruth(old, on)));
    expect(before[1]?.memberships.length).toBe(3);
    expect(before[1]?.carried.length).toBe(2);
    expect(await changeUnits(office.platform, here.scope, merge())).toEqual({ ok: true, value: null });
    const after = await Promise.all(days.map((on) => oldTruth(old, on)));
    expect(after).toEqual(before);
  });

  it("A26: the new village has the households and adults of both, one team, and its line in the history", async () => {
    await changeUnits(office.platform, here.scope, merge());
    const standing = await readVillages(office.platform, here.scope);
    expect(standing).toMatchObject([
      { name: "Thôn Đông Sơn", households: 145, adults: 390, countedOn: "2026-07-01" },
    ]);
    const newVillage = standing[0]?.id ?? 0;
    expect(
      await rows(
        "select name, valid_from::text, decision_number from team where commune_id = $1 and valid_to is null",
      ),
    ).toEqual([{ name: "Tổ CNSCĐ Thôn Đông Sơn", valid_from: "2026-07-01", decision_number: "12/NQ-HĐND" }]);
    expect(
      await rows<{ code: string; continued: boolean; slots: number }>(
        `select code, continues_id is not null as continued,
                (select count(*)::int from person_slot s where s.household_id = h.id) as slots
           from household h where commune_id = $1 and village_id = $2 order by code`,
        [newVillage],
      ),
    ).toEqual([
      { code: "1", continued: true, slots: 1 },
      { code: "1-2", continued: true, slots: 1 },
      { code: "2", continued: true, slots: 1 },
    ]);
    const history = await readUnitChanges(office.platform, here.scope, {
      unit: "village",
      id: east.villageId,
    });
    expect(history).toMatchObject([
      {
        kind: "merge",
        effectiveOn: "2026-07-01",
        decisionNumber: "12/NQ-HĐND",
        decisionDate: "2026-06-20",
        oldNames: ["Thôn Đông", "Thôn Tây"],
        newNames: ["Thôn Đông Sơn"],
      },
    ]);
    expect(await readUnitChanges(office.platform, here.scope, { unit: "village", id: newVillage })).toEqual(
      history,
    );
    expect(await readUnitChanges(office.platform, here.scope)).toHaveLength(2);
  });

  it("A26: who was in both teams is in the new one once, and rights follow from the day on", async () => {
    await changeUnits(office.platform, here.scope, merge());
    const [team] = await rows<{ id: number; village_id: number }>(
      "select id, village_id from team where commune_id = $1 and valid_to is null",
    );
    const times = await rows<{ role: string; from: string; to: string | null }>(
      `select role, valid_from::text as "from", valid_to::text as "to" from membership
        where commune_id = $1 and member_id = $2 and team_id = $3`,
      [both.memberId, team?.id],
    );
    expect(times).toEqual([{ role: "deputy", from: "2026-07-01", to: null }]);
    expect(await grantsOf(leader.accountId)).toEqual([
      {
        role: "leader",
        village_id: east.villageId,
        team_id: east.teamId,
        from: "2026-01-01",
        to: "2026-06-30",
      },
      { role: "leader", village_id: team?.village_id, team_id: team?.id, from: "2026-07-01", to: null },
    ]);
  });

  it("L07: an official in charge of a merged village is in charge of the new one", async () => {
    const official = await office.makeAccount();
    await office.db.superuser.query(
      `insert into role_grant (id, commune_id, account_id, role, village_id, valid_from, granted_at)
       values ($1, $2, $3, 'sector_office', $4, '2026-01-01', now())`,
      [newId(), here.communeId, official, east.villageId],
    );
    await changeUnits(office.platform, here.scope, merge());
    const [village] = await readVillages(office.platform, here.scope);
    expect(await grantsOf(official)).toMatchObject([
      { village_id: east.villageId, to: "2026-06-30" },
      { village_id: village?.id, from: "2026-07-01", to: null },
    ]);
  });

  it("A26: sent twice, or by two officers at once, it is done once", async () => {
    const one = merge();
    const other = merge({ newNames: ["Thôn Sơn Tây"] });
    await Promise.all([
      changeUnits(office.platform, here.scope, one),
      changeUnits(office.platform, here.scope, one),
    ]);
    expect(await changeUnits(office.platform, here.scope, one)).toEqual({ ok: true, value: null });
    expect(await changeUnits(office.platform, here.scope, other)).toMatchObject({
      code: "unit_not_standing",
    });
    expect(await rows("select 1 from unit_change where commune_id = $1 and unit = 'village'")).toHaveLength(
      1,
    );
    expect(await readVillages(office.platform, here.scope)).toHaveLength(1);
  });

  it("A26: the preview says what will move and writes nothing", async () => {
    const before = await rows("select * from membership where commune_id = $1 order by id");
    const preview = await previewUnitChange(office.platform, here.scope, merge());
    expect(preview).toMatchObject({
      ok: true,
      value: {
        lastDay: "2026-06-30",
        newNames: ["Thôn Đông Sơn"],
        teams: [{ name: "Tổ CNSCĐ Thôn Đông Sơn", from: ["Tổ CNSCĐ Thôn Đông", "Tổ CNSCĐ Thôn Tây"] }],
        lanes: [
          { lane: "Xóm Trên", households: 1 },
          { lane: "", households: 2 },
        ],
        leaders: 1,
      },
    });
    expect(preview.ok && preview.value.members.map(({ name }) => name)).toEqual(["Cầm Thị Ín", "Lò Văn Ún"]);
    expect(await rows("select * from membership where commune_id = $1 order by id")).toEqual(before);
    expect(await rows("select 1 from unit_change where commune_id = $1")).toEqual([]);
  });

  it("A26: teams that are not joined go on side by side in the new village", async () => {
    await changeUnits(office.platform, here.scope, merge({ joinsTeams: false }));
    expect(
      await rows("select name from team where commune_id = $1 and valid_to is null order by id"),
    ).toEqual([{ name: "Tổ CNSCĐ Thôn Đông" }, { name: "Tổ CNSCĐ Thôn Tây" }]);
  });
});
