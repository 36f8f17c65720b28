import { z } from "zod";
import { PASSWORD_MAXIMUM } from "#app/domain/accounts/password.ts";
import { idText, secretText } from "#app/features/forms/text.schema.ts";

/** Judged by the domain; the edge only keeps out what could not be a PIN at all. */
const pin = secretText({ maximum: 20 });
const password = secretText({ maximum: PASSWORD_MAXIMUM });

export const slipCodeSchema = z.object({ code: z.string().trim().max(60) });
export const newPinSchema = z.object({ pin, repeated: pin });
export const newPasswordSchema = z.object({ password, repeated: password });
export const unlockSchema = z.object({ pin });

/** As many slips as one press of the button prints. */
export const SLIPS_AT_ONCE = 60;
export const slipsSchema = z.object({ accountId: z.array(idText()).min(1).max(SLIPS_AT_ONCE) });
