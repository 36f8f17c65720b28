import type { LoaderFunctionArgs } from "@remix-run/node";
import { allowAnyone } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { answerOpenData } from "#app/features/open-data/answer-open-data.server.ts";
import { parseCommuneNumber } from "#app/features/open-data/paths.ts";
import { readOpenData } from "#app/features/open-data/read-open-data.server.ts";
import { isOpenDataFile } from "#app/messages/open-data-paper.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { platform, visit, now, today } = await allowAnyone(args);
  const communeId = parseCommuneNumber(args.params.commune);
  const { file = "" } = args.params;
  if (communeId === null || !isOpenDataFile(file)) throw notFound();
  const stamp = { actorId: null, verb: "open-data.read", requestId: visit.requestId };
  const data = await readOpenData(platform, stamp, communeId, today);
  if (data === null) throw notFound();
  return answerOpenData(args.request, data, file, now);
}
