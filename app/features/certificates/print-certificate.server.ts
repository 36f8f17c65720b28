import path from "node:path";
import type { CertificateRefusal } from "#app/domain/certificates/certificate.ts";
import { CERTIFICATE_PATHS } from "#app/domain/certificates/certificate-paths.ts";
import type { CertificateView } from "#app/domain/certificates/certificate-view.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { certificatePaper as paper } from "#app/messages/certificate-paper.ts";
import type { Platform } from "#app/platform/platform.ts";

/** The paper as PDF, drawn in a thread of its own. A paper that no longer stands says so across the page. */
export async function printCertificate(
  { apart, config }: Pick<Platform, "apart" | "config">,
  certificate: CertificateView,
): Promise<Verdict<Uint8Array, CertificateRefusal>> {
  const origin = config.publicOrigins[0] ?? "";
  const printed = await apart.run("print-certificate", {
    packages: path.join(config.appRoot, "node_modules"),
    layout: certificate.content.is === "award" ? "award" : "statement",
    title: paper.titleOf(certificate),
    issuer: paper.issuerOf(certificate),
    nation: paper.nation,
    number: paper.numberOf(certificate),
    dateLine: paper.dateLineOf(certificate),
    heading: paper.headingOf(certificate),
    lead: paper.leadOf(certificate),
    holder: certificate.holderName ?? "",
    honour: paper.honourOf(certificate),
    signature: paper.signatureOf(certificate),
    signHint: paper.signHint,
    body: paper.bodyOf(certificate),
    facts: paper.factsOf(certificate),
    link: `${origin}${CERTIFICATE_PATHS.checkOne(certificate.code)}`,
    checkLines: paper.checkLinesOf(certificate, `${origin}${CERTIFICATE_PATHS.check}`),
    stamp: paper.stampOf(certificate),
  });
  return printed.ok ? allowed(printed.output) : refused({ code: "certificate_not_drawn" });
}
