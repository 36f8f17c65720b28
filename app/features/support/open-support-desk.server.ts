import { can } from "#app/domain/access/can.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { newIds } from "#app/features/roster/read-params.server.ts";

/** What both pages of outside help show around their desk. */
export async function openSupportDesk<Desk>(
  caller: Caller,
  request: Request,
  readDesk: (caller: Caller) => Promise<Desk>,
) {
  const { communeId, platform, actor, today } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const [id = ""] = newIds(caller, 1);
  return {
    live,
    id,
    today,
    desk: await readDesk(caller),
    mayKeep: can(actor, "support.keep", { communeId }, today).ok,
    done: new URL(request.url).searchParams.get("xong"),
  };
}
