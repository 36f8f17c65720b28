import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { answerPaperFile } from "#app/features/plan-papers/read-library.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";

/** A scanned paper of a plan. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "plan.follow");
  if (caller.communeId === null) throw notFound();
  const answer = await answerPaperFile(caller, idParam(args.params.paperId));
  if (!answer) throw notFound();
  return answer;
}
