import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { answerStoredFile } from "#app/features/files/answer-stored-file.server.ts";
import { answerPicture } from "#app/features/photos/answer-picture.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";
import { findCertificateProof } from "#app/features/training/decide-certificate.server.ts";

/** What proves a certificate: for its member, and for whoever may decide on it. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "training.read-certificate");
  const id = idParam(args.params.trainingCertificateId);
  const proof = caller.communeId === null ? null : await findCertificateProof(caller, id);
  const { platform } = caller;
  const answer = proof?.file
    ? await answerStoredFile(platform, proof.file)
    : proof?.picture && (await answerPicture(platform, args.request, proof.picture, "private, no-cache"));
  if (!answer) throw notFound();
  return answer;
}
