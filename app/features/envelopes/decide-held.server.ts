import { z } from "zod";
import type { ClaimProblem, ClaimRefusal } from "#app/domain/activity/claim-refusals.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { OfflineRefusal } from "#app/domain/offline/envelope.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { submitClaims } from "#app/features/activity-log/submit-claims.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { dayText, idText, noteText } from "#app/features/forms/text.schema.ts";
import { addDoorHouseholds } from "#app/features/households/add-door-households.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { HeldContent } from "./hold-claims.server.ts";
import { teamsInReach } from "./read-held.server.ts";

export const heldDecisionFields = z.object({
  id: idText(),
  verdict: z.enum(["accept", "decline"]),
  workDate: dayText(),
  why: noteText({ minimum: 3, maximum: 300 }).optional(),
});

export type HeldDecision = z.output<typeof heldDecisionFields>;

type HeldRefusal =
  | Extract<
      OfflineRefusal,
      {
        code:
          | "held_decided"
          | "held_own_work"
          | "held_needs_office"
          | "held_needs_reason"
          | "held_not_takeable";
      }
    >
  | Extract<ClaimRefusal, { code: "claim_id_reused" | "not_on_roster" }>
  | { readonly code: "not_permitted" };

interface Held {
  readonly accountId: string;
  readonly memberId: string;
  readonly deviceId: string;
  readonly teamId: number | null;
  readonly state: string;
  readonly content: HeldContent;
  readonly workDate: LocalDate;
}

/**
 * Takes work that was put aside into the ordinary queue, or says why not. Taken in, it is the member's own claim and
 * is verified by another person like any other; what a closed month had forgotten comes as a marked adjustment, by
 * the office alone (rule 6).
 */
export async function decideHeld(caller: Caller, wish: HeldDecision): Promise<Verdict<null, HeldRefusal>> {
  const { platform, person } = caller;
  const scope = caller.scope("envelopes.decide-held");
  const communeId = onlyCommune(scope);
  const held = await platform.db.withCommunes(scope, (tx) => findHeldRow(tx, communeId, wish.id));
  const teams = teamsInReach(caller);
  if (!held || (teams !== null && !teams.includes(held.teamId ?? 0)))
    return refused({ code: "not_permitted" });
  if (held.accountId === person.accountId) return refused({ code: "held_own_work" });
  const wished = wish.verdict === "accept" ? "accepted" : "declined";
  if (held.state !== "waiting")
    return held.state === wished ? allowed(null) : refused({ code: "held_decided" });
  if (wish.verdict === "decline") {
    if (!wish.why) return refused({ code: "held_needs_reason" });
    return settle(caller, wish.id, "declined", wish.why);
  }
  const taken = await takeIn(caller, wish.id, { ...held, workDate: wish.workDate }, teams === null);
  return taken.ok ? settle(caller, wish.id, "accepted", wish.why ?? null) : taken;
}

async function findHeldRow(tx: Tx, communeId: number, id: string): Promise<Held | null> {
  const [row] = await tx.$queryRaw<Held[]>`
    select account_id as "accountId", member_id as "memberId", device_id as "deviceId", team_id as "teamId", state,
           content, work_date::text as "workDate"
      from held_claim where commune_id = ${communeId} and id = ${id}::uuid`;
  return row ?? null;
}

/** Sent in the member's own name and from the phone it came from, by the very verb that takes all work in. */
async function takeIn(
  caller: Caller,
  id: string,
  { accountId, memberId, deviceId, content, workDate }: Held,
  isOffice: boolean,
): Promise<Verdict<null, HeldRefusal>> {
  const sender = {
    ...caller,
    person: { ...caller.person, accountId },
    session: { ...caller.session, deviceId },
  };
  const { households = [], ...work } = content;
  const listed = await addDoorHouseholds(caller, households);
  if (!listed.ok) return refused({ code: "held_not_takeable" });
  const onBehalfOf = { memberId, signedSheet: null, mayReachBack: isOffice, isFromRegister: true } as const;
  const [answer] = await submitClaims(sender, [{ id, content: { ...work, workDate }, onBehalfOf }]);
  if (!answer) throw new Error("one record was sent and none was answered");
  if (answer.outcome.ok) return allowed(null);
  if (answer.outcome.code !== "claim_has_problems") return answer.outcome;
  return refused({ code: needsOffice(answer.outcome.problems) ? "held_needs_office" : "held_not_takeable" });
}

function needsOffice(problems: readonly ClaimProblem[]): boolean {
  return problems.some(({ code }) => code === "work_month_closed");
}

function settle(caller: Caller, id: string, state: "accepted" | "declined", why: string | null) {
  const { platform, person, now } = caller;
  const scope = caller.scope("envelopes.decide-held");
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    const { count } = await tx.heldClaim.updateMany({
      where: { communeId, id, state: "waiting" },
      data: { state, decidedBy: person.accountId, decidedAt: now, why },
    });
    if (count === 0) return refused({ code: "held_decided" });
    await platform.live.touch(tx, `commune:${communeId}`);
    return allowed(null);
  });
}
