import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { isId } from "#app/domain/ids.ts";
import { METRICS, type Metric } from "#app/domain/year/criteria-sheet.ts";
import { pageOfSources } from "#app/domain/year/sources.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { optionalNumber } from "#app/features/roster/read-params.server.ts";
import { readReview } from "#app/features/year/read-review.server.ts";
import { readSources } from "#app/features/year/read-sources.server.ts";
import { readVillageId } from "#app/features/year/year.schema.ts";
import { yearReviewArea } from "#app/messages/vi/year-review.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { Pagination } from "#app/ui/kit/pagination.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useMonthInText } from "#app/ui/months/use-month-name.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { SourceList } from "#app/ui/year/source-list.tsx";
import { YEAR_PATHS } from "#app/ui/year/year-paths.ts";

export const handle: PageHandle = { title: (say) => say(yearReviewArea).sheet.sources };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "year.read");
  const reviewId = args.params.reviewId ?? "";
  const villageId = readVillageId(args.params.villageId);
  const search = new URL(args.request.url).searchParams;
  const metric = METRICS.find((each) => each === search.get("muc")) ?? METRICS[0];
  if (caller.communeId === null || !isId(reviewId) || villageId === null) throw notFound();
  const page = await readReview(caller, reviewId);
  const village = page?.villages.find((each) => each.villageId === villageId);
  const facts = page?.facts.find((each) => each.villageId === villageId);
  if (!page || !village || !facts) throw notFound();
  const month = monthOf(search.get("thang"), page.sealed.at(-1)?.id ?? null);
  const sources = await readSources(caller, { page, villageId, metric, month });
  if (sources === null) throw notFound();
  const kept = facts.proficientPeople?.find((each) => each.month === month)?.people ?? null;
  return {
    metric: metric satisfies Metric,
    month,
    ...pageOfSources(sources, optionalNumber(search.get("trang")) ?? 1),
    kept,
    name: village.name,
    review: { id: page.review.id, title: page.review.title },
    villageId,
  };
}

/** "202611" of the address; the last sealed month where it names none. */
function monthOf(text: string | null, otherwise: number | null): number | null {
  return text !== null && /^20\d{4}$/.test(text) ? Number(text) : otherwise;
}

export default function Behind() {
  const { metric, month, sources, page, lastPage, kept, name, review, villageId } =
    useLoaderData<typeof loader>();
  const { yearReview } = useMessages(yearReviewArea);
  const words = yearReview.sources;
  const format = useFormat();
  const monthName = useMonthInText();
  const title =
    sources.kind === "claims"
      ? `${yearReview.metrics[metric]}, ${monthName(sources.month)}`
      : yearReview.metrics[metric];
  const address = YEAR_PATHS.sources(review.id, villageId, metric, month ?? undefined);
  const hasChanged = sources.kind === "claims" && kept !== null && kept !== sources.people;
  return (
    <Page
      title={title}
      lead={words.lead}
      trail={
        <Breadcrumb
          steps={[
            { to: YEAR_PATHS.desk, label: yearReview.title },
            { to: YEAR_PATHS.review(review.id), label: review.title },
            { to: YEAR_PATHS.village(review.id, villageId), label: name },
          ]}
        />
      }
    >
      {hasChanged ? <Notice tone="info" title={words.changed(format.number(kept))} /> : null}
      <Card {...(sources.kind === "claims" ? { title: words.peopleAll(format.number(sources.people)) } : {})}>
        <SourceList sources={sources} />
      </Card>
      <Pagination page={page} lastPage={lastPage} hrefOf={(to) => `${address}&trang=${to}`} />
    </Page>
  );
}
