import { can } from "#app/domain/access/can.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { answerStoredFile, findStoredFile } from "#app/features/files/answer-stored-file.server.ts";
import { answerPicture, findPicture } from "#app/features/photos/answer-picture.server.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findMaterial, type MaterialView } from "./find-materials.server.ts";

type OpeningPlatform = Pick<Platform, "db" | "config">;

interface Opening {
  readonly communeId: number;
  readonly id: string;
  readonly request: Request;
  /** Shows a picture small, and counts no opening. */
  readonly isSmall: boolean;
}

/** A material for whoever may read the library; what waits, for its maker and the office. */
export function openMaterial(caller: Caller, id: string, request: Request): Promise<Response | null> {
  const scope = caller.scope("materials.open");
  const isSmall = new URL(request.url).searchParams.get("co") === "nho";
  const opening = { communeId: onlyCommune(scope), id, request, isSmall };
  return open(caller.platform, scope, opening, (material) => maySeeMaterial(caller, material));
}

export function maySeeMaterial(
  { actor, person, today }: Pick<Caller, "actor" | "person" | "today">,
  { state, enteredBy }: Pick<MaterialView, "state" | "enteredBy">,
): boolean {
  return state === "shown" || enteredBy === person.accountId || can(actor, "material.manage", null, today).ok;
}

/** The same for anybody, of what the office made public. */
export function openPublicMaterial(
  platform: OpeningPlatform,
  wish: {
    readonly communeId: number;
    readonly id: string;
    readonly request: Request;
    readonly requestId: string;
  },
): Promise<Response | null> {
  const { communeId, requestId } = wish;
  const scope = { actorId: null, verb: "materials.open-public", requestId, communes: [communeId] };
  const isSmall = new URL(wish.request.url).searchParams.get("co") === "nho";
  return open(platform, scope, { ...wish, isSmall }, ({ state, isPublic }) => state === "shown" && isPublic);
}

async function open(
  platform: OpeningPlatform,
  scope: CommuneScope,
  { communeId, id, request, isSmall }: Opening,
  maySee: (material: MaterialView) => boolean,
): Promise<Response | null> {
  const found = await platform.db.withCommunes(scope, async (tx) => {
    const material = await findMaterial(tx, communeId, id);
    if (!material || !maySee(material)) return null;
    if (!isSmall) await countOpening(tx, communeId, id);
    return {
      material,
      file: material.fileId === null ? null : await findStoredFile(tx, communeId, material.fileId),
      picture:
        material.photoId === null
          ? null
          : await findPicture(tx, communeId, material.photoId, isSmall ? "small" : "large"),
    };
  });
  if (!found) return null;
  if (found.picture) return answerPicture(platform, request, found.picture, "private, no-cache");
  if (isSmall) return null;
  if (found.file) return answerStoredFile(platform, found.file);
  const { link } = found.material;
  return link === null
    ? null
    : new Response(null, {
        status: 303,
        headers: { Location: link, "Cache-Control": "no-store", "Referrer-Policy": "no-referrer" },
      });
}

/** H07: how often it was used; a figure of the material, of no person. */
function countOpening(tx: Tx, communeId: number, id: string): Promise<number> {
  return tx.$executeRaw`
    update material set opened = opened + 1
     where commune_id = ${communeId} and id = ${id}::uuid and state = 'shown'`;
}
