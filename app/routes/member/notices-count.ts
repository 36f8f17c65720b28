import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { countNewNotices } from "#app/features/notices/count-new.server.ts";

/** The number on the bell. */
export async function loader(args: LoaderFunctionArgs) {
  const { platform, communeId, person, scope } = await allow(args, "notice.read");
  const reader = { communeId, accountId: person.accountId };
  const count =
    communeId === null
      ? 0
      : await countNewNotices(platform, scope("notices.count-new"), { ...reader, communeId });
  return Response.json({ count }, { headers: { "Cache-Control": "no-store" } });
}
