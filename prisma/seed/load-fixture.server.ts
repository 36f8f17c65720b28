import type { Pool } from "pg";
import { parseUsername } from "#app/domain/accounts/login-name.ts";
import { makeId } from "#app/domain/ids.ts";
import { parsePhone } from "#app/domain/people/phone.ts";
import { choosePassword } from "#app/features/accounts/choose-password.server.ts";
import { keepPhone } from "#app/features/accounts/keep-phone.server.ts";
import { sealTotpSecret } from "#app/features/accounts/open-totp-secret.server.ts";
import type { Stamp, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { AccountInFixture, Fixture } from "./fixture.schema.ts";
import { FixtureRefused } from "./fixture-refused.ts";
import { loadCommune } from "./load-commune.server.ts";
import { loadGrants } from "./load-grants.server.ts";
import { loadHouseholds } from "./load-households.server.ts";
import { loadOfficeLists } from "./load-office-lists.server.ts";
import { loadTeams } from "./load-teams.server.ts";

/** A whole commune at once, also where the machine is slow and busy. */
const LOADING_TIMEOUT_MS = 300_000;

/** How many were new; the rest was there already and stays as it is. */
export interface LoadReport {
  accounts: number;
  communes: number;
  villages: number;
  teams: number;
  members: number;
  roles: number;
}

export interface LoadWish {
  readonly platform: Platform;
  /** A pool of tds_maintain: finds communes by their code, which the application cannot across communes. */
  readonly maintain: Pool;
}

const STAMP: Stamp = { actorId: null, verb: "seed.load-fixture", requestId: "seed" };

/**
 * Brings the fixture in, all of it or nothing. What is known by its key (user name, commune code, village name, team, role) is left untouched, so loading a file again changes nothing.
 */
export async function loadFixture({ platform, maintain }: LoadWish, fixture: Fixture): Promise<LoadReport> {
  // Before the transaction: passwords are slow to hash on purpose.
  const accounts = await Promise.all(fixture.accounts.map((account) => prepareAccount(platform, account)));
  const numbers = await numberCommunes(platform, maintain, fixture);
  const communes = [...numbers.values()];
  return platform.db.withCommunes(
    { ...STAMP, communes },
    async (tx) => {
      const report: LoadReport = { accounts: 0, communes: 0, villages: 0, teams: 0, members: 0, roles: 0 };
      const ids = await loadAccounts(tx, accounts, report);
      for (const commune of fixture.communes) {
        const founderId = ids.get(commune.founder);
        if (!founderId)
          throw new FixtureRefused(`The founder "${commune.founder}" of ${commune.name} is no account.`);
        const number = numbers.get(commune.code);
        if (number === undefined) throw new Error(`commune ${commune.code} was given no number`);
        const place = { platform, stamp: STAMP, number, founderId };
        await loadCommune(tx, place, commune, report);
        await loadTeams(tx, { ...place, accounts: ids }, commune, report);
        await loadHouseholds(tx, { ...place, accounts: ids }, commune);
        await loadOfficeLists(tx, place, commune);
      }
      for (const account of fixture.accounts) {
        await loadGrants(
          tx,
          platform,
          { accountId: ids.get(account.username) ?? "", numbers },
          account.roles,
          report,
        );
      }
      return report;
    },
    { timeoutMs: LOADING_TIMEOUT_MS },
  );
}

type AccountRow = Parameters<Tx["account"]["create"]>[0]["data"] & {
  readonly id: string;
  readonly username: string;
};

async function prepareAccount(platform: Platform, given: AccountInFixture): Promise<AccountRow> {
  const username = parseUsername(given.username);
  if (!username.ok || username.value !== given.username)
    throw new FixtureRefused(`"${given.username}" is no user name.`);
  const now = platform.clock.now();
  const phone = given.phone === undefined ? null : parsePhone(given.phone);
  return {
    id: makeId(now.getTime(), platform.random.bytes(10)),
    username: username.value,
    displayName: given.displayName,
    isFounder: given.founder,
    createdAt: now,
    ...(phone ? keepPhone(platform.keys, phone) : {}),
    ...(given.password === undefined ? {} : await hashPassword(platform, given, given.password)),
    ...(given.totpSecret === undefined
      ? {}
      : { totpSecretSealed: sealTotpSecret(platform.keys, given.totpSecret), totpConfirmedAt: now }),
  };
}

/** No weaker than anybody's: a fixture that is loaded by mistake opens no door to a guess. */
async function hashPassword(
  platform: Platform,
  { username, displayName }: AccountInFixture,
  password: string,
) {
  const chosen = await choosePassword(platform, {
    password,
    repeated: password,
    ownWords: [username, displayName],
  });
  if (!chosen.ok) throw new FixtureRefused(`The password of "${username}" is refused (${chosen.code}).`);
  return { passwordHash: chosen.value.passwordHash, passwordChangedAt: platform.clock.now() };
}

async function loadAccounts(
  tx: Tx,
  accounts: readonly AccountRow[],
  report: LoadReport,
): Promise<Map<string, string>> {
  const { count } = await tx.account.createMany({ data: [...accounts], skipDuplicates: true });
  report.accounts = count;
  const known = await tx.account.findMany({
    where: { username: { in: accounts.map(({ username }) => username) } },
    select: { id: true, username: true },
  });
  const ids = new Map(known.map(({ id, username }) => [username, id]));
  const lost = accounts.find(({ username }) => !ids.has(username));
  if (lost) throw new FixtureRefused(`The phone number of "${lost.username}" belongs to another account.`);
  return ids;
}

/** The number of each commune of the fixture: its own where it is known, else a new one. */
async function numberCommunes(
  platform: Platform,
  maintain: Pool,
  fixture: Fixture,
): Promise<Map<string, number>> {
  const codes = fixture.communes.map((commune) => commune.code);
  const mentioned = fixture.accounts.flatMap((account) => account.roles.map((grant) => grant.commune));
  const { rows } = await maintain.query<{ code: string; id: number }>(
    "select code, id from commune where code = any($1)",
    [[...codes, ...mentioned]],
  );
  const numbers = new Map(rows.map(({ code, id }) => [code, id]));
  for (const code of codes) {
    if (numbers.has(code)) continue;
    const [next] = await platform.db.prisma.$queryRaw<
      { id: number }[]
    >`select nextval('commune_number')::int as id`;
    if (next) numbers.set(code, next.id);
  }
  return numbers;
}
