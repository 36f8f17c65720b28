import type { ServiceRefusal } from "#app/domain/activity/service.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { lockServices } from "./lock-services.server.ts";
import { findServices } from "./read-services.server.ts";

/** Puts one entry right before another. Asking twice leaves it there. */
export async function placeService(
  platform: Pick<Platform, "db" | "live">,
  scope: CommuneScope,
  { moved, before }: { readonly moved: string; readonly before: string },
): Promise<Verdict<null, Extract<ServiceRefusal, { code: "service_not_there" }>>> {
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    await lockServices(tx, communeId);
    const keys = (await findServices(tx, communeId)).map(({ key }) => key);
    if (!keys.includes(moved) || !keys.includes(before) || moved === before) {
      return refused({ code: "service_not_there" });
    }
    const others = keys.filter((key) => key !== moved);
    const ordered = others.toSpliced(others.indexOf(before), 0, moved);
    await tx.$executeRaw`
      update service s set position = o.position
        from unnest(${ordered}::text[]) with ordinality as o (key, position)
       where s.commune_id = ${communeId} and s.key = o.key and s.position <> o.position`;
    await platform.live.touch(tx, `commune:${communeId}`);
    return allowed(null);
  });
}
