import { z } from "zod";
import { isId } from "#app/domain/ids.ts";
import { DAY_CHOICES } from "#app/domain/offline/capture-time.ts";
import { CLAIMS_PER_BATCH } from "#app/features/activity-log/claim.schema.ts";

const idSchema = z.string().refine(isId);
/** More doors than one evening has. */
const MOST_DOORS = 40;
const momentSchema = z.iso.datetime().max(40);

/** The envelope's own fields. What it holds is read by itself, so that it is hashed as it was signed. */
export const envelopeSchema = z.object({
  claimId: idSchema,
  keyId: idSchema,
  seq: z.number().int().min(1).max(2_000_000_000),
  capturedAt: momentSchema,
  contact: z.object({ server: momentSchema, phone: momentSchema }),
  day: z.enum(DAY_CHOICES),
  content: z.record(z.string(), z.unknown()),
  households: z.array(z.record(z.string(), z.unknown())).min(1).max(MOST_DOORS).optional(),
  signature: z.string().regex(/^[A-Za-z0-9_-]{86}$/),
});

export const sealedBatchSchema = z.object({
  phoneTime: momentSchema,
  wentBack: z.boolean(),
  sealed: z
    .array(z.looseObject({ claimId: idSchema }))
    .min(1)
    .max(CLAIMS_PER_BATCH),
});

export const bindKeySchema = z.object({
  publicKey: z.object({
    kty: z.literal("EC"),
    crv: z.literal("P-256"),
    x: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
    y: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  }),
  storeId: idSchema,
});
