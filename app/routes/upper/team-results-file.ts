import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { answerFile } from "#app/features/documents/answer-file.server.ts";
import { readMonthId } from "#app/features/months/months.schema.ts";
import { streamTeamResults } from "#app/features/upper-tier/stream-team-results.server.ts";
import { upperTier } from "#app/messages/vi/upper-tier.ts";

/** J12: a month of every team, as the workbook that offices above go on counting in. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "upper.read");
  const monthId = readMonthId(new URL(args.request.url).searchParams.get("ky") ?? undefined);
  if (monthId === null) throw notFound();
  return answerFile(
    streamTeamResults(caller, monthId, upperTier.results),
    `${upperTier.results.file} ${monthId}.xlsx`,
    "xlsx",
  );
}
