import { beforeEach, describe, expect, it } from "vitest";
import { addMembership } from "#app/features/roster/add-membership.server.ts";
import { addTeam } from "#app/features/roster/add-team.server.ts";
import { delegateLeadership, endDelegation } from "#app/features/roster/delegate-leadership.server.ts";
import { endMembership } from "#app/features/roster/end-membership.server.ts";
import { markCore } from "#app/features/roster/mark-core.server.ts";
import { nameOrganisation } from "#app/features/roster/name-organisation.server.ts";
import { putInCharge } from "#app/features/roster/put-in-charge.server.ts";
import { reorganiseTeam } from "#app/features/roster/reorganise-team.server.ts";
import { setAffiliations } from "#app/features/roster/set-affiliations.server.ts";
import { testOffice } from "../communes/office.ts";
import {
  type Commune,
  communeWithTeam,
  day,
  freshId,
  makeCommune,
  readTimes,
  rightsOn,
} from "./rosterers.ts";

const office = testOffice();
let commune: Commune;
let team: number;
let village: number;

beforeEach(async () => {
  ({ commune, team, village } = await communeWithTeam(office));
});
const timesOf = (memberId: string) => readTimes(office, memberId);

describe("while the leader is away", () => {
  const delegation = (toMember: string) =>
    ({
      id: freshId(),
      teamId: team,
      toMember,
      from: day("2026-11-22"),
      until: day("2026-11-28"),
      reason: "Đi học",
    }) as const;

  it("A15: the stand-in has the leader's rights on those days and on no other", async () => {
    const leader = await commune.member();
    await commune.join(leader, team, { role: "leader" });
    const other = await commune.member({ fullName: "Lò Văn Đạt" });
    await commune.join(other, team);
    const accountId = await commune.account(other);
    const wish = delegation(other);
    expect(await commune.act((tx, act) => delegateLeadership(tx, act, wish))).toEqual({
      ok: true,
      value: null,
    });
    expect(await rightsOn(office, accountId, "2026-11-21")).toEqual([`member ${team} ${village}`]);
    expect(await rightsOn(office, accountId, "2026-11-22")).toEqual([
      `leader ${team} ${village}`,
      `member ${team} ${village}`,
    ]);
    expect(await rightsOn(office, accountId, "2026-11-29")).toEqual([`member ${team} ${village}`]);
    office.setNow(new Date("2026-11-24T02:00:00Z"));
    await commune.act((tx, act) => endDelegation(tx, act, wish));
    expect(await rightsOn(office, accountId, "2026-11-24")).toEqual([`member ${team} ${village}`]);
    expect(await rightsOn(office, accountId, "2026-11-23")).toHaveLength(2);
  });

  it("nobody from outside the team stands in, nor two people at once, nor for a quarter of a year", async () => {
    const leader = await commune.member();
    await commune.join(leader, team, { role: "leader" });
    const [inside, outside] = [await commune.member(), await commune.member()];
    await commune.join(inside, team);
    const ask = (wish: Parameters<typeof delegateLeadership>[2]) =>
      commune.act((tx, act) => delegateLeadership(tx, act, wish));
    expect(await ask(delegation(outside))).toMatchObject({ code: "delegate_not_in_team" });
    expect(await ask({ ...delegation(inside), until: day("2027-03-01") })).toMatchObject({
      code: "delegation_too_long",
    });
    expect(await ask(delegation(inside))).toMatchObject({ ok: true });
    expect(await ask(delegation(inside))).toMatchObject({ code: "delegation_overlaps" });
  });
});

describe("a team reorganised by decision", () => {
  it("A25: on one day some leave, some change role, all of it or nothing, and who left keeps their history", async () => {
    const people = await Promise.all([commune.member(), commune.member(), commune.member()]);
    const [leaves, rises, stays] = [
      await commune.join(people[0] ?? "", team, { role: "leader" }),
      await commune.join(people[1] ?? "", team),
      await commune.join(people[2] ?? "", team),
    ];
    const decision = {
      teamId: team,
      decisionNumber: "402/QĐ-UBND",
      decisionDate: day("2026-11-25"),
      effectiveOn: day("2026-12-01"),
    };
    const fates = [
      { membershipId: leaves, role: null, newId: freshId() },
      { membershipId: rises, role: "leader", newId: freshId() },
      { membershipId: stays, role: "member", newId: freshId() },
    ] as const;
    expect(await commune.act((tx, act) => reorganiseTeam(tx, act, { ...decision, fates }))).toEqual({
      ok: true,
      value: { left: 1, changed: 1 },
    });
    expect(await timesOf(people[0] ?? "")).toEqual(["leader 2026-01-01..2026-11-30"]);
    expect(await timesOf(people[1] ?? "")).toEqual(["member 2026-01-01..2026-11-30", "leader 2026-12-01.."]);
    expect(await timesOf(people[2] ?? "")).toEqual(["member 2026-01-01.."]);
    const { rows } = await office.db.maintain.query("select decision_number from team where id = $1", [team]);
    expect(rows).toEqual([{ decision_number: "402/QĐ-UBND" }]);
  });
});

