import { data, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CERTIFICATE_PATHS } from "#app/domain/certificates/certificate-paths.ts";
import { allowAnyone } from "#app/features/accounts/allow.server.ts";
import { checkCertificate } from "#app/features/certificates/check-certificate.server.ts";
import { certificatesArea } from "#app/messages/vi/certificates.ts";
import { CertificateFacts } from "#app/ui/certificates/certificate-facts.tsx";
import { CheckForm } from "#app/ui/certificates/check-form.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useMessages, useSayRejection } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(certificatesArea).check.title };

/** A page for whoever holds the paper: the search engines have no business here. */
const HEADERS = { "Cache-Control": "no-store", "X-Robots-Tag": "noindex" };

export async function loader(args: LoaderFunctionArgs) {
  const guest = await allowAnyone(args);
  const checked = await checkCertificate(guest, args.params.code ?? "");
  if (checked.ok) {
    const { credential, ...certificate } = checked.value;
    return data({ is: "known" as const, certificate, hasBadge: credential !== null }, { headers: HEADERS });
  }
  const wait = checked.code === "try_later" ? { "Retry-After": String(checked.seconds) } : undefined;
  return data(
    { is: "unknown" as const, problem: checked.code === "try_later" ? checked : null },
    { status: wait ? 429 : 404, headers: { ...HEADERS, ...wait } },
  );
}

const TONES = { valid: "success", expired: "warning", revoked: "danger" } as const;

export default function CheckOne() {
  const found = useLoaderData<typeof loader>();
  const { certificates } = useMessages(certificatesArea);
  const words = certificates.check;
  const say = useSayRejection();
  if (found.is === "unknown") {
    return (
      <Page title={words.title} width="narrow">
        <Notice tone="danger" title={found.problem ? say(found.problem) : words.unknownTitle}>
          {found.problem ? null : words.unknownBody}
        </Notice>
        <CheckForm />
      </Page>
    );
  }
  const { certificate, hasBadge } = found;
  const { is } = certificate.state;
  return (
    <Page title={words.title} width="narrow">
      <Notice tone={TONES[is]} title={words[is]}>
        {words.compare}
      </Notice>
      <Card title={certificates.number(certificate.number)}>
        <CertificateFacts certificate={certificate} />
        {hasBadge ? (
          <p className="mt-4">
            <TextLink to={CERTIFICATE_PATHS.checkedBadge(certificate.code)} reloadDocument>
              {words.openBadge}
            </TextLink>
          </p>
        ) : null}
      </Card>
      <p>
        <TextLink to={CERTIFICATE_PATHS.check}>{words.another}</TextLink>
      </p>
    </Page>
  );
}
