import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { isId } from "#app/domain/ids.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { type RehearsalWish, rehearseSheet } from "#app/features/year/rehearse-sheet.server.ts";
import { yearReviewArea } from "#app/messages/vi/year-review.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { SelectField } from "#app/ui/kit/select-field.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useMonthInText } from "#app/ui/months/use-month-name.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { DecisiveList } from "#app/ui/year/decisive-list.tsx";
import { MoveTable } from "#app/ui/year/move-table.tsx";
import { ReviewTabs } from "#app/ui/year/review-tabs.tsx";
import { ReviewTrail } from "#app/ui/year/review-trail.tsx";
import { YEAR_PATHS } from "#app/ui/year/year-paths.ts";

export const handle: PageHandle = { title: (say) => say(yearReviewArea).rehearsal.title };

const WEIGHT = "diem.";

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "year.read");
  const reviewId = args.params.reviewId ?? "";
  if (caller.communeId === null || !isId(reviewId)) throw notFound();
  const page = await rehearseSheet(caller, reviewId, readWish(new URL(args.request.url).searchParams));
  if (page === null) throw notFound();
  return { reviewId, ...page };
}

/** What cannot be read is left as it is: a rehearsal keeps nothing, so nothing can be lost by it. */
function readWish(search: URLSearchParams): RehearsalWish {
  const version = /^[1-9]\d{0,8}$/.exec(search.get("ban") ?? "")?.[0];
  const place = /^[1-9]\d{0,2}$/.exec(search.get("hang") ?? "")?.[0];
  const weights = new Map<string, number>();
  for (const [name, value] of search) {
    const found = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(value.trim());
    if (!name.startsWith(WEIGHT) || !found) continue;
    const points = Number(found[1]) * 100 + Number((found[2] ?? "").padEnd(2, "0"));
    if (points <= 10_000) weights.set(name.slice(WEIGHT.length), points);
  }
  return { sheetVersion: version ? Number(version) : null, weights, place: place ? Number(place) : 3 };
}

export default function Rehearsal() {
  const { reviewId, title, months, own, tried, sheets, criteria, bands, moves, place, decisive } =
    useLoaderData<typeof loader>();
  const { yearReview } = useMessages(yearReviewArea);
  const words = yearReview.rehearsal;
  const format = useFormat();
  const monthName = useMonthInText();
  const [first, last] = [months[0], months.at(-1)];
  const span = first && last ? words.months(months.length, monthName(first.id), monthName(last.id)) : "0";
  const noteOf = (version: number, state: string) => {
    if (version === own.version) return ` (${words.own})`;
    return state === "adopted" ? "" : ` (${words.draft})`;
  };
  return (
    <Page
      title={title}
      lead={words.lead(span)}
      width="wide"
      trail={<ReviewTrail reviewId={reviewId} title={title} />}
    >
      <ReviewTabs reviewId={reviewId} />
      <div className="grid grid-cols-1 items-start gap-6 lg:grid-cols-[22rem_1fr]">
        <Card title={words.title}>
          <Form method="get" noValidate className="grid gap-5">
            <SelectField
              name="ban"
              label={words.sheet}
              defaultValue={String(tried.version)}
              choices={sheets.map(({ version, title: name, state }) => ({
                value: String(version),
                label: `${version}. ${name}${noteOf(version, state)}`,
              }))}
            />
            {criteria.map((criterion) => (
              <TextField
                key={`${tried.version}/${criterion.key}/${criterion.maximum}`}
                name={`${WEIGHT}${criterion.key}`}
                label={words.points(criterion.title)}
                defaultValue={format.points(criterion.maximum)}
                inputMode="decimal"
                autoComplete="off"
              />
            ))}
            <TextField
              name="hang"
              label={words.place}
              hint={words.placeHint}
              defaultValue={String(place)}
              inputMode="numeric"
              autoComplete="off"
            />
            <SubmitButton block>{words.submit}</SubmitButton>
            <LinkButton to={YEAR_PATHS.rehearsal(reviewId)} variant="secondary">
              {words.reset}
            </LinkButton>
          </Form>
        </Card>
        <div className="grid grid-cols-1 gap-6">
          <Card title={words.decisive(place)}>
            <DecisiveList decisive={decisive} />
          </Card>
          <Card title={words.movers(moves.filter(({ before, after }) => before.rank !== after.rank).length)}>
            <MoveTable moves={moves} bands={bands} />
          </Card>
        </div>
      </div>
    </Page>
  );
}
