import { makeRecoveryCode } from "#app/domain/accounts/recovery-code.ts";
import { formatTvAddress, MOST_TV_CODES, type PublicationRefusal } from "#app/domain/publication/tv-code.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { fingerprintTvCode } from "./fingerprint-tv-code.server.ts";

type Refusal = Extract<PublicationRefusal, { code: "too_many_tv_codes" | "tv_code_shown_already" }>;

/** Answers with the address of a new screen, which is kept nowhere and can be shown only now. */
export function makeTvCode(
  platform: Pick<Platform, "db" | "clock" | "random" | "keys">,
  scope: CommuneScope,
  wish: { readonly id: string; readonly label: string },
): Promise<Verdict<{ readonly address: string }, Refusal>> {
  const communeId = onlyCommune(scope);
  const code = makeRecoveryCode(platform.random.bytes(12));
  return platform.db.withCommunes(scope, async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('tv-code'), ${communeId}::int)`;
    const known = await tx.tvCode.findUnique({
      where: { communeId_id: { communeId, id: wish.id } },
      select: { id: true },
    });
    if (known) return refused({ code: "tv_code_shown_already" });
    const open = await tx.tvCode.count({ where: { communeId, revokedAt: null } });
    if (open >= MOST_TV_CODES) return refused({ code: "too_many_tv_codes", maximum: MOST_TV_CODES });
    await tx.tvCode.create({
      data: {
        communeId,
        id: wish.id,
        label: wish.label,
        codeFingerprint: fingerprintTvCode(platform.keys, communeId, code),
        madeBy: scope.actorId,
        madeAt: platform.clock.now(),
      },
    });
    return allowed({ address: formatTvAddress({ communeId, code }) });
  });
}
