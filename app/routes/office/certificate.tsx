import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import Download from "lucide-react/icons/download";
import { CERTIFICATE_PATHS } from "#app/domain/certificates/certificate-paths.ts";
import { isId } from "#app/domain/ids.ts";
import { allow, type Caller } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { revokeSchema } from "#app/features/certificates/certificates.schema.ts";
import { readCertificate } from "#app/features/certificates/read-certificates.server.ts";
import { revokeCertificate } from "#app/features/certificates/revoke-certificate.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { certificatesArea } from "#app/messages/vi/certificates.ts";
import { CertificateFacts, CertificateStatePill } from "#app/ui/certificates/certificate-facts.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextArea } from "#app/ui/kit/text-area.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(certificatesArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "certificate.issue");
  const { credential: _, ...certificate } = await paperOf(caller, args.params.certificateId);
  return { certificate, done: new URL(args.request.url).searchParams.get("xong") };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "certificate.revoke");
  const { id } = await paperOf(caller, args.params.certificateId);
  const form = await readForm(args.request, revokeSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const verdict = await revokeCertificate(caller, id, form.value.reason);
  if (verdict === null) throw notFound();
  return verdict.ok
    ? goOn(`${CERTIFICATE_PATHS.officeOne(id)}?xong=thu-hoi`)
    : askAgain({ form: verdict }, form.values);
}

async function paperOf(caller: Caller, id = "") {
  const certificate = isId(id) ? await readCertificate(caller, id, "any") : null;
  if (!certificate) throw notFound();
  return certificate;
}

export default function Certificate() {
  const { certificate, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { certificates } = useMessages(certificatesArea);
  const words = certificates.office;
  const { state } = certificate;
  return (
    <Page
      title={certificates.number(certificate.number)}
      width="narrow"
      trail={<Breadcrumb steps={[{ to: CERTIFICATE_PATHS.office, label: words.title }]} />}
      actions={
        <LinkButton
          to={CERTIFICATE_PATHS.officeFile(certificate.id)}
          icon={Download}
          variant="secondary"
          reloadDocument
          download
        >
          {certificates.pdf}
        </LinkButton>
      }
    >
      {done === "cap" && !answer ? <Flash>{certificates.made}</Flash> : null}
      {done === "thu-hoi" && !answer ? <Flash>{words.revokedDone}</Flash> : null}
      <Card aside={<CertificateStatePill state={state} />} title={certificates.number(certificate.number)}>
        <CertificateFacts certificate={certificate} />
      </Card>
      {state.is === "revoked" ? null : (
        <Disclosure summary={words.revoke} isOpen={answer !== undefined}>
          <FormCard lead={words.revokeLead} problems={answer?.problems} labels={{ reason: words.reason }}>
            <TextArea
              name="reason"
              label={words.reason}
              rows={3}
              error={answer?.problems.reason}
              defaultValue={typeof answer?.values.reason === "string" ? answer.values.reason : ""}
            />
            <SubmitButton variant="danger">{words.revokeButton}</SubmitButton>
          </FormCard>
        </Disclosure>
      )}
    </Page>
  );
}
