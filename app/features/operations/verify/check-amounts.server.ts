import type { PoolClient } from "pg";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { VerifiedClaim } from "#app/domain/points/line.ts";
import { findRepeats, isOfMember, type Repeated } from "#app/domain/points/repeats.ts";
import { scoreMonths } from "#app/domain/points/score.ts";
import { type PaidClaim, type MonthRules as PayRules, payClaim } from "#app/domain/points/unit-pay.ts";
import { streamRows } from "../stream-rows.server.ts";
import {
  READ_MONTH_RULES,
  READ_OF_MEMBERS,
  READ_SHARE,
  READ_SLICE,
  READ_SLICES,
  READ_SUMS,
} from "./amounts.sql.ts";
import type { Check, Finding } from "./check.ts";

/** Parts in claims that are scored at once: some megabytes, whatever the size of the commune. */
const PARTS_AT_ONCE = 12_000;
const UNITS_AT_ONCE = 60_000;

interface MonthRules {
  readonly id: number;
  readonly monthFrom: LocalDate;
  /** The days of work that count with it. */
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly scheme: PayRules;
}

type ClaimRow = Omit<VerifiedClaim, "workMonth" | "monthFrom">;

/**
 * V5 and V12: the pure function that booked the points is run over everything again. First what does not earn again,
 * household by household through all years; then all months of some members at a time, against the ledger's sums.
 */
export const amountCheck: Check = {
  id: "V5",
  title:
    "every amount, every cap and every once-only unit (V12) is what the rules of its month make of the verified claims",
  async *run({ client }) {
    const { rows } = await client.query<{ id: number }>(
      "select distinct commune_id as id from month order by 1",
    );
    for (const { id } of rows) yield* checkCommune(client, id);
  },
};

async function* checkCommune(client: PoolClient, communeId: number): AsyncGenerator<Finding> {
  const { rows: months } = await client.query<MonthRules>(READ_MONTH_RULES, [communeId]);
  const rules = rulesOf(months);
  const repeats = await findAllRepeats(client, communeId, rules);
  const until = months.at(-1)?.until;
  const { rows: slices } = await client.query<{ members: string[] }>(READ_SLICES, [communeId, PARTS_AT_ONCE]);
  for (const { members } of slices) yield* checkSlice(client, rules, repeats, [communeId, members, until]);
}

interface Rules {
  /** Kinds that a member earns once for themselves, in any version. */
  readonly keysOfMembers: readonly string[];
  monthOf(workDate: string): MonthRules;
}

function rulesOf(months: readonly MonthRules[]): Rules {
  const kinds = months.flatMap(({ scheme }) => scheme.activities).filter(isOfMember);
  return {
    keysOfMembers: [...new Set(kinds.map(({ key }) => key))],
    monthOf(workDate) {
      const month = months.find(({ from, until }) => from <= workDate && workDate <= until);
      if (!month) throw new Error(`no month holds ${workDate}`);
      return month;
    },
  };
}

async function* checkSlice(
  client: PoolClient,
  rules: Rules,
  repeats: ReadonlyMap<string, Repeated>,
  slice: readonly [communeId: number, members: readonly string[], until: string | undefined],
): AsyncGenerator<Finding> {
  const [communeId, members] = slice;
  const wanted = new Set(members);
  const claims = await payRows(client, rules, READ_SLICE, slice);
  const isWanted = ({ memberId }: { memberId: string }) => wanted.has(memberId);
  const due = new Map<string, number>();
  for (const { lines } of scoreMonths(claims, isWanted, repeats)) {
    for (const { key, points } of lines) due.set(key, (due.get(key) ?? 0) + points);
  }
  for await (const { key, points } of streamRows<{ key: string; points: number }>(client, READ_SUMS, slice)) {
    const owed = due.get(key) ?? 0;
    due.delete(key);
    if (owed !== points) yield about(communeId, key, points, owed);
  }
  for (const [key, owed] of due) if (owed !== 0) yield about(communeId, key, 0, owed);
}

function about(communeId: number, key: string, points: number, wanted: number): Finding {
  const says = `adds up to ${points} hundredths, and the rules of its month give ${wanted}`;
  return { table: "ledger_line", row: `commune ${communeId}, key ${key}`, says };
}

/** What does not earn again, over all years: a share of the households at a time, then what members earn once. */
async function findAllRepeats(
  client: PoolClient,
  communeId: number,
  rules: Rules,
): Promise<ReadonlyMap<string, Repeated>> {
  const found = new Map<string, Repeated>();
  const { rows } = await client.query<{ units: number }>(
    "select count(*)::int as units from claim_unit where commune_id = $1",
    [communeId],
  );
  const shares = Math.ceil((rows[0]?.units ?? 0) / UNITS_AT_ONCE);
  for (let share = 0; share < shares; share++) {
    const paid = await payRows(client, rules, READ_SHARE, [communeId, shares, share]);
    const ofMembers = new Set(paid.flatMap(({ claim, kind }) => (kind && isOfMember(kind) ? claim.id : [])));
    for (const [name, repeated] of findRepeats(paid)) {
      if (!ofMembers.has(name.slice(0, name.indexOf("/")))) found.set(name, repeated);
    }
  }
  const own = await payRows(client, rules, READ_OF_MEMBERS, [communeId, rules.keysOfMembers]);
  for (const [name, repeated] of findRepeats(own)) found.set(name, repeated);
  return found;
}

async function payRows(
  client: PoolClient,
  rules: Rules,
  sql: string,
  values: readonly unknown[],
): Promise<PaidClaim[]> {
  const paid: PaidClaim[] = [];
  for await (const row of streamRows<ClaimRow>(client, sql, values)) {
    const month = rules.monthOf(row.workDate);
    paid.push(payClaim({ ...row, workMonth: month.id, monthFrom: month.monthFrom }, month.scheme));
  }
  return paid;
}
