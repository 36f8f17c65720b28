import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readMemberData } from "#app/features/personal-data/read-own-data.server.ts";
import { readOwnMemberId } from "#app/features/personal-data/read-own-member.server.ts";

/** The page's content as a file that a person can take elsewhere. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "own-data.read");
  const memberId = await readOwnMemberId(caller);
  const data =
    memberId === null
      ? null
      : await readMemberData(caller.platform, caller.scope("personal-data.export-own"), memberId);
  if (data === null) throw notFound();
  return new Response(`${JSON.stringify(data, null, 2)}\n`, {
    headers: {
      "Content-Type": "application/json; charset=utf-8",
      "Content-Disposition": 'attachment; filename="du-lieu-cua-toi.json"',
      "Cache-Control": "no-store",
    },
  });
}
