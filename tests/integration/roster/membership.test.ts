import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { addDays, type LocalDate } from "#app/domain/calendar/local-date.ts";
import { type TeamRole, teamRoles } from "#app/domain/people/membership.ts";
import { addMember } from "#app/features/roster/add-member.server.ts";
import { addMembership } from "#app/features/roster/add-membership.server.ts";
import { addTeam } from "#app/features/roster/add-team.server.ts";
import { changeMembershipRole } from "#app/features/roster/change-membership-role.server.ts";
import { endMembership, withdrawMemberships } from "#app/features/roster/end-membership.server.ts";
import { markCore } from "#app/features/roster/mark-core.server.ts";
import { testOffice } from "../communes/office.ts";
import { type Commune, communeWithTeam, day, freshId, readTimes, rightsOn, SOMEBODY } from "./rosterers.ts";

const office = testOffice();
let commune: Commune;
let team: number;
let village: number;

beforeEach(async () => {
  ({ commune, team, village } = await communeWithTeam(office));
});
const timesOf = (memberId: string) => readTimes(office, memberId);

describe("time in a team", () => {
  it("A21: a change of role ends the old time the day before and keeps it", async () => {
    const memberId = await commune.member();
    const membershipId = await commune.join(memberId, team);
    const change = { id: freshId(), membershipId, role: "deputy", from: day("2026-06-01") } as const;
    expect(await commune.act((tx, act) => changeMembershipRole(tx, act, change))).toMatchObject({ ok: true });
    const expected = ["member 2026-01-01..2026-05-31", "deputy 2026-06-01.."];
    expect(await timesOf(memberId)).toEqual(expected);
    // Sent again, as a phone does that heard no answer.
    expect(await commune.act((tx, act) => changeMembershipRole(tx, act, change))).toMatchObject({ ok: true });
    expect(await timesOf(memberId)).toEqual(expected);
  });

  it("A21: adding, ending and adding a team or person again with the same id changes nothing", async () => {
    const memberId = freshId();
    const clientId = freshId();
    const membership = {
      id: freshId(),
      memberId,
      role: "member",
      from: day("2026-01-01"),
      until: null,
      source: "decision",
    } as const;
    const once = () =>
      commune.act(async (tx, act) => {
        await addMember(tx, office.platform.keys, act, { id: memberId, ...SOMEBODY });
        const made = await addTeam(tx, act, {
          clientId,
          kind: "commune",
          name: "Tổ xã",
          villageId: null,
          organisationId: null,
          validFrom: day("2026-01-01"),
          decisionNumber: null,
          decisionDate: null,
          zaloGroup: null,
        });
        const teamId = made.ok ? made.value.teamId : 0;
        return [teamId, await addMembership(tx, act, { ...membership, teamId })];
      });
    const [first, again] = [await once(), await once()];
    expect(first[0]).toBe(again[0]);
    expect(first[1]).toMatchObject({ ok: true, value: { added: 1 } });
    expect(again[1]).toMatchObject({ ok: true, value: { added: 0 } });
    const end = () =>
      commune.act((tx, act) =>
        endMembership(tx, act, { membershipId: membership.id, until: day("2026-08-31") }),
      );
    expect([await end(), await end()]).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    expect(await timesOf(memberId)).toEqual(["member 2026-01-01..2026-08-31"]);
  });

  it("refuses what overlaps, with the days that are in the way, and writes nothing", async () => {
    const memberId = await commune.member();
    await commune.join(memberId, team, { until: day("2026-06-30") });
    const again = {
      id: freshId(),
      memberId,
      teamId: team,
      role: "leader",
      from: day("2026-06-30"),
      until: null,
      source: "decision",
    } as const;
    expect(await commune.act((tx, act) => addMembership(tx, act, again))).toEqual({
      ok: false,
      code: "membership_overlaps",
      from: "2026-01-01",
      until: "2026-06-30",
      index: 0,
    });
    expect(
      await commune.act((tx, act) => addMembership(tx, act, { ...again, from: day("2026-07-01") })),
    ).toMatchObject({ ok: true });
  });

  it("A20: one police officer works in the teams of several villages at once", async () => {
    const second = await commune.team("Thôn Đoài");
    const memberId = await commune.member({}, ["police"]);
    const accountId = await commune.account(memberId);
    await commune.join(memberId, team);
    await commune.join(memberId, second);
    expect(await rightsOn(office, accountId, "2026-11-20")).toEqual([
      `member ${team} ${village}`,
      `member ${second} ${commune.villages.get("Thôn Đoài")}`,
    ]);
  });

  it("somebody who comes for a campaign needs a last day", async () => {
    const memberId = await commune.member({}, ["student"]);
    const guest = {
      id: freshId(),
      memberId,
      teamId: team,
      role: "member",
      from: day("2026-11-01"),
      until: null,
      source: "campaign",
    } as const;
    expect(await commune.act((tx, act) => addMembership(tx, act, guest))).toMatchObject({
      ok: false,
      code: "campaign_needs_end",
    });
  });

  it("A13: the core mark changes no time and no right", async () => {
    const memberId = await commune.member();
    const accountId = await commune.account(memberId);
    const membershipId = await commune.join(memberId, team);
    const before = [await timesOf(memberId), await rightsOn(office, accountId, "2026-11-20")];
    expect(await commune.act((tx, act) => markCore(tx, act, { membershipId, isCore: true }))).toMatchObject({
      ok: true,
    });
    expect([await timesOf(memberId), await rightsOn(office, accountId, "2026-11-20")]).toEqual(before);
  });
});

