import type { Grant } from "#app/domain/access/actor.ts";
import { isInForce, mustUseSecondFactor } from "#app/domain/access/actor.ts";
import { maskPhone } from "#app/domain/people/phone.ts";
import type { Caller } from "./allow.server.ts";
import { openPhone } from "./keep-phone.server.ts";

export interface AccountView {
  readonly displayName: string;
  readonly username: string;
  readonly maskedPhone: string | null;
  readonly passwordChangedAt: string | null;
  readonly hasCodeApp: boolean;
  readonly passkeys: readonly { id: string; label: string; createdAt: string; lastUsedAt: string | null }[];
  readonly recoveryCodesLeft: number;
  readonly mustUseSecondFactor: boolean;
  readonly isFounder: boolean;
  readonly grants: readonly Pick<Grant, "role" | "communeId" | "villageId" | "teamId" | "validTo">[];
}

/** What the account pages show of their owner. */
export async function readAccount({ platform, person, everywhere, today }: Caller): Promise<AccountView> {
  const account = await platform.db.prisma.account.findUniqueOrThrow({
    where: { id: person.accountId },
    select: {
      phoneCipher: true,
      passwordChangedAt: true,
      totpConfirmedAt: true,
      passkeys: {
        where: { deviceId: null },
        select: { id: true, label: true, createdAt: true, lastUsedAt: true },
        orderBy: { createdAt: "asc" },
      },
      _count: { select: { recoveryCodes: { where: { usedAt: null } } } },
    },
  });
  return {
    displayName: person.displayName,
    username: person.username,
    maskedPhone: account.phoneCipher && maskPhone(openPhone(platform.keys, account.phoneCipher)),
    passwordChangedAt: account.passwordChangedAt?.toISOString() ?? null,
    hasCodeApp: account.totpConfirmedAt !== null,
    passkeys: account.passkeys.map((passkey) => ({
      id: passkey.id,
      label: passkey.label,
      createdAt: passkey.createdAt.toISOString(),
      lastUsedAt: passkey.lastUsedAt?.toISOString() ?? null,
    })),
    recoveryCodesLeft: account._count.recoveryCodes,
    mustUseSecondFactor: mustUseSecondFactor(everywhere, today),
    isFounder: everywhere.isFounder,
    grants: everywhere.grants
      .filter((grant) => isInForce(grant, today))
      .map(({ role, communeId, villageId, teamId, validTo }) => ({
        role,
        communeId,
        villageId,
        teamId,
        validTo,
      })),
  };
}
