import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { openMaterial } from "#app/features/materials/open-material.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";

/** The file or the link of a material; each opening is counted. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "material.read");
  const id = idParam(args.params.materialId);
  const answer = caller.communeId === null ? null : await openMaterial(caller, id, args.request);
  if (!answer) throw notFound();
  return answer;
}
