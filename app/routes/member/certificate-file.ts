import type { LoaderFunctionArgs } from "@remix-run/node";
import { CERTIFICATE_PATHS } from "#app/domain/certificates/certificate-paths.ts";
import { isId } from "#app/domain/ids.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { answerCertificateFile } from "#app/features/certificates/answer-certificate-file.server.ts";
import { readCertificate } from "#app/features/certificates/read-certificates.server.ts";
import { drawMedal } from "#app/ui/badges/medal-picture.tsx";

/** A paper of one's own to take away. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "certificate.read-own");
  const { certificateId = "", file = "" } = args.params;
  const certificate = isId(certificateId) ? await readCertificate(caller, certificateId, "own") : null;
  const ways = { drawMedal, back: CERTIFICATE_PATHS.own };
  const answer = certificate && (await answerCertificateFile(caller.platform, certificate, file, ways));
  if (!answer) throw notFound();
  return answer;
}
