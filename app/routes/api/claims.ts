import type { ActionFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { readJsonBody, receiveClaims } from "#app/features/activity-log/receive-claims.server.ts";

/** Records of work from a phone that was away. Each is answered by itself; sent again, each is answered the same. */
export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "activity.log");
  const verdict = await receiveClaims(caller, await readJsonBody(args.request));
  return verdict.ok ? Response.json(verdict.value) : Response.json({ code: verdict.code }, { status: 422 });
}
