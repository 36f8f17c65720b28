import { sendTrainingRemindersJob } from "#app/features/training/send-reminders.job.ts";
import { sendAllTrainingReminders } from "#app/features/training/send-reminders.server.ts";
import { defineHandler } from "#app/platform/jobs/handler.ts";

export const sendTrainingRemindersHandler = defineHandler(sendTrainingRemindersJob, ({ platform, signal }) =>
  sendAllTrainingReminders(platform, platform.clock.now(), signal),
);
