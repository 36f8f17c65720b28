import type { ConsentPurpose } from "#app/domain/people/consent.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";

/** As easy as giving it, at once and without a reason. The line stays, with the day it ended. */
export async function withdrawConsent(
  platform: Pick<Platform, "db" | "clock">,
  scope: CommuneScope,
  { memberId, purpose }: { readonly memberId: string; readonly purpose: ConsentPurpose },
): Promise<void> {
  const communeId = onlyCommune(scope);
  await platform.db.withCommunes(scope, (tx) =>
    tx.consent.updateMany({
      where: { communeId, memberId, purpose, withdrawnAt: null },
      data: { withdrawnAt: platform.clock.now() },
    }),
  );
}
