import type { LogCaller } from "./log-act.ts";
import { type ClaimToSubmit, type SubmitAnswer, submitClaims } from "./submit-claims.server.ts";

/** One record of work. The same as a batch of one: bulk equals single. */
export async function submitClaim(
  caller: LogCaller,
  { phoneTime = null, ...claim }: ClaimToSubmit & { readonly phoneTime?: Date | null },
): Promise<SubmitAnswer["outcome"]> {
  const [answer] = await submitClaims(caller, [claim], phoneTime);
  if (!answer) throw new Error("a record was sent and none was answered");
  return answer.outcome;
}
