import { callPhonesJob } from "#app/features/notices/call-phones.job.ts";
import { callAllPhones } from "#app/features/notices/call-phones.server.ts";
import { sendCall } from "#app/features/notices/send-call.server.ts";
import { callText } from "#app/messages/call-text.ts";
import { defineHandler } from "#app/platform/jobs/handler.ts";

/** Works in transactions of its own: a slow push service holds none open. */
export const callPhonesHandler = defineHandler(callPhonesJob, ({ platform, signal }) =>
  callAllPhones(platform, platform.clock.now(), callText, sendCall, signal),
);
