import { z } from "zod";
import type { ClaimContent } from "#app/domain/activity/claim.ts";
import type { DoorHousehold } from "#app/domain/households/door-household.ts";
import { type CapturedOn, placeCapture, workDayOf } from "#app/domain/offline/capture-time.ts";
import type { HeldNote, HoldReason, OfflineRefusal } from "#app/domain/offline/envelope.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { claimContentSchema } from "#app/features/activity-log/claim.schema.ts";
import { withoutUndefined } from "#app/features/activity-log/receive-claims.server.ts";
import { type SubmitAnswer, submitClaims } from "#app/features/activity-log/submit-claims.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { doorHouseholdSchema } from "#app/features/households/add-at-the-door.schema.ts";
import { addDoorHouseholds, type DoorRefusal } from "#app/features/households/add-door-households.server.ts";
import { sealedBatchSchema } from "./envelope.schema.ts";
import { type ClaimToHold, findHeld, type HeldRow, holdClaims } from "./hold-claims.server.ts";
import { keepEnvelope, type PlacedEnvelope } from "./keep-envelope.server.ts";
import { type OpenedEnvelope, openEnvelopes } from "./open-envelope.server.ts";

export interface EnvelopeAnswer {
  readonly id: string;
  readonly outcome:
    | SubmitAnswer["outcome"]
    | { readonly ok: true; readonly held: HeldNote }
    | ({ readonly ok: false } & OfflineRefusal)
    | ({ readonly ok: false } & Exclude<DoorRefusal, { code: "not_permitted" }>)
    | { readonly ok: false; readonly code: "claim_not_readable" };
}

type Outcome = EnvelopeAnswer["outcome"];

/** An envelope that may be taken in, with its record as the house reads it. */
interface Letter {
  readonly id: string;
  readonly payloadSha256: Buffer;
  readonly isRevoked: boolean;
  readonly clock: CapturedOn["clock"];
  readonly capturedAt: string;
  readonly content: ClaimContent;
  readonly households: readonly DoorHousehold[];
}

/**
 * Sealed records of a phone that was away. Each is answered by itself and, sent again, answered the same. What a
 * person has to look at first waits visibly: nothing a member sealed is thrown away (T14, T15).
 */
export async function receiveEnvelopes(
  caller: Caller,
  body: unknown,
): Promise<Verdict<{ readonly answers: readonly EnvelopeAnswer[] }, { code: "not_readable" }>> {
  const batch = sealedBatchSchema.safeParse(body);
  if (!batch.success) return refused({ code: "not_readable" });
  const { phoneTime, wentBack, sealed } = batch.data;
  const opened = await openEnvelopes(caller, sealed);
  const clock = { phoneNow: Date.parse(phoneTime), wentBack, serverNow: caller.now.getTime() };
  const outcomes = new Map<number, Outcome>();
  const letters = new Map<number, Letter>();
  const read = await readLetters(caller, opened, clock);
  for (const [index, verdict] of read.entries()) {
    if (verdict.ok) letters.set(index, verdict.value);
    else outcomes.set(index, verdict);
  }
  const standing = await findStanding(caller, [...letters.values()]);
  const toSubmit: [number, Letter][] = [];
  const toHold: [number, Letter, HoldReason][] = [];
  for (const [index, letter] of letters) {
    const held = standing.held.get(letter.id);
    if (held) outcomes.set(index, answerHeld(held, letter));
    else if (standing.taken.has(letter.id)) toSubmit.push([index, letter]);
    else if (letter.isRevoked) toHold.push([index, letter, "phone_revoked"]);
    else if (await isNowhere(caller, letter, (refusal) => outcomes.set(index, refusal))) continue;
    else if (letter.clock === "unsure") toHold.push([index, letter, "clock_unsure"]);
    else toSubmit.push([index, letter]);
  }
  const answers = await submitClaims(
    caller,
    toSubmit.map(([, { id, content }]) => ({ id, content })),
    new Date(phoneTime),
  );
  for (const [place, [index, letter]] of toSubmit.entries()) {
    const outcome = answers[place]?.outcome ?? refused({ code: "claim_not_readable" });
    if (isTooLate(outcome)) toHold.push([index, letter, "month_closed"]);
    else outcomes.set(index, outcome);
  }
  await hold(caller, toHold, outcomes);
  return allowed({
    answers: sealed.map(({ claimId }, index) => ({
      id: claimId,
      outcome: outcomes.get(index) ?? refused({ code: "claim_not_readable" }),
    })),
  });
}

