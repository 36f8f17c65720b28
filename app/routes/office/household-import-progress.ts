import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readProgress } from "#app/features/household-import/tell-progress.server.ts";

/** How far the caller's own import is. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "household.manage");
  if (caller.communeId === null) throw notFound();
  const progress = await readProgress(caller.platform, caller.scope("household-import.read-progress"));
  return Response.json({ progress }, { headers: { "Cache-Control": "no-store" } });
}
