import type { PoolClient } from "pg";
import type { ActivityKind, Scheme } from "#app/domain/activity/scheme.ts";
import { type Instant, type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import type { CampaignRule } from "#app/domain/campaigns/campaign.ts";
import type { WorkUnit } from "#app/domain/plan/activity-proposal.ts";
import type { VerifiedClaim } from "#app/domain/points/line.ts";
import type { BookedKey } from "#app/domain/points/reconcile.ts";
import { isOfMember } from "#app/domain/points/repeats.ts";
import type { MemberMonth } from "#app/domain/points/score.ts";
import { type MonthRules, type PaidClaim, payClaim } from "#app/domain/points/unit-pay.ts";
import { monthsOf, nameOf } from "#app/domain/points/verified-set.ts";
import { type CheckerGrant, findCheckers } from "#app/features/checkers/find-checkers.server.ts";
import type { Keep } from "#app/platform/coalesce/batches.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import { scopeValues } from "#app/platform/db/set-scope.server.ts";
import {
  HOLD,
  READ_BOOKED,
  READ_HELD,
  READ_RIVALS_OF_HOMES,
  READ_RIVALS_OF_MEMBERS,
  READ_RIVALS_OF_PEOPLE,
  READ_SCHEMES,
  READ_WORK,
} from "./booking.sql.ts";
import { Booking, type BookingFacts, type HeldClaim } from "./booking.ts";
import { type KeptBooks, takeBooks } from "./kept-books.ts";
import { type LedgerMonth, MonthsOfWork } from "./months-of-work.ts";
import { readAsTx } from "./read-as-tx.server.ts";
import type { Wish } from "./wish.ts";

/** A decision that stands already, and under which content. */
export interface KnownDecision {
  readonly id: string;
  readonly claimId: string;
  readonly revision: number;
  readonly verdict: string;
  readonly reasonCode: string | null;
  readonly reason: string | null;
  readonly decidedBy: string;
  readonly sha256: string | null;
}

export interface BatchFacts {
  readonly booking: Booking;
  readonly books: KeptBooks;
  readonly decisions: ReadonlyMap<string, KnownDecision>;
}

interface HeldRow {
  readonly claims: readonly HeldClaim[] | null;
  readonly decisions: readonly KnownDecision[] | null;
  readonly months: readonly LedgerMonth[] | null;
  readonly campaigns: readonly CampaignRule[];
  readonly auditSeq: string | null;
}

type AffectedRow = Omit<VerifiedClaim, "workMonth" | "monthFrom"> & Pick<HeldClaim, "participants">;

/** What one flight to the database brought back from behind the locks. */
interface Held {
  readonly row: HeldRow | undefined;
  readonly checkers: readonly CheckerGrant[];
  readonly checkersOn: LocalDate;
}

/**
 * Begins the transaction, takes its locks and reads what it is about: sent as one flight, carried out one after the
 * other, so that each statement sees what was committed before the lock was given.
 */
export async function holdClaims(
  client: PoolClient,
  scope: CommuneScope,
  wishes: readonly Wish[],
  today: LocalDate,
): Promise<Held> {
  const [communeId = 0] = scope.communes;
  const ids = [...new Set(wishes.map(({ claimId }) => claimId))];
  const decisionIds = wishes.map(({ decisionId }) => decisionId);
  const [, , held, checkers] = await Promise.all([
    client.query("begin"),
    client.query({ ...HOLD, values: [...scopeValues(scope), communeId, ids] }),
    client.query<HeldRow>({ ...READ_HELD, values: [communeId, ids, decisionIds] }),
    findCheckers(readAsTx(client), communeId, today),
  ]);
  return { row: held.rows[0], checkers, checkersOn: today };
}

/** Everything the batch must know, after its locks were taken. */
export async function loadFacts(
  client: PoolClient,
  communeId: number,
  wishes: readonly Wish[],
  {
    held,
    now,
    keep,
    isTold,
  }: { readonly held: Held; readonly now: Instant; readonly keep: Keep; readonly isTold: boolean },
): Promise<BatchFacts> {
  const today = localDateAt(now);
  const { row } = held;
  const books = takeBooks(keep, row?.auditSeq ?? null);
  // Whoever waited past midnight is judged by the rights of the new day.
  const checkers =
    held.checkersOn === today ? held.checkers : await findCheckers(readAsTx(client), communeId, today);
  const months = new MonthsOfWork(row?.months ?? [], now, isTold);
  const schemes = withCampaigns(
    await readSchemes(client, communeId, months.versions, keep),
    row?.campaigns ?? [],
  );
  const booking = new Booking({
    communeId,
    now,
    today,
    months,
    schemes,
    checkers,
    claims: new Map((row?.claims ?? []).map((claim) => [claim.id, claim])),
    verified: books.verified,
    booked: books.booked,
    householdOf: (accountId) => checkers.find((each) => each.accountId === accountId)?.householdId ?? null,
  });
  await loadAffected(client, booking, books, wishes);
  return {
    booking,
    books,
    decisions: new Map((row?.decisions ?? []).map((decision) => [decision.id, decision])),
  };
}

/** A version never changes: once read it is kept from batch to batch. */
export async function readSchemes(
  client: PoolClient,
  communeId: number,
  versions: readonly number[],
  keep: Keep,
): Promise<ReadonlyMap<number, Scheme>> {
  const kept = (keep.get("schemes") as Map<number, Scheme> | undefined) ?? new Map<number, Scheme>();
  const missing = versions.filter((version) => !kept.has(version));
  if (missing.length > 0) {
    const { rows } = await client.query<{ version: number; content: Scheme }>({
      ...READ_SCHEMES,
      values: [communeId, missing],
    });
    for (const { version, content } of rows) kept.set(version, content);
    keep.set("schemes", kept);
  }
  return kept;
}

/** Campaigns are announced while versions are in use, and so are laid beside them anew for each batch. */
export function withCampaigns(
  schemes: ReadonlyMap<number, Scheme>,
  campaigns: readonly CampaignRule[],
): ReadonlyMap<number, MonthRules> {
  return new Map([...schemes].map(([version, scheme]) => [version, { ...scheme, campaigns }]));
}

/**
 * The verified claims and ledger keys of every member-month that the batch can change: first those of whoever did
 * the work, then those of whoever competes with it.
 */
async function loadAffected(
  client: PoolClient,
  booking: Booking,
  books: KeptBooks,
  wishes: readonly Wish[],
): Promise<void> {
  const { claims } = booking.facts;
  const touched = wishes.flatMap((wish): PaidClaim[] => {
    const claim = claims.get(wish.claimId);
    const movesPoints = wish.verdict !== "return" && wish.verdict !== "reject";
    if (!claim || !movesPoints) return [];
    const booked = claim.bookedMonth ?? 0;
    const now = booking.pay(claim, booked);
    return wish.amended ? [now, booking.pay(booking.amendedOf(claim, wish), booked)] : [now];
  });
  if (touched.length === 0) return;
  await loadMonths(
    client,
    booking.facts,
    books,
    touched.flatMap(({ claim }) => monthsOf(claim)),
    touched,
  );
  const rivals = touched.flatMap((paid) => books.verified.monthsAround(paid));
  await loadMonths(client, booking.facts, books, rivals, []);
}

type Shelf = Pick<BookingFacts, "communeId" | "months" | "schemes">;

/** Puts these member-months into the books, with every claim that decides over theirs or over the touched ones. */
export async function loadMonths(
  client: PoolClient,
  shelf: Shelf,
  books: KeptBooks,
  wanted: readonly MemberMonth[],
  touched: readonly PaidClaim[],
): Promise<void> {
  const missing = new Map(wanted.map((month) => [nameOf(month), month]));
  for (const name of books.months) missing.delete(name);
  const work = missing.size === 0 ? [] : await loadWork(client, shelf, books, [...missing.values()]);
  for (const name of missing.keys()) books.months.add(name);
  await loadRivals(client, shelf, books, [...touched, ...work]);
}

async function loadWork(
  client: PoolClient,
  shelf: Shelf,
  books: KeptBooks,
  wanted: readonly MemberMonth[],
): Promise<PaidClaim[]> {
  const spans = wanted.map(({ workMonth }) => shelf.months.spanOf(workMonth));
  const values = [
    shelf.communeId,
    wanted.map(({ memberId }) => memberId),
    spans.map(({ from }) => from),
    spans.map(({ until }) => until),
  ];
  const [work, lines] = await Promise.all([
    client.query<AffectedRow>({ ...READ_WORK, values }),
    client.query<Omit<BookedKey, "workMonth">>({ ...READ_BOOKED, values }),
  ]);
  for (const line of lines.rows) {
    const key: BookedKey = { ...line, workMonth: shelf.months.holding(line.workDate).id };
    const keys = books.booked.get(nameOf(key));
    if (keys) keys.set(key.key, key);
    else books.booked.set(nameOf(key), new Map([[key.key, key]]));
  }
  return put(shelf, books, work.rows);
}

/** One hop is enough: whether a rival earns is its own months' matter. */
async function loadRivals(
  client: PoolClient,
  shelf: Shelf,
  books: KeptBooks,
  claims: readonly PaidClaim[],
): Promise<void> {
  const people = new Set<string>();
  const homes = new Set<string>();
  const members = new Set<string>();
  for (const { claim, kind } of claims) {
    for (const { personKey, householdId } of claim.units) {
      if (personKey !== null) people.add(personKey);
      if (householdId !== null && kind !== null && OF_HOUSEHOLDS.includes(kind.unit)) homes.add(householdId);
    }
    if (kind !== null && isOfMember(kind))
      for (const { memberId } of claim.participants) members.add(memberId);
  }
  for (const known of [...people, ...homes, ...members].filter((each) => books.subjects.has(each))) {
    people.delete(known);
    homes.delete(known);
    members.delete(known);
  }
  const kinds = [...shelf.schemes.values()].flatMap(({ activities }) => activities);
  const keysOf = (isOf: (kind: ActivityKind) => boolean) => [
    ...new Set(kinds.filter(isOf).map(({ key }) => key)),
  ];
  const ask = async (
    question: { name: string; text: string },
    of: ReadonlySet<string>,
    asked: string[] = [],
  ) => {
    if (of.size === 0) return;
    const rest = asked.length === 0 ? [] : [asked];
    const ids = question === READ_RIVALS_OF_PEOPLE ? [...of].map((key) => Buffer.from(key, "hex")) : [...of];
    const values = [shelf.communeId, ids, ...rest];
    put(shelf, books, (await client.query<AffectedRow>({ ...question, values })).rows);
    for (const subject of of) books.subjects.add(subject);
  };
  await Promise.all([
    ask(READ_RIVALS_OF_PEOPLE, people),
    ask(
      READ_RIVALS_OF_HOMES,
      homes,
      keysOf(({ unit }) => OF_HOUSEHOLDS.includes(unit)),
    ),
    ask(READ_RIVALS_OF_MEMBERS, members, keysOf(isOfMember)),
  ]);
}

function put({ months, schemes }: Shelf, books: KeptBooks, rows: readonly AffectedRow[]): PaidClaim[] {
  return rows.map((row) => {
    const month = months.holding(row.workDate);
    const scheme = schemes.get(month.schemeVersion);
    if (!scheme) throw new Error(`the rules ${month.schemeVersion} were not read`);
    const paid = payClaim({ ...row, workMonth: month.id, monthFrom: month.firstDay }, scheme);
    books.verified.put(paid);
    return paid;
  });
}

const OF_HOUSEHOLDS: readonly WorkUnit[] = ["household", "stall", "step", "product"];
