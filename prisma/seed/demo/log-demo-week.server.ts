import { createHash } from "node:crypto";
import { judgeClaim } from "#app/domain/activity/judge-claim.ts";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import type { ClaimDraft } from "#app/features/activity-log/draft.ts";
import { findClaimFacts } from "#app/features/activity-log/find-claim-facts.server.ts";
import type { LogAct } from "#app/features/activity-log/log-act.ts";
import { type ClaimRows, makeRowMaker } from "#app/features/activity-log/make-claim-rows.server.ts";
import { raiseSignals } from "#app/features/activity-log/raise-signals.server.ts";
import { writeClaimRows } from "#app/features/activity-log/write-claim-rows.server.ts";
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
  const drafts = works.map((work) => draftOf(platform, work));
  await platform.db.withCommunes(scope, async (tx) => {
    const facts = await findClaimFacts(tx, act, drafts);
    const makeRow = makeRowMaker(platform.keys, act, facts);
    const written: ClaimRows[] = [];
    for (const [memberId, own] of byMember(drafts)) {
      const rows = own.map((draft) => {
        const verdict = judgeClaim(draft.content, facts.factsOf(draft));
        if (!verdict.ok)
          throw new Error(`the demonstration invented a refused record: ${JSON.stringify(verdict)}`);
        return makeRow(draft, verdict.value.marks);
      });
      const account = people.accounts.get(memberId);
      if (!account) throw new Error(`member ${memberId} of the demonstration has no account`);
      await writeClaimRows(tx, actOf(platform, people, account.id), rows, null);
      written.push(...rows);
    }
    await raiseSignals(tx, act, written, null);
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

function draftOf(platform: Platform, { memberId, content }: DemoWork): ClaimDraft {
  const id = makeId(platform.clock.now().getTime(), platform.random.bytes(10));
  return { id, memberId, content, isFromPaper: false, mayReachBack: false, signedSheet: null };
}

function byMember(drafts: readonly ClaimDraft[]): Map<string, ClaimDraft[]> {
  const groups = new Map<string, ClaimDraft[]>();
  for (const draft of drafts) groups.set(draft.memberId, [...(groups.get(draft.memberId) ?? []), draft]);
  return groups;
}
