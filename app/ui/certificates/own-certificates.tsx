import Download from "lucide-react/icons/download";
import { CERTIFICATE_PATHS } from "#app/domain/certificates/certificate-paths.ts";
import type { CertificateView } from "#app/domain/certificates/certificate-view.ts";
import { certificatesArea } from "#app/messages/vi/certificates.ts";
import { LinkButton } from "../kit/link-button.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { CertificateStatePill, useCertificateTitle } from "./certificate-facts.tsx";

interface OwnCertificate extends Omit<CertificateView, "credential"> {
  readonly hasBadge: boolean;
}

/** The papers of one person, each with what can be taken away of it. */
export function OwnCertificates({ certificates }: { certificates: readonly OwnCertificate[] }) {
  const { certificates: words } = useMessages(certificatesArea);
  const format = useFormat();
  const titleOf = useCertificateTitle();
  return (
    <ul className="divide-y divide-line">
      {certificates.map((certificate) => (
        <li key={certificate.id} className="grid gap-2 py-4">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <p className="font-bold">{titleOf(certificate)}</p>
            <CertificateStatePill state={certificate.state} />
          </div>
          <p className="text-ink-soft">
            {words.number(certificate.number)}, {format.date(certificate.issuedOn)}
          </p>
          <div className="flex flex-wrap gap-3">
            <LinkButton
              to={CERTIFICATE_PATHS.file(certificate.id, "pdf")}
              icon={Download}
              reloadDocument
              download
            >
              {words.pdf}
            </LinkButton>
            {certificate.hasBadge ? (
              <>
                <LinkButton
                  to={CERTIFICATE_PATHS.file(certificate.id, "png")}
                  variant="secondary"
                  reloadDocument
                  download
                >
                  {words.png}
                </LinkButton>
                <LinkButton
                  to={CERTIFICATE_PATHS.file(certificate.id, "jwt")}
                  variant="secondary"
                  reloadDocument
                  download
                >
                  {words.jwt}
                </LinkButton>
              </>
            ) : null}
            <LinkButton to={CERTIFICATE_PATHS.checkOne(certificate.code)} variant="quiet">
              {words.checkPage}
            </LinkButton>
          </div>
        </li>
      ))}
    </ul>
  );
}
