import type { LoaderFunctionArgs } from "@remix-run/node";
import { CERTIFICATE_PATHS, FILE_NAMES } from "#app/domain/certificates/certificate-paths.ts";
import { isId } from "#app/domain/ids.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { answerCertificateFile } from "#app/features/certificates/answer-certificate-file.server.ts";
import { readCertificate } from "#app/features/certificates/read-certificates.server.ts";
import { drawMedal } from "#app/ui/badges/medal-picture.tsx";

/** Any paper of the commune, for the office that hands it over. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "certificate.issue");
  const { certificateId = "" } = args.params;
  const certificate = isId(certificateId) ? await readCertificate(caller, certificateId, "any") : null;
  const ways = { drawMedal, back: CERTIFICATE_PATHS.officeOne(certificateId) };
  const answer =
    certificate && (await answerCertificateFile(caller.platform, certificate, FILE_NAMES.pdf, ways));
  if (!answer) throw notFound();
  return answer;
}
