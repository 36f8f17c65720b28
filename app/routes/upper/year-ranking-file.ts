import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { answerFile } from "#app/features/documents/answer-file.server.ts";
import { eachYear } from "#app/features/upper-tier/each-year.server.ts";
import { streamYearRanking } from "#app/features/upper-tier/stream-year-ranking.server.ts";
import { readYearWish } from "#app/features/upper-tier/upper-tier.schema.ts";
import { upperTierYear } from "#app/messages/vi/upper-tier-year.ts";

/** Villages of all communes the reader sees, by their locked years. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "upper.read");
  const wish = readYearWish(new URL(args.request.url).searchParams);
  if (wish === null) throw notFound();
  const { year } = wish;
  const { file } = upperTierYear;
  return answerFile(streamYearRanking(eachYear(caller, wish), year, file), `${file.name(year)}.xlsx`, "xlsx");
}
