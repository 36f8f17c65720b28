import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { action as signIn } from "#app/routes/public/sign-in.tsx";
import { type Fixture, fixtureSchema } from "#prisma/seed/fixture.schema.ts";
import { FixtureRefused } from "#prisma/seed/fixture-refused.ts";
import { loadFixture } from "#prisma/seed/load-fixture.server.ts";
import { testBrowser } from "../accounts/test-browser.ts";
import { testOffice } from "../communes/office.ts";

const office = testOffice();
const load = (fixture: Fixture) =>
  loadFixture({ platform: office.platform, maintain: office.db.maintain }, fixture);

/** The example that docs/fixture-format.md shows. */
function documented(): Fixture {
  const text = readFileSync("docs/fixture-format.md", "utf8");
  return fixtureSchema.parse(JSON.parse(/```json\n([\s\S]*?)```/.exec(text)?.[1] ?? "null"));
}

async function digestOf(...tables: readonly string[]): Promise<unknown[]> {
  const digests: unknown[] = [];
  for (const table of tables) {
    const { rows } = await office.db.maintain.query(
      `select md5(string_agg(t::text, '|' order by t::text)) as digest from ${table} t`,
    );
    digests.push(rows[0].digest);
  }
  return digests;
}

const TEAM = "Tổ công nghệ số cộng đồng Bản Mẫu";
const TABLES = [
  "account",
  "commune",
  "commune_setting",
  "setup_step",
  "village",
  "village_count",
  "team",
  "member",
  "membership",
  "affiliation",
  "role_grant",
  "audit_log",
];

describe("a fixture", () => {
  beforeAll(async () => {
    expect(await load(documented())).toEqual({
      accounts: 1,
      communes: 1,
      villages: 1,
      teams: 1,
      members: 1,
      roles: 1,
    });
  });

  it("opens the account it describes, with its password", async () => {
    const [account] = documented().accounts;
    const browser = testBrowser(() => office.platform);
    const answer = await browser.post(signIn, "/dang-nhap", {
      name: "van.phong",
      password: account?.password ?? "",
    });
    expect(answer.status).toBe(303);
  });

  it("makes a commune that has finished its set-up, with the words of its plan and its villages counted", async () => {
    const { rows } = await office.db.maintain.query(
      `select c.name, c.trial, c.set_up_at is not null as "isSetUp", v.name as village, n.households, n.adults,
              h.value ->> 'issuingBody' as body
         from commune c join village v on v.commune_id = c.id join village_count n on n.village_id = v.id
         join commune_setting h on h.commune_id = c.id and h.section = 'document_header'
        where c.code = '99001'`,
    );
    expect(rows).toEqual([
      {
        name: "Mường Thử",
        trial: false,
        isSetUp: true,
        village: "Bản Mẫu",
        households: 84,
        adults: 210,
        body: "Ủy ban nhân dân xã Mường Thử",
      },
    ]);
  });

  it("loaded a second time changes nothing, not even the audit log", async () => {
    const before = await digestOf(...TABLES);
    expect(await load(documented())).toEqual({
      accounts: 0,
      communes: 0,
      villages: 0,
      teams: 0,
      members: 0,
      roles: 0,
    });
    expect(await digestOf(...TABLES)).toEqual(before);
  });

  it("adds only what is new to what is there", async () => {
    const more = documented();
    more.communes[0]?.villages.push({ name: "Bản Thêm", kind: "village" });
    more.accounts.push({
      username: "to.truong",
      displayName: "Cầm Văn Tiến",
      founder: false,
      roles: [{ commune: "99001", role: "leader", village: "bản mẫu", team: TEAM }],
    });
    expect(await load(more)).toEqual({
      accounts: 1,
      communes: 0,
      villages: 1,
      teams: 0,
      members: 0,
      roles: 1,
    });
  });

  it.each([
    [
      "a founder nobody knows",
      (fixture: Fixture) => Object.assign(fixture.communes[0] ?? {}, { code: "99002", founder: "nobody" }),
    ],
    [
      "a password anybody would guess",
      (fixture: Fixture) =>
        Object.assign(fixture.accounts[0] ?? {}, {
          username: "new.one",
          phone: undefined,
          password: "van.phong2026",
        }),
    ],
    [
      "a village that is not there",
      (fixture: Fixture) =>
        Object.assign(fixture.accounts[0]?.roles[0] ?? {}, { role: "sector_office", village: "Không Có" }),
    ],
    [
      "a team nobody knows by its number",
      (fixture: Fixture) =>
        Object.assign(fixture.accounts[0]?.roles[0] ?? {}, { role: "leader", team: 1_000_000 }),
    ],
    [
      "a team nobody knows by its name",
      (fixture: Fixture) =>
        Object.assign(fixture.accounts[0]?.roles[0] ?? {}, { role: "leader", team: "Tổ Không Có" }),
    ],
    [
      "a commune that is not there",
      (fixture: Fixture) => Object.assign(fixture.accounts[0]?.roles[0] ?? {}, { commune: "12345" }),
    ],
    [
      "another account's phone",
      (fixture: Fixture) => Object.assign(fixture.accounts[0] ?? {}, { username: "new.two" }),
    ],
    [
      "somebody of a team whose account nobody knows",
      (fixture: Fixture) =>
        Object.assign(fixture.communes[0]?.teams[0] ?? {}, {
          name: "Tổ khác",
          members: [
            { name: "Vi Thị Mới", role: "member", isCore: false, affiliations: [], account: "nobody" },
          ],
        }),
    ],
    [
      "a village named twice",
      (fixture: Fixture) => fixture.communes[0]?.villages.push({ name: "BẢN MẪU", kind: "village" }),
    ],
    [
      "a regulation of tomorrow's year",
      (fixture: Fixture) =>
        Object.assign(fixture.communes[0] ?? {}, {
          code: "99003",
          regulation: { number: "1/QC-UBND", date: "2999-01-01" },
        }),
    ],
  ])("with %s is refused, and nothing of it is loaded", async (_what, spoil) => {
    const before = await digestOf(...TABLES);
    const fixture = documented();
    fixture.communes.push({
      ...(fixture.communes[0] as Fixture["communes"][number]),
      code: "99009",
      villages: [],
    });
    spoil(fixture);
    await expect(load(fixture)).rejects.toThrow(FixtureRefused);
    expect(await digestOf(...TABLES)).toEqual(before);
  });

  it("with a key nobody knows is refused before it is looked at", () => {
    expect(fixtureSchema.safeParse({ ...documented(), comunes: [] }).success).toBe(false);
    expect(fixtureSchema.safeParse({ ...documented(), format: 2 }).success).toBe(false);
  });
});
