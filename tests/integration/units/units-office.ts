import { beforeEach } from "vitest";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import type { TeamRole } from "#app/domain/people/membership.ts";
import { foundCommune } from "#app/features/communes/found-commune.server.ts";
import { addMember } from "#app/features/roster/add-member.server.ts";
import { addMembership } from "#app/features/roster/add-membership.server.ts";
import { addTeam } from "#app/features/roster/add-team.server.ts";
import { makeAccountForMember } from "#app/features/roster/make-account-for-member.server.ts";
import { rosterAct } from "#app/features/roster/roster-act.ts";
import type { UnitChangeOrder } from "#app/features/units/unit-change.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import { testOffice } from "../communes/office.ts";

export const day = (text: string) => text as LocalDate;

export interface Person {
  readonly memberId: string;
  readonly accountId: string;
}

/** A commune with villages, teams and people to be merged and split. Once at the top of a file. */
export function unitsOffice() {
  const office = testOffice();
  let communeId = 0;
  let scope: CommuneScope = { communes: [], actorId: null, verb: "test", requestId: "r" };

  const newId = () => makeId(office.platform.clock.now().getTime(), office.platform.random.bytes(10));

  beforeEach(async () => {
    const officerId = await office.makeAccount({ isFounder: true });
    const stamp = { actorId: officerId, verb: "test", requestId: "r" };
    communeId = await foundCommune(office.platform, stamp, "dai-son-2026");
    scope = office.scope(communeId, officerId);
  });

  async function rows<Row extends object>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await office.db.maintain.query<Row>(sql, [communeId, ...values])).rows;
  }

  async function makeVillage(name: string, households: number | null, adults: number | null) {
    const [row] = (
      await office.db.superuser.query<{ id: number }>(
        `insert into village (commune_id, kind, name, name_key, sort_key, created_at, valid_from)
       values ($1, 'village', $2, lower($2), $2, now(), '2020-01-01') returning id`,
        [communeId, name],
      )
    ).rows;
    const villageId = row?.id ?? 0;
    if (households !== null) {
      await office.db.superuser.query(
        `insert into village_count (commune_id, village_id, counted_on, households, adults, recorded_at)
       values ($1, $2, '2026-01-05', $3, $4, now())`,
        [communeId, villageId, households, adults],
      );
    }
    const teamId = await makeTeam(`Tổ CNSCĐ ${name}`, villageId);
    return { villageId, teamId };
  }

  function makeTeam(name: string, villageId: number): Promise<number> {
    return office.platform.db.withCommunes(scope, async (tx) => {
      const made = await addTeam(tx, rosterAct(office.platform, scope), {
        clientId: newId(),
        kind: "village",
        villageId,
        organisationId: null,
        name,
        decisionNumber: null,
        decisionDate: null,
        zaloGroup: null,
        validFrom: day("2025-01-01"),
      });
      if (!made.ok) throw new Error(made.code);
      return made.value.teamId;
    });
  }

  function makeMember(
    fullName: string,
    times: readonly { teamId: number; role?: TeamRole; from?: string; until?: string }[],
  ): Promise<Person> {
    const { platform } = office;
    return platform.db.withCommunes(scope, async (tx) => {
      const act = rosterAct(platform, scope);
      const memberId = newId();
      const facts = {
        birthYear: 1990,
        sex: null,
        ethnicity: null,
        position: null,
        hasItSkill: null,
        phone: null,
      };
      await addMember(tx, platform.keys, act, { id: memberId, fullName, ...facts });
      for (const { teamId, role = "member", from = "2026-01-01", until } of times) {
        const added = await addMembership(tx, act, {
          id: newId(),
          memberId,
          teamId,
          role,
          from: day(from),
          until: until === undefined ? null : day(until),
          source: "decision",
        });
        if (!added.ok) throw new Error(added.code);
      }
      const account = await makeAccountForMember(tx, platform.keys, act, memberId);
      if (!account.ok) throw new Error(account.code);
      return { memberId, accountId: account.value.accountId };
    });
  }

  async function addHousehold(villageId: number, code: string, lane: string | null, from = "2025-01-01") {
    const id = newId();
    await office.db.superuser.query(
      `insert into household (commune_id, id, village_id, code, lane, head_label, adults, valid_from, entered_at)
     values ($1, $2, $3, $4, $5, '\\x00', 2, $6, now())`,
      [communeId, id, villageId, code, lane, from],
    );
    await office.db.superuser.query(
      "insert into person_slot (commune_id, household_id, slot, label) values ($1, $2, 1, '\\x01')",
      [communeId, id],
    );
    return id;
  }

  function order(wish: Partial<UnitChangeOrder>): UnitChangeOrder {
    return {
      id: newId(),
      unit: "village",
      kind: "merge",
      oldIds: [],
      newNames: ["Thôn Đông Sơn"],
      effectiveOn: day("2026-07-01"),
      decisionNumber: "12/NQ-HĐND",
      decisionDate: day("2026-06-20"),
      joinsTeams: true,
      seats: new Map(),
      lanes: new Map(),
      ...wish,
    };
  }

  /** All that a report of the old days reads of these villages: figures, counts, households and who was where. */
  async function oldTruth(villageIds: readonly number[], on: string) {
    return {
      carried: await rows(
        "select village_id, period, metric, value from carried_over_figure where commune_id = $1 and village_id = any($2) order by 1, 2, 3",
        [villageIds],
      ),
      counts: await rows(
        "select village_id, counted_on::text, households, adults from village_count where commune_id = $1 and village_id = any($2) order by 1, 2",
        [villageIds],
      ),
      households: await rows(
        `select village_id, count(*)::int, sum(adults)::int as adults from household
        where commune_id = $1 and village_id = any($2) and valid_from <= $3 and (valid_to is null or valid_to >= $3)
        group by 1 order by 1`,
        [villageIds, on],
      ),
      memberships: await rows(
        `select m.id, m.member_id, m.team_id, m.role, t.village_id, t.name, v.name as village
         from membership m join team t using (commune_id)
         join village v on v.commune_id = t.commune_id and v.id = t.village_id
        where m.commune_id = $1 and m.team_id = t.id and t.village_id = any($2)
          and m.valid_from <= $3 and (m.valid_to is null or m.valid_to >= $3)
          and t.valid_from <= $3 and (t.valid_to is null or t.valid_to >= $3)
        order by m.id`,
        [villageIds, on],
      ),
    };
  }

  const grantsOf = (accountId: string) =>
    rows<{ role: string; village_id: number; team_id: number; from: string; to: string | null }>(
      `select role, village_id, team_id, valid_from::text as "from", valid_to::text as "to" from role_grant
      where commune_id = $1 and account_id = $2 order by valid_from, team_id`,
      [accountId],
    );
  return {
    office,
    get communeId() {
      return communeId;
    },
    get scope() {
      return scope;
    },
    newId,
    rows,
    makeVillage,
    makeTeam,
    makeMember,
    addHousehold,
    order,
    oldTruth,
    grantsOf,
  };
}
