import type { PoolClient } from "pg";
import { kindOf } from "#app/domain/activity/scheme.ts";
import type { CampaignRule } from "#app/domain/campaigns/campaign.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { setScope } from "#app/platform/db/set-scope.server.ts";
import { READ_CAMPAIGNS, READ_MEMBER, READ_MONTHS, READ_POINT_LINES } from "./booking.sql.ts";
import type { LedgerCaller } from "./decide-claims.server.ts";
import { emptyBooks } from "./kept-books.ts";
import { loadMonths, readSchemes, withCampaigns } from "./load-facts.server.ts";
import { maySeePoints } from "./may-see-points.ts";
import { type LedgerMonth, MonthsOfWork } from "./months-of-work.ts";
import {
  type PointLine,
  type PointPeriod,
  type PointsOfMember,
  type PointTelling,
  tellPoints,
} from "./tell-points.ts";

/** "Why do I have these points?": every line behind the total, told as work, and every cap in its figures. */
export async function readPointsOfMember(
  caller: LedgerCaller,
  memberId: string,
  period: PointPeriod,
): Promise<Verdict<PointsOfMember, { readonly code: "not_permitted" }>> {
  const { communeId } = caller;
  if (communeId === null) return refused({ code: "not_permitted" });
  const client = await caller.platform.db.pool.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    await setScope(client, caller.scope("ledger.read-points"));
    const answer = await read(client, caller, communeId, memberId, period);
    await client.query("commit");
    return answer;
  } catch (error) {
    await client.query("rollback").catch(() => null);
    throw error;
  } finally {
    client.release();
  }
}

async function read(
  client: PoolClient,
  caller: LedgerCaller,
  communeId: number,
  memberId: string,
  period: PointPeriod,
): Promise<Verdict<PointsOfMember, { readonly code: "not_permitted" }>> {
  const known = await client.query<{ name: string; accountId: string | null; teamIds: number[] }>({
    ...READ_MEMBER,
    values: [communeId, memberId, caller.today],
  });
  const member = known.rows[0];
  if (!member || !maySeePoints(caller, { ...member, communeId })) return refused({ code: "not_permitted" });
  const { rows: lines } = await client.query<PointLine>({
    ...READ_POINT_LINES,
    values: [communeId, memberId, period.fromMonth, period.toMonth],
  });
  const telling = await readTelling(client, communeId, memberId, lines);
  return allowed({ memberId, memberName: member.name, period, ...tellPoints(lines, telling) });
}

async function readTelling(
  client: PoolClient,
  communeId: number,
  memberId: string,
  lines: readonly PointLine[],
): Promise<PointTelling> {
  const { rows } = await client.query<LedgerMonth>({ ...READ_MONTHS, values: [communeId] });
  // Nothing is booked here, so no moment matters; each day was offered to the months when its work was booked.
  const months = new MonthsOfWork(rows, 0, true);
  const campaigns = await client.query<{ rules: readonly CampaignRule[] }>({
    ...READ_CAMPAIGNS,
    values: [communeId],
  });
  const schemes = withCampaigns(
    await readSchemes(client, communeId, months.versions, new Map()),
    campaigns.rows[0]?.rules ?? [],
  );
  const books = emptyBooks();
  const workMonths = new Set(lines.map(({ workDate }) => months.holding(workDate).id));
  const wanted = [...workMonths].map((workMonth) => ({ memberId, workMonth }));
  await loadMonths(client, { communeId, months, schemes }, books, wanted, []);
  return {
    monthOf: ({ workDate }) => months.holding(workDate).id,
    nameOf(line) {
      const scheme = schemes.get(line.schemeVersion);
      const key = line.activityKey ?? line.rule;
      return (scheme && kindOf(scheme, key)?.name) ?? key;
    },
    caps: books.verified
      .score(wanted)
      .flatMap(({ workMonth, caps }) => caps.map((fact) => ({ workMonth, fact }))),
  };
}
