import type { CertificateView } from "#app/domain/certificates/certificate-view.ts";
import { peoplesCommitteeOf } from "#app/messages/official-names.ts";
import { certificatesArea } from "#app/messages/vi/certificates.ts";
import { DescriptionList } from "../kit/description-list.tsx";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";

type ShownCertificate = Omit<CertificateView, "credential">;

/** What a paper says, line by line, so that it can be laid beside the paper itself. */
export function CertificateFacts({ certificate }: { certificate: ShownCertificate }) {
  const { certificates } = useMessages(certificatesArea);
  const words = certificates.check;
  const format = useFormat();
  const { content, issuer, state } = certificate;
  const title = useCertificateTitle()(certificate);
  const items = [
    { term: words.holder, value: certificate.holderName ?? words.erased },
    { term: words.what, value: title },
    ...(content.is === "award"
      ? [
          { term: words.earnedOn, value: format.date(content.earnedOn) },
          ...(content.decision
            ? [
                {
                  term: words.decision,
                  value: words.decisionOf(content.decision.number, format.date(content.decision.date)),
                },
              ]
            : []),
        ]
      : [
          ...content.teams.map(({ name, role }) => ({
            term: words.teams,
            value: `${certificates.roles[role]}, ${name}`,
          })),
          { term: words.days, value: format.number(content.figures.days) },
          { term: words.claims, value: format.number(content.figures.claims) },
          ...(content.figures.claimsWithMinutes === 0
            ? []
            : [{ term: words.time, value: certificates.duration(content.figures.minutes) }]),
          { term: words.people, value: format.number(content.figures.people) },
          { term: words.visits, value: format.number(content.figures.visits) },
        ]),
    { term: words.issuer, value: peoplesCommitteeOf(issuer.kind, issuer.name) },
    { term: words.issuedOn, value: format.date(certificate.issuedOn) },
    ...(certificate.validUntil === null
      ? []
      : [{ term: words.validUntil, value: format.date(certificate.validUntil) }]),
    ...(state.is === "revoked"
      ? [
          { term: words.revokedOn, value: format.date(state.on) },
          { term: words.reason, value: certificate.revokeReason ?? "" },
        ]
      : []),
    { term: words.digest, value: certificate.digest },
  ];
  return <DescriptionList items={items} />;
}

/** "Đại sứ số", or "Tham gia từ 1/3/2026 đến 31/5/2026". */
export function useCertificateTitle(): (certificate: Pick<ShownCertificate, "content">) => string {
  const { certificates: words } = useMessages(certificatesArea);
  const format = useFormat();
  return ({ content }) =>
    content.is === "award"
      ? content.title
      : words.participationOf(format.date(content.from), format.date(content.to));
}

export function CertificateStatePill({ state }: Pick<ShownCertificate, "state">) {
  const { certificates: words } = useMessages(certificatesArea);
  const format = useFormat();
  if (state.is === "valid") return <Pill tone="accent">{words.states.valid}</Pill>;
  if (state.is === "expired")
    return <Pill tone="gold">{words.states.expired(format.date(state.since))}</Pill>;
  return <Pill tone="danger">{words.states.revoked(format.date(state.on))}</Pill>;
}
