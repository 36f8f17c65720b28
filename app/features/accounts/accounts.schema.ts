import { z } from "zod";
import { PASSWORD_MAXIMUM } from "#app/domain/accounts/password.ts";
import { idText, lineText, secretText, wholeNumber } from "#app/features/forms/text.schema.ts";

/** Judged by the domain; the edge only keeps out what could not be a password at all. */
const password = secretText({ maximum: PASSWORD_MAXIMUM });
const typedCode = lineText({ maximum: 40 });

export const signInSchema = z.object({ name: lineText({ maximum: 120 }), password });

export const codeSchema = z.object({ code: typedCode });
export const recoveryCodeSchema = z.object({ recoveryCode: typedCode });
export const passwordProofSchema = z.object({ password });

export const passwordChangeSchema = z.object({ current: password, password, repeated: password });

export const firstOfficerSchema = z.object({
  displayName: lineText({ minimum: 2, maximum: 120 }),
  username: lineText({ maximum: 60 }),
  password,
  repeated: password,
});

export const communeSchema = z.object({ communeId: wholeNumber({ minimum: 1, maximum: 2_147_483_647 }) });

export const recordSchema = z.object({ id: idText() });

const ANSWER_MAXIMUM = 20_000;

/** What the browser's WebAuthn answered, as JSON in one field. Its content is verified by its signature. */
export const passkeyAnswerSchema = z.object({
  answer: z
    .string()
    .max(ANSWER_MAXIMUM)
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: "custom", params: { rejection: { code: "passkey_refused" } } });
        return z.NEVER;
      }
    })
    .pipe(
      z.looseObject({
        id: z.string().max(2048),
        rawId: z.string().max(2048),
        type: z.literal("public-key"),
        clientExtensionResults: z.looseObject({}),
        response: z.looseObject({ clientDataJSON: z.string() }),
      }),
    ),
});
