import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { readPocketBook } from "#app/features/activity-log/read-pocket-book.server.ts";

/** What a phone takes along. It goes into the person's own sealed store and into no cache. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "activity.log");
  const book = await readPocketBook(caller);
  return Response.json(
    { book, serverTime: caller.now.toISOString() },
    { headers: { "Cache-Control": "no-store" } },
  );
}
