import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { countNewNotices } from "#app/features/notices/count-new.server.ts";

/** The number on the bell. */
export async function loader(args: LoaderFunctionArgs) {
  const { platform, communeId, person, scope } = await allow(args, "notice.read");
  if (communeId === null) return { count: 0 };
  const reader = { communeId, accountId: person.accountId };
  return { count: await countNewNotices(platform, scope("notices.count-new"), reader) };
}
