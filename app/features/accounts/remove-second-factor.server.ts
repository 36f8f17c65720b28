import { mustUseSecondFactor } from "#app/domain/access/actor.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "./allow.server.ts";
import { notFound } from "./answer-refusal.server.ts";

export type FactorToRemove = { kind: "code_app" } | { kind: "passkey"; id: string };

/** Takes one factor out of service. Whose role asks for one keeps at least one. */
export async function removeSecondFactor(
  caller: Caller,
  factor: FactorToRemove,
): Promise<Verdict<null, { code: "last_second_factor" }>> {
  const { platform, person, everywhere, today } = caller;
  return platform.db.withGlobals(caller.stamp("accounts.remove-second-factor"), async (tx) => {
    // Two removals at once must not both find the other factor still there.
    await tx.$queryRaw`select id from account where id = ${person.accountId}::uuid for update`;
    const account = await tx.account.findUniqueOrThrow({
      where: { id: person.accountId },
      select: { totpConfirmedAt: true, passkeys: { where: { deviceId: null }, select: { id: true } } },
    });
    const passkeyIds = account.passkeys.map(({ id }) => id);
    const isThere =
      factor.kind === "code_app" ? account.totpConfirmedAt !== null : passkeyIds.includes(factor.id);
    if (!isThere) throw notFound();
    const count = passkeyIds.length + (account.totpConfirmedAt === null ? 0 : 1);
    if (count === 1 && mustUseSecondFactor(everywhere, today)) return refused({ code: "last_second_factor" });

    if (factor.kind === "passkey") await tx.passkey.delete({ where: { id: factor.id } });
    else {
      await tx.account.update({
        where: { id: person.accountId },
        data: { totpSecretSealed: null, totpConfirmedAt: null },
        select: { id: true },
      });
    }
    // Printed codes stand in for a factor; without one they would stand in for nothing.
    if (count === 1) await tx.recoveryCode.deleteMany({ where: { accountId: person.accountId } });
    return allowed(null);
  });
}