describe("where people come from", () => {
  it("A16, A17, A19, L06: several affiliations at once, with the cell and the enterprise by name, one spelling each", async () => {
    const memberId = await commune.member();
    const other = await commune.member();
    const wish = [
      { kind: "youth_union", organisation: "Chi đoàn thôn Hoà Bình" },
      { kind: "enterprise", organisation: "VNPT" },
      { kind: "womens_union", organisation: null },
    ] as const;
    await commune.act((tx, act) => setAffiliations(tx, act, memberId, wish));
    await commune.act((tx, act) =>
      setAffiliations(tx, act, other, [{ kind: "youth_union", organisation: "chi đoàn thôn Hòa Bình" }]),
    );
    const { rows } = await office.db.maintain.query(
      `select a.kind, o.name from affiliation a left join organisation o using (commune_id)
        where a.member_id = $1 and (o.id = a.organisation_id or a.organisation_id is null and o.id is null) order by a.kind`,
      [memberId],
    );
    expect(rows).toMatchObject([
      { kind: "enterprise", name: "VNPT" },
      { kind: "youth_union", name: "Chi đoàn thôn Hoà Bình" },
    ]);
    const { rows: cells } = await office.db.maintain.query(
      "select count(*)::int as count from organisation where commune_id = $1 and kind = 'youth_cell'",
      [commune.communeId],
    );
    expect(cells).toEqual([{ count: 1 }]);
    office.setNow(new Date("2026-12-01T02:00:00Z"));
    await commune.act((tx, act) =>
      setAffiliations(tx, act, memberId, [{ kind: "womens_union", organisation: null }]),
    );
    const { rows: after } = await office.db.maintain.query(
      "select kind, valid_to::text as until from affiliation where member_id = $1 order by kind",
      [memberId],
    );
    expect(after).toEqual([
      { kind: "enterprise", until: "2026-11-30" },
      { kind: "womens_union", until: null },
      { kind: "youth_union", until: "2026-11-30" },
    ]);
  });

  it("L07: an official in charge of villages has the role in those villages and loses it with them", async () => {
    const memberId = await commune.member({}, ["official"]);
    const ask = (villageIds: number[]) =>
      commune.act((tx, act) => putInCharge(tx, act, { memberId, villageIds }));
    expect(await ask([village])).toMatchObject({ ok: false, code: "account_needed" });
    const accountId = await commune.account(memberId);
    const held = async () =>
      (
        await office.db.maintain.query(
          "select village_id from role_grant where account_id = $1 and role = 'sector_office' and valid_to is null order by 1",
          [accountId],
        )
      ).rows.map((row) => row.village_id);
    const second = commune.villages.get("Thôn Đoài") ?? 0;
    await ask([village, second]);
    expect(await held()).toEqual([village, second].sort((a, b) => a - b));
    await ask([second]);
    await ask([second]);
    expect(await held()).toEqual([second]);
    await ask([village, second]);
    expect(await held()).toHaveLength(2);
  });

  it("L17: a school team names its school and only a school team does", async () => {
    const organisationId = await commune.act((tx, act) =>
      nameOrganisation(tx, act, { kind: "school", name: "Trường THCS Đại Sơn" }),
    );
    const wish = {
      clientId: freshId(),
      name: "Tổ CNTT",
      villageId: null,
      validFrom: day("2026-01-01"),
      decisionNumber: null,
      decisionDate: null,
      zaloGroup: null,
    };
    expect(
      await commune.act((tx, act) => addTeam(tx, act, { ...wish, kind: "school", organisationId: null })),
    ).toMatchObject({ code: "team_needs_school" });
    expect(
      await commune.act((tx, act) => addTeam(tx, act, { ...wish, kind: "response", organisationId })),
    ).toMatchObject({ code: "team_needs_school" });
    expect(
      await commune.act((tx, act) => addTeam(tx, act, { ...wish, kind: "school", organisationId })),
    ).toMatchObject({ ok: true });
  });
});

describe("another commune", () => {
  it("gives nobody a right in this team, nor does anybody get one in a team that is not there", async () => {
    const neighbour = await makeCommune(office, ["Thôn Đông"]);
    const accountId = await office.makeAccount();
    const give = (communeId: number, teamId: number) =>
      office.db.superuser.query(
        `insert into role_grant (id, commune_id, account_id, role, team_id, valid_from, granted_at)
         values ($1, $2, $3, 'leader', $4, '2026-01-01', now())`,
        [freshId(), communeId, accountId, teamId],
      );
    await expect(give(neighbour.communeId, team)).rejects.toThrow(/foreign key/);
    await expect(give(commune.communeId, 999_999)).rejects.toThrow(/foreign key/);
    await give(commune.communeId, team);
  });

  it("can neither use these people and teams nor change their time", async () => {
    const neighbour = await makeCommune(office, ["Thôn Đông"]);
    const memberId = await commune.member();
    const membershipId = await commune.join(memberId, team);
    const theirs = await neighbour.member();
    const add = (who: string, where: number) =>
      neighbour.act((tx, act) =>
        addMembership(tx, act, {
          id: freshId(),
          memberId: who,
          teamId: where,
          role: "member",
          from: day("2026-01-01"),
          until: null,
          source: "decision",
        }),
      );
    expect(await add(memberId, await neighbour.team("Thôn Đông"))).toMatchObject({ code: "not_permitted" });
    expect(await add(theirs, team)).toMatchObject({ code: "not_permitted" });
    expect(
      await neighbour.act((tx, act) => endMembership(tx, act, { membershipId, until: day("2026-11-20") })),
    ).toEqual({ ok: false, code: "not_permitted" });
    expect(await neighbour.act((tx, act) => markCore(tx, act, { membershipId, isCore: true }))).toEqual({
      ok: false,
      code: "not_permitted",
    });
    expect(await timesOf(memberId)).toEqual(["member 2026-01-01.."]);
  });
});
