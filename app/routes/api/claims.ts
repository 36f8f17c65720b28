import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { readJsonBody, receiveClaims } from "#app/features/activity-log/receive-claims.server.ts";
import { readSentStates } from "#app/features/envelopes/read-sent-states.server.ts";
import { receiveEnvelopes } from "#app/features/envelopes/receive-envelopes.server.ts";

/** What became of records that were sent: for the list on the sender's phone. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "activity.log");
  const ids = new URL(args.request.url).searchParams.getAll("id");
  return Response.json({ states: await readSentStates(caller, ids) }, { headers: NOT_KEPT });
}

/** Records of work from a phone that was away. Each is answered by itself; sent again, each is answered the same. */
export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "activity.log");
  const body = await readJsonBody(args.request);
  const isSealed = typeof body === "object" && body !== null && "sealed" in body;
  const verdict = await (isSealed ? receiveEnvelopes(caller, body) : receiveClaims(caller, body));
  return verdict.ok ? Response.json(verdict.value) : Response.json({ code: verdict.code }, { status: 422 });
}

const NOT_KEPT = { "Cache-Control": "no-store" };
