import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import Building2 from "lucide-react/icons/building-2";
import FileDown from "lucide-react/icons/file-down";
import { partsOf } from "#app/domain/calendar/local-date.ts";
import { UPPER_KINDS, type YearWish } from "#app/domain/upper-tier/year-standing.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { UPPER_PATHS } from "#app/features/upper-tier/paths.ts";
import { readYearStandings } from "#app/features/upper-tier/read-year-standings.server.ts";
import { readYearWish } from "#app/features/upper-tier/upper-tier.schema.ts";
import { upperTierArea } from "#app/messages/vi/upper-tier.ts";
import { upperTierYearArea } from "#app/messages/vi/upper-tier-year.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Button } from "#app/ui/kit/button.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { SelectField } from "#app/ui/kit/select-field.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { YearStandingTable } from "#app/ui/upper-tier/year-standing-table.tsx";

const YEARS_OFFERED = 5;

export const handle: PageHandle = { title: (say) => say(upperTierYearArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "upper.read");
  const { year: now } = partsOf(caller.today);
  const wish: YearWish = readYearWish(new URL(args.request.url).searchParams) ?? {
    year: now,
    kind: "annual",
  };
  const years = Array.from({ length: YEARS_OFFERED }, (_, back) => now - back);
  return { wish, years, standings: await readYearStandings(caller, wish) };
}

export default function Years() {
  const { wish, years, standings } = useLoaderData<typeof loader>();
  const { upperTier, upperTierYear: words } = useMessages(upperTierArea, upperTierYearArea);
  const format = useFormat();
  const { year, kind } = wish;
  const locked = standings.filter(({ standing }) => standing !== null).length;
  return (
    <Page
      title={words.title}
      lead={words.lead}
      trail={<Breadcrumb steps={[{ to: UPPER_PATHS.communes, label: upperTier.title }]} />}
    >
      <Form method="get" className="grid max-w-2xl gap-4 sm:grid-cols-[1fr_1fr_auto] sm:items-end">
        <SelectField
          key={`nam ${year}`}
          name="nam"
          label={words.year}
          required
          defaultValue={String(year)}
          choices={years.map((each) => ({ value: String(each), label: String(each) }))}
        />
        <SelectField
          key={kind}
          name="loai"
          label={words.kind}
          required
          defaultValue={kind}
          choices={UPPER_KINDS.map((each) => ({ value: each, label: words.kinds[each] }))}
        />
        <Button type="submit" variant="secondary">
          {words.show}
        </Button>
      </Form>
      {standings.length === 0 ? (
        <EmptyState icon={Building2} title={upperTier.none}>
          {upperTier.noneBody}
        </EmptyState>
      ) : (
        <>
          <p>{words.summary(format.number(locked), format.number(standings.length))}</p>
          <YearStandingTable caption={`${words.kinds[kind]} ${year}`} standings={standings} />
          {locked > 0 ? (
            <div className="grid justify-items-start gap-3">
              <p className="max-w-prose text-ink-soft">{words.downloadLead}</p>
              <LinkButton
                to={UPPER_PATHS.yearRanking(year, kind)}
                variant="secondary"
                icon={FileDown}
                reloadDocument
              >
                {words.download}
              </LinkButton>
            </div>
          ) : null}
        </>
      )}
    </Page>
  );
}
