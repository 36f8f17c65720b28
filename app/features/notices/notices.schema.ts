import { z } from "zod";
import { NOTICE_KINDS } from "#app/domain/notices/notice.ts";
import { lineText, wholeNumber } from "#app/features/forms/text.schema.ts";

/** Milliseconds of the newest notice the person was shown. */
export const seenSchema = z.object({ until: wholeNumber({ minimum: 0, maximum: 8_640_000_000_000_000 }) });

const key = (maximum: number) => lineText({ maximum }).pipe(z.string().regex(/^[A-Za-z0-9_-]+$/));

/** As a browser's PushSubscription writes itself down. */
export const lineSchema = z.object({
  endpoint: lineText({ maximum: 1000 }),
  p256dh: key(100),
  auth: key(40),
});

export const lineEndSchema = z.object({ endpoint: lineText({ maximum: 1000 }) });

const hour = wholeNumber({ minimum: 0, maximum: 23 });

export const callsSchema = z.object({
  kinds: z.array(z.enum(NOTICE_KINDS)).default([]),
  quietFrom: hour,
  quietUntil: hour,
  pace: z.enum(["atOnce", "daily"]),
  digestAt: hour,
});
