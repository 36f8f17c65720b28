import type { LoaderFunctionArgs } from "@remix-run/node";
import { isId } from "#app/domain/ids.ts";
import { allowAnyone } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { parseCommuneNumber } from "#app/features/board-live/public-board-address.ts";
import { answerFile } from "#app/features/documents/answer-file.server.ts";
import { readPackage } from "#app/features/open-package/read-package.server.ts";

/** The package of a published year, for anybody; whoever has it already is told that it is the same. */
export async function loader(args: LoaderFunctionArgs) {
  const { platform, visit } = await allowAnyone(args);
  const communeId = parseCommuneNumber(args.params.commune ?? "");
  const { reviewId = "" } = args.params;
  if (communeId === null || !isId(reviewId)) throw notFound();
  const scope = {
    actorId: null,
    verb: "open-package.read",
    requestId: visit.requestId,
    communes: [communeId],
  };
  const made = await readPackage(platform, scope, { communeId, reviewId, only: "published" });
  if (made === null) throw notFound();
  const etag = `"${made.sha256}"`;
  const headers = { "Cache-Control": "public, no-cache", ETag: etag, "Access-Control-Allow-Origin": "*" };
  if (args.request.headers.get("If-None-Match") === etag) return new Response(null, { status: 304, headers });
  const answer = answerFile(made.bytes, made.name, "zip");
  for (const [name, value] of Object.entries(headers)) answer.headers.set(name, value);
  return answer;
}
