import { createHash } from "node:crypto";
import { judgeClaim } from "#app/domain/activity/judge-claim.ts";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import type { ClaimDraft } from "#app/features/activity-log/draft.ts";
import { findClaimFacts } from "#app/features/activity-log/find-claim-facts.server.ts";
import type { LogAct } from "#app/features/activity-log/log-act.ts";
import { makeRowMaker } from "#app/features/activity-log/make-claim-rows.server.ts";
import { raiseSignals } from "#app/features/activity-log/raise-signals.server.ts";
import { type Sender, writeClaimRows } from "#app/features/activity-log/write-claim-rows.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { DemoWork } from "./demo-work.ts";
import type { DemoPeople } from "./find-demo-place.server.ts";

/**
 * A week of everybody's records in one transaction, judged and written by the parts a phone's own sending goes
 * through: fifty evenings as fifty sendings would take minutes.
 */
export async function logDemoWeek(
  platform: Platform,
  people: DemoPeople,
  works: readonly DemoWork[],
): Promise<void> {
  if (works.length === 0) return;
  const { communeId, office } = people;
  const scope = { actorId: office.id, verb: "seed.demo", requestId: "demo", communes: [communeId] };
  const act = actOf(platform, people, office.id);
  const senders = new Map<string, Sender>();
  const drafts = works.map((work) => {
    const account = people.accounts.get(work.memberId);
    if (!account) throw new Error(`member ${work.memberId} of the demonstration has no account`);
    const draft = draftOf(platform, work, account.id);
    senders.set(draft.id, { ...actOf(platform, people, account.id), phoneTime: null });
    return draft;
  });
  await platform.db.withCommunes(scope, async (tx) => {
    const facts = await findClaimFacts(tx, act, drafts);
    const makeRow = makeRowMaker(platform.keys, act, facts);
    const rows = drafts.map((draft) => {
      const verdict = judgeClaim(draft.content, facts.factsOf(draft));
      if (!verdict.ok)
        throw new Error(`the demonstration invented a refused record: ${JSON.stringify(verdict)}`);
      return makeRow(draft, verdict.value.marks);
    });
    await writeClaimRows(tx, communeId, rows, senders);
    await raiseSignals(tx, act, rows, new Map());
  });
}

/** Everybody of the demonstration has one phone of their own. */
export function phoneOf(accountId: string): string {
  return makeId(0, createHash("sha256").update(`phone of ${accountId}`).digest());
}

function actOf(platform: Platform, { communeId }: DemoPeople, accountId: string): LogAct {
  const now = platform.clock.now();
  return { communeId, accountId, deviceId: phoneOf(accountId), now, today: localDateAt(now.getTime()) };
}

function draftOf(platform: Platform, { memberId, content }: DemoWork, sentBy: string): ClaimDraft {
  const id = makeId(platform.clock.now().getTime(), platform.random.bytes(10));
  return { id, memberId, sentBy, content, isFromPaper: false, mayReachBack: false, signedSheet: null };
}
