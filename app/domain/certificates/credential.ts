import type { AwardContent } from "./certificate.ts";

/** What an Open Badge says; whom it is about is a salted hash, so that the file alone names nobody. */
export interface CredentialFacts {
  readonly content: AwardContent;
  /** Where the paper is checked: the credential's own name. */
  readonly checkUrl: string;
  readonly issuer: { readonly url: string; readonly name: string };
  readonly revocationsUrl: string;
  readonly identity: { readonly hash: string; readonly salt: string };
  /** Instants as ISO 8601 in UTC. */
  readonly validFrom: string;
  readonly validUntil: string | null;
}

/** Open Badges 3.0 as the payload of a VC-JWT: the registered claims repeat what the credential says. */
export function credentialOf(facts: CredentialFacts) {
  const { content, checkUrl, issuer, validFrom, validUntil } = facts;
  const seconds = (instant: string) => Math.floor(Date.parse(instant) / 1000);
  const subject = `${checkUrl}#subject`;
  return {
    "@context": [
      "https://www.w3.org/ns/credentials/v2",
      "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
    ],
    id: checkUrl,
    type: ["VerifiableCredential", "OpenBadgeCredential"],
    issuer: { id: issuer.url, type: ["Profile"], name: issuer.name },
    validFrom,
    ...(validUntil === null ? {} : { validUntil }),
    name: content.title,
    credentialSubject: {
      id: subject,
      type: ["AchievementSubject"],
      identifier: [
        {
          type: "IdentityObject",
          hashed: true,
          identityHash: `sha256$${facts.identity.hash}`,
          identityType: "systemId",
          salt: facts.identity.salt,
        },
      ],
      achievement: {
        id: `${issuer.url}#${content.badgeKey}-${content.badgeVersion}`,
        type: ["Achievement"],
        name: content.title,
        description: content.description,
        criteria: { narrative: content.description },
      },
    },
    credentialStatus: { id: facts.revocationsUrl, type: "1EdTechRevocationList" },
    iss: issuer.url,
    jti: checkUrl,
    sub: subject,
    nbf: seconds(validFrom),
    ...(validUntil === null ? {} : { exp: seconds(validUntil) }),
  };
}

export type Credential = ReturnType<typeof credentialOf>;
