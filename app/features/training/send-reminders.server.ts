import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { attendanceKey, statesOf } from "#app/domain/training/training-book.ts";
import { dueStep, type ReminderStep } from "#app/domain/training/training-reminders.ts";
import { isInvited, isSeated } from "#app/domain/training/training-session.ts";
import { inEachCommune } from "#app/features/communes/in-each-commune.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findTrainingBook } from "./find-training-book.server.ts";

interface Reminder {
  readonly memberId: string;
  readonly subject: "session" | "course";
  readonly subjectId: string;
  readonly step: ReminderStep;
}

type RemindingPlatform = Pick<Platform, "db" | "log" | "live">;

/**
 * B12: writes the reminders that are due in one commune. A row is the reminder: it is there once, however often and by
 * however many workers this runs. How many were new.
 */
export function sendTrainingReminders(
  platform: RemindingPlatform,
  communeId: number,
  now: Date,
): Promise<number> {
  const scope: CommuneScope = {
    actorId: null,
    verb: "training.send-reminders",
    requestId: `remind-${now.toISOString()}`,
    communes: [communeId],
  };
  const today = localDateAt(now.getTime());
  return platform.db.withCommunes(scope, async (tx) => {
    const book = await findTrainingBook(tx, communeId);
    const states = statesOf(book);
    const sent = await tx.$queryRaw<{ key: string }[]>`
      select distinct course_id || '/' || member_id as key from training_certificate
       where commune_id = ${communeId} and state <> 'returned'`;
    const holders = new Set(sent.map(({ key }) => key));
    const due: Reminder[] = [];
    for (const course of book.courses) {
      const step =
        course.dueOn === null || !course.isMandatory ? null : dueStep("course", course.dueOn, today);
      if (step === null) continue;
      for (const { memberId, seats } of book.members) {
        if (holders.has(`${course.id}/${memberId}`) || !seats.some((seat) => isSeated(seat, today))) continue;
        due.push({ memberId, subject: "course", subjectId: course.id, step });
      }
    }
    for (const session of book.sessions) {
      const step = dueStep("session", session.heldOn, today);
      if (step === null) continue;
      for (const member of book.members) {
        const state = states.get(attendanceKey(session.id, member.memberId));
        if (state === "excused" || !isInvited(session, member)) continue;
        due.push({ memberId: member.memberId, subject: "session", subjectId: session.id, step });
      }
    }
    if (due.length === 0) return 0;
    const { count } = await tx.trainingReminder.createMany({
      data: due.map((reminder) => ({ communeId, ...reminder, sentAt: now })),
      skipDuplicates: true,
    });
    if (count > 0) await platform.live.touch(tx, `commune:${communeId}`);
    return count;
  });
}

export function sendAllTrainingReminders(
  platform: RemindingPlatform,
  now: Date,
  signal: AbortSignal,
): Promise<void> {
  const failed = "the reminders of a commune's training could not be sent";
  return inEachCommune(platform, { failed, signal }, async (id) => {
    await sendTrainingReminders(platform, id, now);
  });
}
