import { describe, expect, it } from "vitest";
import { foundCommune } from "#app/features/communes/found-commune.server.ts";
import { readVillages } from "#app/features/communes/read-villages.server.ts";
import { changeUnits } from "#app/features/units/change-units.server.ts";
import { unitsOffice } from "./units-office.ts";

const here = unitsOffice();
const { office, rows, makeVillage, makeTeam, makeMember, addHousehold, order, oldTruth, grantsOf } = here;

describe("A26: a village is split", () => {
  it("A26: people and lanes go where they were seated, the others to the first part, and no count is guessed", async () => {
    const old = await makeVillage("Bản Lạ", 90, 240);
    const an = await makeMember("Vì Văn An", [{ teamId: old.teamId, role: "leader" }]);
    const binh = await makeMember("Vì Thị Bình", [{ teamId: old.teamId, from: "2026-08-01" }]);
    await addHousehold(old.villageId, "1", "Xóm Suối");
    await addHousehold(old.villageId, "2", "Xóm Đồi");
    await addHousehold(old.villageId, "3", "Xóm Đồi", "2026-09-01");
    const split = order({
      kind: "split",
      oldIds: [old.villageId],
      newNames: ["Bản Lạ Trên", "Bản Lạ Dưới"],
      seats: new Map([[binh.memberId, 1]]),
      lanes: new Map([["Xóm Đồi", 1]]),
    });
    expect(await changeUnits(office.platform, here.scope, split)).toEqual({ ok: true, value: null });
    const where = await rows<{ member_id: string; village: string; from: string }>(
      `select s.member_id, v.name as village, s.valid_from::text as "from"
         from membership s join team t on t.id = s.team_id join village v on v.id = t.village_id
        where s.commune_id = $1 and s.valid_to is null order by v.name`,
    );
    expect(where).toEqual([
      { member_id: binh.memberId, village: "Bản Lạ Dưới", from: "2026-08-01" },
      { member_id: an.memberId, village: "Bản Lạ Trên", from: "2026-07-01" },
    ]);
    expect(
      await rows(
        `select v.name, h.code, h.valid_from::text as "from" from household h join village v on v.id = h.village_id
          where h.commune_id = $1 and h.valid_to is null order by h.code`,
      ),
    ).toEqual([
      { name: "Bản Lạ Trên", code: "1", from: "2026-07-01" },
      { name: "Bản Lạ Dưới", code: "2", from: "2026-07-01" },
      { name: "Bản Lạ Dưới", code: "3", from: "2026-09-01" },
    ]);
    expect((await readVillages(office.platform, here.scope)).map(({ households }) => households)).toEqual([
      null,
      null,
    ]);
    expect((await grantsOf(an.accountId)).map(({ to }) => to)).toEqual(["2026-06-30", null]);
  });
});

describe("A26: a name is changed by decision", () => {
  it("A26: the old name stays with what happened under it, and the new one is free to be read", async () => {
    const old = await makeVillage("Thôn 7", 40, null);
    await makeMember("Giàng A Páo", [{ teamId: old.teamId }]);
    const before = await oldTruth([old.villageId], "2026-06-30");
    const rename = order({ kind: "rename", oldIds: [old.villageId], newNames: ["Thôn Hòa Bình"] });
    expect(await changeUnits(office.platform, here.scope, rename)).toEqual({ ok: true, value: null });
    expect(await oldTruth([old.villageId], "2026-06-30")).toEqual(before);
    expect(await readVillages(office.platform, here.scope)).toMatchObject([
      { name: "Thôn Hòa Bình", households: 40, adults: null },
    ]);
    expect(await rows("select name from team where commune_id = $1 and valid_to is null")).toEqual([
      { name: "Tổ CNSCĐ Thôn Hòa Bình" },
    ]);
  });
});

describe("A26: the working group of Project 06 is merged into the digital team", () => {
  it("A26: one team goes on in the village, and each group's time stays its own", async () => {
    const { villageId, teamId } = await makeVillage("Thôn 3", null, null);
    const group = await makeTeam("Tổ công tác Đề án 06 Thôn 3", villageId);
    const officer = await makeMember("Mùa A Sử", [{ teamId: group, role: "leader" }]);
    const merge = order({ unit: "team", oldIds: [teamId, group], newNames: ["Tổ CNSCĐ Thôn 3"] });
    expect(await changeUnits(office.platform, here.scope, merge)).toEqual({ ok: true, value: null });
    const standing = await rows<{ id: number; village_id: number; name: string }>(
      "select id, village_id, name from team where commune_id = $1 and valid_to is null",
    );
    expect(standing).toMatchObject([{ village_id: villageId, name: "Tổ CNSCĐ Thôn 3" }]);
    expect(await grantsOf(officer.accountId)).toMatchObject([
      { team_id: group, to: "2026-06-30" },
      { team_id: standing[0]?.id, village_id: villageId, from: "2026-07-01", to: null },
    ]);
  });

  it("A26: teams of two villages never become one, and a refusal leaves everything as it was", async () => {
    const [a, b] = [await makeVillage("Thôn 1", null, null), await makeVillage("Thôn 2", null, null)];
    const merge = order({ unit: "team", oldIds: [a.teamId, b.teamId] });
    expect(await changeUnits(office.platform, here.scope, merge)).toMatchObject({
      code: "units_of_different_places",
    });
    expect(await rows("select 1 from team where commune_id = $1 and valid_to is null")).toHaveLength(2);
  });

  it("T18: a village of another commune is not there", async () => {
    const own = await makeVillage("Thôn 1", null, null);
    const founder = await office.makeAccount({ isFounder: true });
    const elsewhere = await foundCommune(
      office.platform,
      { actorId: founder, verb: "test", requestId: "r" },
      "dai-son-2026",
    );
    const merge = order({ oldIds: [own.villageId, own.villageId + 1] });
    expect(await changeUnits(office.platform, office.scope(elsewhere, founder), merge)).toMatchObject({
      ok: false,
      code: "unit_not_standing",
    });
  });
});
