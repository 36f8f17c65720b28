import type { LoaderFunctionArgs } from "@remix-run/node";
import { can } from "#app/domain/access/can.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";
import { answerProof } from "#app/features/self-assessment/answer-proof.server.ts";

/** A paper a village sent with its word: for that village, and for whoever reads them all. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "self-assessment.read");
  const { actor, communeId, today } = caller;
  const readsAll = communeId !== null && can(actor, "self-assessment.oversee", { communeId }, today).ok;
  const file = { reviewId: idParam(args.params.reviewId), fileId: idParam(args.params.fileId), readsAll };
  const answer = await answerProof(caller, file);
  if (!answer) throw notFound();
  return answer;
}
