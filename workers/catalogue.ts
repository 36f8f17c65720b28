import { keepBadgesSchedule } from "#app/features/badges/keep-badges.job.ts";
import { carryOutMergersSchedule } from "#app/features/commune-merger/carry-out-mergers.job.ts";
import { eraseHelpSchedule } from "#app/features/help/erase-help.job.ts";
import { pruneExpiredSchedule } from "#app/features/housekeeping/prune-expired.job.ts";
import { advanceMonthsSchedule } from "#app/features/months/advance-months.job.ts";
import { callPhonesSchedule } from "#app/features/notices/call-phones.job.ts";
import { keepReportsSchedule } from "#app/features/reports/keep-reports.job.ts";
import { pruneResidentsSchedule } from "#app/features/survey/prune-residents.job.ts";
import { sendTrainingRemindersSchedule } from "#app/features/training/send-reminders.job.ts";
import { escalateClaimsSchedule } from "#app/features/verification/escalate-claims.job.ts";
import type { JobCatalogue } from "#app/platform/jobs/handler.ts";
import { keepBadgesHandler } from "./badges.ts";
import { carryOutMergersHandler } from "./commune-merger.ts";
import { eraseHelpHandler } from "./help.ts";
import { pruneExpiredHandler } from "./housekeeping.ts";
import { advanceMonthsHandler } from "./months.ts";
import { callPhonesHandler } from "./notices.ts";
import { keepReportsHandler } from "./reports.ts";
import { pruneResidentsHandler } from "./survey.ts";
import { sendTrainingRemindersHandler } from "./training.ts";
import { escalateClaimsHandler } from "./verification.ts";

/** Every job that can run and every time at which one does. A job that is not here fails a tidy test. */
export const catalogue: JobCatalogue = {
  handlers: [
    callPhonesHandler,
    keepBadgesHandler,
    carryOutMergersHandler,
    advanceMonthsHandler,
    keepReportsHandler,
    escalateClaimsHandler,
    eraseHelpHandler,
    sendTrainingRemindersHandler,
    pruneExpiredHandler,
    pruneResidentsHandler,
  ],
  schedules: [
    callPhonesSchedule,
    keepBadgesSchedule,
    carryOutMergersSchedule,
    advanceMonthsSchedule,
    keepReportsSchedule,
    escalateClaimsSchedule,
    eraseHelpSchedule,
    sendTrainingRemindersSchedule,
    pruneExpiredSchedule,
    pruneResidentsSchedule,
  ],
};
