import type { ClaimContent } from "#app/domain/activity/claim.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { batchSchema, claimContentSchema } from "./claim.schema.ts";
import type { LogCaller } from "./log-act.ts";
import { type SubmitAnswer, submitClaims } from "./submit-claims.server.ts";

export interface BatchAnswer {
  readonly id: string;
  readonly outcome:
    | SubmitAnswer["outcome"]
    | ({ readonly ok: false } & { readonly code: "claim_not_readable" });
}

/** What a phone gathered while it was away, up to fifty records in one sending. */
export async function receiveClaims(
  caller: LogCaller,
  body: unknown,
): Promise<Verdict<{ readonly answers: readonly BatchAnswer[] }, { code: "not_readable" }>> {
  const batch = batchSchema.safeParse(body);
  if (!batch.success) return refused({ code: "not_readable" });
  const { phoneTime, claims } = batch.data;
  const read = claims.map(({ id, content }) => ({ id, content: claimContentSchema.safeParse(content) }));
  const readable = read.flatMap(({ id, content }) =>
    content.success ? { id, content: withoutUndefined(content.data) } : [],
  );
  const answers = await submitClaims(caller, readable, phoneTime ? new Date(phoneTime) : null);
  let next = 0;
  return allowed({
    answers: read.map(({ id, content }) => {
      const answer = content.success ? answers[next++] : undefined;
      return { id, outcome: answer?.outcome ?? refused({ code: "claim_not_readable" }) };
    }),
  });
}

/** A key that is not there, rather than one that holds nothing. */
export function withoutUndefined(content: ReturnType<typeof claimContentSchema.parse>): ClaimContent {
  return {
    ...content,
    units: content.units.map(({ checks, ...unit }) => (checks === undefined ? unit : { ...unit, checks })),
  };
}

/** The body of a program's request; undefined where it is no JSON. */
export async function readJsonBody(request: Request): Promise<unknown> {
  if (!/^application\/json(?:;|$)/i.test(request.headers.get("Content-Type") ?? "")) return undefined;
  return request.json().catch(() => undefined);
}
