import { type ClaimContent, PLAIN_UNIT, type UnitContent } from "#app/domain/activity/claim.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { allow, type Caller } from "#app/features/accounts/allow.server.ts";
import { submitClaim } from "#app/features/activity-log/submit-claim.server.ts";
import { insertHouseholds } from "#app/features/households/insert-households.server.ts";
import type { TestOffice } from "../communes/office.ts";
import { type Commune, day, freshId, makeCommune } from "../roster/rosterers.ts";

export const TODAY = day("2026-11-20");
export const YESTERDAY = day("2026-11-19");

export interface Logger {
  readonly memberId: string;
  readonly accountId: string;
  /** As the guard lets them in at this moment. */
  caller(): Promise<Caller>;
}

export interface LoggingTeam {
  readonly commune: Commune;
  readonly teamId: number;
  readonly villageId: number;
  readonly leader: Logger;
  readonly deputy: Logger;
  readonly lan: Logger;
  readonly minh: Logger;
  /** Of the neighbouring village's team. */
  readonly far: Logger;
  readonly officer: Logger;
  /** Two adults each. */
  readonly households: readonly string[];
  logger(wish: {
    name: string;
    team: number | null;
    role?: "leader" | "deputy" | "member";
    from?: LocalDate;
    until?: LocalDate | null;
  }): Promise<Logger>;
}

/** A village's team with its list of households, one more team next door, and the office. */
export async function makeLoggingTeam(office: TestOffice): Promise<LoggingTeam> {
  const commune = await makeCommune(office, ["Thôn Đông", "Thôn Đoài"]);
  const villageId = commune.villages.get("Thôn Đông") ?? 0;
  const teamId = await commune.team("Thôn Đông");
  const farTeamId = await commune.team("Thôn Đoài");
  const loggerOf = (memberId: string, accountId: string): Logger => ({
    memberId,
    accountId,
    async caller() {
      const { cookie } = await office.signIn(accountId);
      const request = new Request("http://localhost:3000/", { headers: { Cookie: cookie } });
      const visit = { requestId: "test", clientAddress: "203.0.113.7", nonce: "" };
      return allow({ request, context: { platform: office.platform, visit } } as never, "home.read");
    },
  });
  const logger: LoggingTeam["logger"] = async ({ name, team, role = "member", from, until }) => {
    const memberId = await commune.member({ fullName: name });
    if (team !== null)
      await commune.join(memberId, team, { role, ...(from && { from }), until: until ?? null });
    return loggerOf(memberId, await commune.account(memberId));
  };
  const households = Array.from({ length: 6 }, () => freshId());
  await commune.act((tx, act) =>
    insertHouseholds(
      tx,
      office.platform.keys,
      act,
      households.map((id, index) => ({
        id,
        villageId,
        code: `00${index + 1}`,
        lane: "Ngõ 1",
        head: `Ông Chủ ${index + 1}`,
        adults: 2,
        priorities: index === 5 ? (["poor"] as const) : [],
        validFrom: day("2026-01-01"),
      })),
    ),
  );
  await commune.act((tx) =>
    tx.service.createMany({
      data: [
        { key: "civil-status", name: "Khai sinh trực tuyến", retiredOn: null },
        { key: "pc-covid", name: "PC-Covid", retiredOn: new Date("2026-06-01T00:00:00Z") },
      ].map((each) => ({ ...each, communeId: commune.communeId, kind: "service", pillar: "government" })),
      skipDuplicates: true,
    }),
  );
  return {
    commune,
    teamId,
    villageId,
    leader: await logger({ name: "Lò Văn Trưởng", team: teamId, role: "leader" }),
    deputy: await logger({ name: "Lò Văn Phó", team: teamId, role: "deputy" }),
    lan: await logger({ name: "Vì Thị Lan", team: teamId }),
    minh: await logger({ name: "Quàng Văn Minh", team: teamId }),
    far: await logger({ name: "Hoàng Thị Xa", team: farTeamId }),
    officer: loggerOf("", commune.officerId),
    households,
    logger,
  };
}

export function unit(wish: Partial<UnitContent> = {}): UnitContent {
  return { ...PLAIN_UNIT, ...wish };
}

/** One person guided in an online service at home, yesterday. */
export function work(units: readonly Partial<UnitContent>[], wish: Partial<ClaimContent> = {}): ClaimContent {
  return {
    activityKey: "online-public-service",
    workDate: YESTERDAY,
    mode: "home_visit",
    audience: "residents",
    place: null,
    note: null,
    link: null,
    visits: Math.max(1, units.length),
    minutes: null,
    counters: {},
    movements: [],
    units: units.map((each) => unit({ serviceKey: "civil-status", outcome: "proficient", ...each })),
    helpers: [],
    photos: [],
    ...wish,
  };
}

/** The day's work of somebody, sent; the id of the record. */
export async function send(by: Logger, content: ClaimContent, id: string = freshId()): Promise<string> {
  const verdict = await submitClaim(await by.caller(), { id, content });
  if (!verdict.ok) throw new Error(JSON.stringify(verdict));
  return id;
}

/** As the house sees them: the rows of this team's commune and no other's. */
export function rowsOf(
  office: TestOffice,
  { commune }: Pick<LoggingTeam, "commune">,
  sql: string,
  ...values: unknown[]
  // biome-ignore lint/suspicious/noExplicitAny: asserted by the test that reads it
): Promise<any[]> {
  return office.platform.db.withCommunes(commune.scope, (tx) => tx.$queryRawUnsafe(sql, ...values));
}
