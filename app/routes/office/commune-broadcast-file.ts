import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readMonthId } from "#app/features/months/months.schema.ts";
import { readBroadcast } from "#app/features/open-data/read-broadcast.server.ts";

/** Old editors take a file for UTF-8 only with this mark, and part lines only at both signs. */
const BYTE_ORDER_MARK = "\uFEFF";

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "broadcast.read");
  const monthId = readMonthId(args.params.month);
  if (monthId === null) throw notFound();
  const scope = caller.scope("open-data.read-broadcast");
  const broadcast = await readBroadcast(caller.platform, scope, monthId, caller.today);
  if (!broadcast?.text) throw notFound();
  return new Response(`${BYTE_ORDER_MARK}${broadcast.text.replaceAll("\n", "\r\n")}\r\n`, {
    headers: {
      "Content-Type": "text/plain; charset=utf-8",
      "Content-Disposition": `attachment; filename="ban-tin-loa-${monthId}.txt"`,
      "Cache-Control": "no-store",
    },
  });
}
