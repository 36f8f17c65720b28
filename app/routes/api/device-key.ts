import type { ActionFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { readJsonBody } from "#app/features/activity-log/receive-claims.server.ts";
import { bindDeviceKey } from "#app/features/envelopes/bind-device-key.server.ts";

/** A phone shows the key it made, and is given what opens its own store for the person who is signed in. */
export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "activity.log");
  const verdict = await bindDeviceKey(caller, await readJsonBody(args.request));
  return Response.json(verdict, {
    status: verdict.ok ? 200 : 422,
    headers: { "Cache-Control": "no-store" },
  });
}
