import { FILE_NAMES } from "#app/domain/certificates/certificate-paths.ts";
import type { CertificateView } from "#app/domain/certificates/certificate-view.ts";
import { whilePrinterIsBusy } from "#app/domain/documents/printer-busy.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { answerFile } from "#app/features/documents/answer-file.server.ts";
import { certificatePaper } from "#app/messages/certificate-paper.ts";
import type { Platform } from "#app/platform/platform.ts";
import { bakeBadge } from "./bake-badge.server.ts";
import { printCertificate } from "./print-certificate.server.ts";

/** The medal as SVG, drawn by whoever draws the screens. */
export type DrawMedal = (badge: string, medal: NonNullable<CertificateView["medal"]>) => string;

/** One of a paper's files; null when it has none of that name. While too many are printed the page in `back` says so. */
export async function answerCertificateFile(
  platform: Pick<Platform, "apart" | "config">,
  certificate: CertificateView,
  file: string,
  { drawMedal, back }: { readonly drawMedal: DrawMedal; readonly back: string },
): Promise<Response | null> {
  const name = certificatePaper.fileNameOf(certificate);
  const { credential } = certificate;
  switch (file) {
    case FILE_NAMES.pdf: {
      const printed = await printCertificate(platform, certificate);
      if (printed.ok) return answerFile(printed.value, `${name}.pdf`, "pdf");
      return goOn(whilePrinterIsBusy(back));
    }
    case FILE_NAMES.png:
      if (credential === null || certificate.content.is !== "award" || certificate.medal === null)
        return null;
      return answerFile(
        await bakeBadge(drawMedal(certificate.content.badgeKey, certificate.medal), credential),
        `${name}.png`,
        "png",
      );
    case FILE_NAMES.jwt:
      return credential === null ? null : answerFile(Buffer.from(credential, "ascii"), `${name}.jwt`, "jwt");
    default:
      return null;
  }
}