describe("rights", () => {
  it("L05: follow the membership of the day, from before the account was made until after the person left", async () => {
    const memberId = await commune.member();
    const membershipId = await commune.join(memberId, team, { source: "assigned" });
    const accountId = await commune.account(memberId);
    expect(await rightsOn(office, accountId, "2026-11-20")).toEqual([`member ${team} ${village}`]);
    await commune.act((tx, act) =>
      changeMembershipRole(tx, act, { id: freshId(), membershipId, role: "leader", from: day("2026-11-21") }),
    );
    expect(await rightsOn(office, accountId, "2026-11-20")).toEqual([`member ${team} ${village}`]);
    expect(await rightsOn(office, accountId, "2026-11-21")).toEqual([`leader ${team} ${village}`]);
  });

  it("end after the last day, and are gone altogether with a membership that was entered by mistake", async () => {
    const memberId = await commune.member();
    const accountId = await commune.account(memberId);
    const first = await commune.join(memberId, team);
    await commune.act((tx, act) => endMembership(tx, act, { membershipId: first, until: day("2026-11-20") }));
    expect(await rightsOn(office, accountId, "2026-11-20")).toHaveLength(1);
    expect(await rightsOn(office, accountId, "2026-11-21")).toEqual([]);
    await commune.act((tx, act) => withdrawMemberships(tx, act, [first]));
    expect(await rightsOn(office, accountId, "2026-11-20")).toEqual([]);
  });

  it("of an office are never touched by a change of team", async () => {
    const memberId = await commune.member();
    const accountId = await commune.account(memberId);
    await office.grant(accountId, commune.communeId, "council");
    const membershipId = await commune.join(memberId, team);
    await commune.act((tx, act) => withdrawMemberships(tx, act, [membershipId]));
    const { rows } = await office.db.maintain.query(
      "select 1 from role_grant where account_id = $1 and role = 'council' and valid_to is null",
      [accountId],
    );
    expect(rows).toHaveLength(1);
  });

  it("never overlap for one person in one team, and follow every day, whatever two officers do at once", async () => {
    const START = day("2026-01-01");
    const someDay = fc.nat({ max: 60 }).map((offset) => addDays(START, offset));
    const step = fc.oneof(
      fc.record({
        kind: fc.constant("add" as const),
        from: someDay,
        length: fc.option(fc.nat({ max: 30 })),
        role: fc.constantFrom(...teamRoles),
      }),
      fc.record({
        kind: fc.constant("change" as const),
        pick: fc.nat({ max: 5 }),
        from: someDay,
        role: fc.constantFrom(...teamRoles),
      }),
      fc.record({ kind: fc.constant("end" as const), pick: fc.nat({ max: 5 }), until: someDay }),
    );
    const pairs = fc.array(fc.tuple(step, step), { minLength: 1, maxLength: 7 });
    await fc.assert(
      fc.asyncProperty(pairs, async (rounds) => {
        const memberId = await commune.member();
        const accountId = await commune.account(memberId);
        const take = async (one: (typeof rounds)[number][0]) => {
          if (one.kind === "add") {
            const until = one.length === null ? null : addDays(one.from, one.length);
            const { from, role } = one;
            return commune.act((tx, act) =>
              addMembership(tx, act, {
                id: freshId(),
                memberId,
                teamId: team,
                role,
                from,
                until,
                source: "decision",
              }),
            );
          }
          const ids = (
            await office.db.maintain.query<{ id: string }>(
              "select id from membership where member_id = $1 order by valid_from",
              [memberId],
            )
          ).rows;
          const id = ids[one.pick % Math.max(1, ids.length)]?.id;
          if (id === undefined) return null;
          if (one.kind === "end")
            return commune.act((tx, act) => endMembership(tx, act, { membershipId: id, until: one.until }));
          const { role, from } = one;
          return commune.act((tx, act) =>
            changeMembershipRole(tx, act, { id: freshId(), membershipId: id, role, from }),
          );
        };
        for (const [mine, theirs] of rounds) await Promise.all([take(mine), take(theirs)]);
        await expectRightsToFollow(memberId, accountId, START);
      }),
      { numRuns: 25 },
    );
  }, 120_000);

  async function expectRightsToFollow(memberId: string, accountId: string, start: LocalDate): Promise<void> {
    const { rows } = await office.db.maintain.query<{ day: string; roles: TeamRole[]; rights: TeamRole[] }>(
      `select d::date::text as day,
              array(select role from membership m where m.member_id = $1 and d between m.valid_from and coalesce(m.valid_to, 'infinity')) as roles,
              array(select role from role_grant g where g.account_id = $2 and d between g.valid_from and coalesce(g.valid_to, 'infinity')) as rights
         from generate_series($3::date - 2, $3::date + 120, '1 day') d`,
      [memberId, accountId, start],
    );
    for (const { day: on, roles, rights } of rows) {
      expect(roles.length, `roles on ${on}`).toBeLessThanOrEqual(1);
      expect(rights, `rights on ${on}`).toEqual(roles);
    }
  }
});