async function readLetters(
  caller: Caller,
  opened: readonly Verdict<
    OpenedEnvelope,
    { code: "envelope_not_signed" | "device_key_not_valid" | "claim_not_readable" }
  >[],
  clock: { readonly phoneNow: number; readonly wentBack: boolean; readonly serverNow: number },
): Promise<
  Verdict<
    Letter,
    { code: "envelope_not_signed" | "envelope_repeated" | "device_key_not_valid" | "claim_not_readable" }
  >[]
> {
  const { platform, person, now } = caller;
  const scope = caller.scope("envelopes.keep");
  const act = { communeId: onlyCommune(scope), accountId: person.accountId, now };
  return platform.db.withCommunes(scope, async (tx) => {
    const letters = [];
    for (const verdict of opened) {
      if (!verdict.ok) {
        letters.push(verdict);
        continue;
      }
      const content = claimContentSchema.safeParse(verdict.value.envelope.content);
      const households = z.array(doorHouseholdSchema).safeParse(verdict.value.envelope.households ?? []);
      if (!content.success || !households.success) {
        letters.push(refused({ code: "claim_not_readable" }));
        continue;
      }
      const written = withoutUndefined(content.data);
      const kept = await keepEnvelope(tx, act, place(verdict.value, written, clock));
      if (kept === null) {
        letters.push(refused({ code: "envelope_repeated" }));
        continue;
      }
      const { envelope, payloadSha256, isRevoked } = verdict.value;
      letters.push(
        allowed({
          id: envelope.claimId,
          payloadSha256,
          isRevoked,
          clock: kept.clock,
          capturedAt: envelope.capturedAt,
          content: { ...written, workDate: kept.day },
          households: households.data,
        }),
      );
    }
    return letters;
  });
}

function place(
  opened: OpenedEnvelope,
  { workDate }: ClaimContent,
  clock: { readonly phoneNow: number; readonly wentBack: boolean; readonly serverNow: number },
): PlacedEnvelope {
  const { capturedAt, contact, day } = opened.envelope;
  const captured = placeCapture({
    ...clock,
    capturedAt: Date.parse(capturedAt),
    contact: { server: Date.parse(contact.server), phone: Date.parse(contact.phone) },
  });
  return { ...opened, placed: workDayOf(day, workDate, captured) };
}

/** Whether a household the record is about cannot be put on the list; what a lost phone names waits with its record. */
async function isNowhere(
  caller: Caller,
  { households }: Letter,
  refuse: (refusal: Outcome) => void,
): Promise<boolean> {
  const verdict = await addDoorHouseholds(caller, households);
  if (verdict.ok) return false;
  const { code } = verdict;
  refuse(code === "not_permitted" ? refused({ code: "claim_not_readable" }) : verdict);
  return true;
}

/** What the house has of these records already: taken in, or waiting. */
async function findStanding(caller: Caller, letters: readonly Letter[]) {
  const ids = letters.map(({ id }) => id);
  const scope = caller.scope("envelopes.find-standing");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const claims = await tx.claim.findMany({ where: { communeId, id: { in: ids } }, select: { id: true } });
    return {
      taken: new Set(claims.map(({ id }) => id)),
      held: await findHeld(tx, communeId, caller.person.accountId, ids),
    };
  });
}

function answerHeld({ reason, state, why, payloadSha256 }: HeldRow, letter: Letter): Outcome {
  if (!letter.payloadSha256.equals(payloadSha256)) return refused({ code: "claim_id_reused" });
  return { ok: true, held: { reason, state, why } };
}

/** Nothing is wrong with it but that its month has closed. */
function isTooLate(outcome: Outcome): boolean {
  return (
    !outcome.ok &&
    outcome.code === "claim_has_problems" &&
    outcome.problems.length > 0 &&
    outcome.problems.every(({ code }) => code === "work_month_closed")
  );
}

async function hold(
  caller: Caller,
  letters: readonly (readonly [number, Letter, HoldReason])[],
  outcomes: Map<number, Outcome>,
): Promise<void> {
  const held: ClaimToHold[] = letters.map(([, letter, reason]) => {
    const { id, content, households, payloadSha256, capturedAt } = letter;
    return {
      id,
      reason,
      content: households.length === 0 ? content : { ...content, households },
      payloadSha256,
      capturedAt,
    };
  });
  const isKept = await holdClaims(caller, held);
  for (const [index, , reason] of letters) {
    outcomes.set(
      index,
      isKept
        ? { ok: true, held: { reason, state: "waiting", why: null } }
        : refused({ code: "not_on_roster" }),
    );
  }
}
