import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { answerAwardFile } from "#app/features/awards/read-award-desk.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";

/** The minutes or papers a proposal came with. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "award.read");
  if (caller.communeId === null) throw notFound();
  const answer = await answerAwardFile(caller, idParam(args.params.proposalId));
  if (!answer) throw notFound();
  return answer;
}
