import type { LoaderFunctionArgs } from "@remix-run/node";
import { isId } from "#app/domain/ids.ts";
import { allowAnyone } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { parseCommuneNumber } from "#app/features/board-live/public-board-address.ts";
import { openPublicMaterial } from "#app/features/materials/open-material.server.ts";

/** The file or link of a material that was made public, as long as it is. */
export async function loader(args: LoaderFunctionArgs) {
  const { platform, visit } = await allowAnyone(args);
  const communeId = parseCommuneNumber(args.params.commune ?? "");
  const { materialId: id = "" } = args.params;
  const { request } = args;
  const { requestId } = visit;
  const answer =
    communeId !== null && isId(id)
      ? await openPublicMaterial(platform, { communeId, id, request, requestId })
      : null;
  if (!answer) throw notFound();
  return answer;
}
