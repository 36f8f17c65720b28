import { createHmac } from "node:crypto";
import type { Id } from "#app/domain/ids.ts";
import {
  canonicalAnswers,
  type HouseholdAnswers,
  isComplete,
  isWork,
  judgeAnswers,
  settleAnswers,
} from "#app/domain/survey/answers.ts";
import { formOf } from "#app/domain/survey/questions.ts";
import { judgeAsking, type SurveyRefusal } from "#app/domain/survey/round.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import { findAnswers } from "./find-answers.server.ts";
import { findRound } from "./find-rounds.server.ts";
import { mayInVillage } from "./in-village.ts";

export interface DoorWish {
  /** Made on the phone before it is sent: sending twice is one sending. */
  readonly id: Id;
  readonly roundId: string;
  readonly householdId: string;
  /** The revision the page was filled from; 0 where nobody had been there. */
  readonly basedOn: number;
  readonly given: HouseholdAnswers;
}

export interface DoorTaken {
  readonly isComplete: boolean;
  /** Nobody has sent the record of work for this form yet, and there is one to send. */
  readonly isWorkToSend: boolean;
  readonly adultsAnswered: number;
}

type DoorRefusal = SurveyRefusal | { readonly code: "not_permitted" };

/** F01: what one household says in one round, whole or in part. */
export function takeAnswers(caller: Caller, wish: DoorWish): Promise<Verdict<DoorTaken, DoorRefusal>> {
  const { id, roundId, householdId, basedOn } = wish;
  return inRoster(caller, "survey.take-answers", async (tx, { communeId, actorId, now, today }) => {
    const door = await lockDoor(tx, communeId, householdId);
    const round = await findRound(tx, communeId, roundId);
    if (!door || !round?.villageIds.includes(door.villageId) || round.isPruned)
      return refused({ code: "not_permitted" });
    if (!mayInVillage(caller, "survey.take", door.villageId)) return refused({ code: "not_permitted" });
    const form = formOf(round.formVersion);
    const given = settleAnswers(form, wish.given);
    const stored = (await findAnswers(tx, communeId, householdId)).find((each) => each.roundId === roundId);
    const taken = (answers: HouseholdAnswers): Verdict<DoorTaken, DoorRefusal> =>
      allowed({
        isComplete: isComplete(answers, door.asked),
        isWorkToSend: isWork(answers, door.asked) && (stored?.claimId ?? null) === null,
        adultsAnswered: answers.adults.filter(({ outcome }) => outcome === "answered").length,
      });
    const digest = digestOf(caller.platform.keys, communeId, [roundId, householdId, canonicalAnswers(given)]);
    const sent = await tx.surveySending.findFirst({ where: { communeId, id } });
    if (sent) {
      const isSame = sent.sentBy === actorId && Buffer.from(sent.digest).equals(digest);
      return isSame ? taken(stored?.given ?? given) : refused({ code: "survey_sent_otherwise" });
    }
    const verdict = judgeDoor(form, given, door, judgeAsking(round, today));
    if (!verdict.ok) return verdict;
    if ((stored?.revision ?? 0) !== basedOn) return refused({ code: "survey_changed_meanwhile" });
    const revision = basedOn + 1;
    const facts = {
      revision,
      outcome: given.outcome,
      isComplete: isComplete(given, door.asked),
      answers: given.answers,
      elderly: given.groups.elderly ?? null,
      disabled: given.groups.disabled ?? null,
      manualWorkers: given.groups.manualWorkers ?? null,
      note: given.note,
      takenBy: actorId,
      takenAt: now,
    };
    await tx.surveyForm.upsert({
      where: { communeId_roundId_householdId: { communeId, roundId, householdId } },
      create: { communeId, roundId, householdId, villageId: door.villageId, ...facts },
      update: facts,
      select: { revision: true },
    });
    await tx.surveyAdult.deleteMany({ where: { communeId, roundId, householdId } });
    await tx.surveyAdult.createMany({
      data: given.adults.map((adult) => ({ communeId, roundId, householdId, ...adult })),
    });
    await tx.surveySending.create({
      data: { communeId, id, roundId, householdId, revision, digest, sentBy: actorId, sentAt: now },
      select: { id: true },
    });
    return taken(given);
  });
}

interface LockedDoor {
  readonly villageId: number;
  readonly adults: number;
  readonly slots: readonly number[];
  /** People of the list to be asked: its adults, and whoever was named beyond them. */
  readonly asked: number;
}

/** Answers of one household come one after the other: its row is the lock. */
async function lockDoor(tx: Tx, communeId: number, householdId: string): Promise<LockedDoor | null> {
  const [row] = await tx.$queryRaw<{ villageId: number; adults: number }[]>`
    select village_id as "villageId", adults::int as adults from household
     where commune_id = ${communeId} and id = ${householdId}::uuid and valid_to is null for update`;
  if (!row) return null;
  const slots = await tx.$queryRaw<{ slot: number; isAsked: boolean }[]>`
    select slot::int as slot, slot <= ${row.adults}::int or label is not null as "isAsked" from person_slot
     where commune_id = ${communeId} and household_id = ${householdId}::uuid`;
  return {
    ...row,
    slots: slots.map(({ slot }) => slot),
    asked: slots.filter(({ isAsked }) => isAsked).length,
  };
}

function judgeDoor(
  form: ReturnType<typeof formOf>,
  given: HouseholdAnswers,
  { slots, asked }: LockedDoor,
  asking: ReturnType<typeof judgeAsking>,
): Verdict<null, SurveyRefusal> {
  if (!asking.ok) return asking;
  const isEmpty =
    given.outcome === null &&
    given.adults.length === 0 &&
    given.note === null &&
    [given.answers, given.groups].every((part) => Object.keys(part).length === 0);
  if (isEmpty) return refused({ code: "survey_nothing_said" });
  if (given.adults.some(({ slot }) => !slots.includes(slot)))
    return refused({ code: "survey_question_unknown" });
  return judgeAnswers(form, given, Math.max(asked, 1));
}

function digestOf(keys: KeyRing, communeId: number, parts: readonly string[]): Buffer<ArrayBuffer> {
  const mac = createHmac("sha256", keys.derive(`commune:${communeId}:survey`));
  return Buffer.from(mac.update(parts.join("\n")).digest());
}
