import { randomBytes } from "node:crypto";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import type { AffiliationKind, TeamKind } from "#app/domain/people/team.ts";
import { addVillages } from "#app/features/communes/add-villages.server.ts";
import { foundCommune } from "#app/features/communes/found-commune.server.ts";
import { readVillages } from "#app/features/communes/read-villages.server.ts";
import { addMember, type MemberFacts } from "#app/features/roster/add-member.server.ts";
import { addMembership, type NewMembership } from "#app/features/roster/add-membership.server.ts";
import { addTeam } from "#app/features/roster/add-team.server.ts";
import { makeAccountForMember } from "#app/features/roster/make-account-for-member.server.ts";
import { nameOrganisation } from "#app/features/roster/name-organisation.server.ts";
import { type RosterAct, rosterAct } from "#app/features/roster/roster-act.ts";
import { setAffiliations } from "#app/features/roster/set-affiliations.server.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import { type TestBrowser, testBrowser } from "../accounts/test-browser.ts";
import { NOW, type TestOffice } from "../communes/office.ts";

export const day = (text: string) => text as LocalDate;
export const freshId = () => makeId(Date.now(), new Uint8Array(randomBytes(10)));

export const SOMEBODY: MemberFacts = {
  fullName: "Nông Thị Hoà",
  birthYear: 1990,
  sex: "female",
  ethnicity: "Tày",
  position: null,
  hasItSkill: true,
  phone: null,
};

export interface Commune {
  readonly communeId: number;
  readonly officerId: string;
  readonly scope: CommuneScope;
  readonly villages: ReadonlyMap<string, number>;
  /** One transaction of the commune's office. */
  act<Answer>(
    work: (tx: Tx, act: RosterAct & { actorId: string }) => Promise<Answer>,
    actorId?: string,
  ): Promise<Answer>;
  team(village: string | null, wish?: { kind?: TeamKind; name?: string; school?: string }): Promise<number>;
  member(facts?: Partial<MemberFacts>, affiliations?: readonly AffiliationKind[]): Promise<string>;
  join(memberId: string, teamId: number, wish?: Partial<NewMembership>): Promise<string>;
  account(memberId: string): Promise<string>;
  browser(accountId?: string): Promise<TestBrowser>;
}

/** A commune with villages and an officer, on the test's own database. */
export async function makeCommune(
  office: TestOffice,
  villages: readonly string[],
  preset = "dai-son-2026",
): Promise<Commune> {
  const officerId = await office.makeAccount({ isFounder: true });
  const stamp = { actorId: officerId, verb: "test", requestId: "r" };
  const communeId = await foundCommune(office.platform, stamp, preset as "dai-son-2026");
  const scope = office.scope(communeId, officerId);
  if (villages.length > 0) await addVillages(office.platform, scope, villages.join("\n"), "village");
  const ids = new Map((await readVillages(office.platform, scope)).map(({ name, id }) => [name, id]));
  const act: Commune["act"] = (work, actorId = officerId) => {
    const mine = { ...scope, actorId };
    return office.platform.db.withCommunes(mine, (tx) =>
      work(tx, { ...rosterAct(office.platform, mine), actorId }),
    );
  };
  const commune: Commune = {
    communeId,
    officerId,
    scope,
    villages: ids,
    act,
    team: (village, { kind = village === null ? "commune" : "village", name, school } = {}) =>
      act(async (tx, on) => {
        const verdict = await addTeam(tx, on, {
          clientId: freshId(),
          kind,
          name: name ?? `Tổ ${village ?? kind}`,
          villageId: village === null ? null : (ids.get(village) ?? 0),
          organisationId:
            school === undefined ? null : await nameOrganisation(tx, on, { kind: "school", name: school }),
          validFrom: day("2026-01-01"),
          decisionNumber: "318/QĐ-UBND",
          decisionDate: day("2026-03-20"),
          zaloGroup: null,
        });
        if (!verdict.ok) throw new Error(verdict.code);
        return verdict.value.teamId;
      }),
    member: (facts = {}, affiliations = []) =>
      act(async (tx, on) => {
        const id = freshId();
        await addMember(tx, office.platform.keys, on, { id, ...SOMEBODY, ...facts });
        await setAffiliations(
          tx,
          on,
          id,
          affiliations.map((kind) => ({ kind, organisation: null })),
        );
        return id;
      }),
    join: (memberId, teamId, wish = {}) =>
      act(async (tx, on) => {
        const id = wish.id ?? freshId();
        const place = {
          role: "member",
          from: day("2026-01-01"),
          until: null,
          source: "decision",
          ...wish,
        } as const;
        const verdict = await addMembership(tx, on, { ...place, id, memberId, teamId });
        if (!verdict.ok) throw new Error(verdict.code);
        return id;
      }),
    account: (memberId) =>
      act(async (tx, on) => {
        const verdict = await makeAccountForMember(tx, office.platform.keys, on, memberId);
        if (!verdict.ok) throw new Error(verdict.code);
        return verdict.value.accountId;
      }),
    async browser(accountId = officerId) {
      const { cookie } = await office.signIn(accountId);
      const at = cookie.indexOf("=");
      return testBrowser(() => office.platform, {
        cookies: new Map([[cookie.slice(0, at), cookie.slice(at + 1)]]),
      });
    },
  };
  return commune;
}

/** The commune most tests begin with: two villages, a team in the first. */
export async function communeWithTeam(
  office: TestOffice,
): Promise<{ commune: Commune; team: number; village: number }> {
  office.setNow(NOW);
  const commune = await makeCommune(office, ["Thôn Đông", "Thôn Đoài"]);
  const village = commune.villages.get("Thôn Đông") ?? 0;
  return { commune, team: await commune.team("Thôn Đông"), village };
}

/** Somebody's times in teams, as "leader 2026-01-01..2026-11-30". */
export async function readTimes(office: TestOffice, memberId: string): Promise<string[]> {
  const { rows } = await office.db.maintain.query<{ role: string; from: string; until: string | null }>(
    `select role, valid_from::text as "from", valid_to::text as until from membership
      where member_id = $1 order by valid_from`,
    [memberId],
  );
  return rows.map(({ role, from, until }) => `${role} ${from}..${until ?? ""}`);
}

/** What an account may do in teams on a day, as the guard would see it. */
export async function rightsOn(office: TestOffice, accountId: string, on: string): Promise<string[]> {
  const { rows } = await office.db.maintain.query<{
    role: string;
    team_id: number;
    village_id: number | null;
  }>(
    `select role, team_id, village_id from role_grant
      where account_id = $1 and team_id is not null and valid_from <= $2 and (valid_to is null or valid_to >= $2)
      order by team_id, role`,
    [accountId, on],
  );
  return rows.map((row) => `${row.role} ${row.team_id} ${row.village_id ?? "-"}`);
}
