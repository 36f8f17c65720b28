import type { Id } from "#app/domain/ids.ts";
import {
  CONSENT_TEXT_VERSION,
  type ConsentChannel,
  type ConsentPurpose,
  type PersonalDataRefusal,
} from "#app/domain/people/consent.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findMember } from "./find-member.server.ts";

export interface NewConsent {
  /** Made before it is sent: given twice is given once. */
  readonly id: Id;
  readonly memberId: string;
  readonly purpose: ConsentPurpose;
  readonly channel: ConsentChannel;
  /** The words the person saw. */
  readonly textVersion: number;
}

type Refusal = Extract<
  PersonalDataRefusal,
  { code: "not_on_roster" | "consent_text_changed" | "consent_screen_is_own" }
>;

/**
 * One purpose, one line: which words, through which channel, when and recorded by whom. On a screen only the
 * person decides; what somebody else records was signed on paper or said before them.
 */
export async function giveConsent(
  platform: Pick<Platform, "db" | "clock">,
  scope: CommuneScope,
  consent: NewConsent,
): Promise<Verdict<null, Refusal>> {
  const communeId = onlyCommune(scope);
  const { id, memberId, purpose, channel, textVersion } = consent;
  const recordedBy = scope.actorId;
  if (recordedBy === null) throw new Error("a consent is recorded by a person");
  if (textVersion !== CONSENT_TEXT_VERSION) return refused({ code: "consent_text_changed" });
  return platform.db.withCommunes(scope, async (tx) => {
    const member = await findMember(tx, communeId, memberId);
    if (!member || member.erasedAt) return refused({ code: "not_on_roster" });
    if (channel === "screen" && member.accountId !== recordedBy)
      return refused({ code: "consent_screen_is_own" });
    await tx.consent.createMany({
      data: {
        communeId,
        id,
        memberId,
        purpose,
        textVersion,
        channel,
        givenAt: platform.clock.now(),
        recordedBy,
      },
      skipDuplicates: true,
    });
    return allowed(null);
  });
}
