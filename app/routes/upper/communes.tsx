import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import Building2 from "lucide-react/icons/building-2";
import FileDown from "lucide-react/icons/file-down";
import { periodHolding } from "#app/domain/calendar/period.ts";
import { monthIdOf, partsOfMonthId } from "#app/domain/months/month.ts";
import { type Coverage, groupByTier, summariseTier } from "#app/domain/upper-tier/coverage.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { UPPER_PATHS } from "#app/features/upper-tier/paths.ts";
import { readCommunes } from "#app/features/upper-tier/read-communes.server.ts";
import { reportsArea } from "#app/messages/vi/reports.ts";
import { upperTierArea } from "#app/messages/vi/upper-tier.ts";
import { upperTierYearArea } from "#app/messages/vi/upper-tier-year.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { SelectField } from "#app/ui/kit/select-field.tsx";
import { StatTile } from "#app/ui/kit/stat-tile.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { CommuneTable } from "#app/ui/upper-tier/commune-table.tsx";

const MONTHS_OFFERED = 14;

export const handle: PageHandle = { title: (say) => say(upperTierArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "upper.read");
  const communes = await readCommunes(caller);
  return {
    groups: groupByTier(communes),
    summary: summariseTier(communes),
    months: monthsUntil(monthIdOf(periodHolding("month", caller.today, 1)), MONTHS_OFFERED),
  };
}

/** Newest first. */
function monthsUntil(last: number, count: number): number[] {
  return Array.from({ length: count }, (_, back) => {
    const { year, month } = partsOfMonthId(last);
    const index = year * 12 + month - 1 - back;
    return monthIdOf({ year: Math.floor(index / 12), ordinal: (index % 12) + 1 });
  });
}

export default function Communes() {
  const { groups, summary, months } = useLoaderData<typeof loader>();
  const {
    upperTier: words,
    upperTierYear,
    reports,
  } = useMessages(upperTierArea, upperTierYearArea, reportsArea);
  const format = useFormat();
  const shareOf = ({ part, whole, basisPoints }: Coverage) => ({
    value: basisPoints === null ? undefined : format.percent(basisPoints),
    note: basisPoints === null ? undefined : words.partOf(format.number(part), format.number(whole)),
    missing: words.noFigures,
  });
  const { verifiedThisMonth: verified, communesWithFigures, communes } = summary;
  return (
    <Page
      title={words.title}
      lead={words.lead}
      actions={
        <>
          <LinkButton to={UPPER_PATHS.evaluation} variant="secondary">
            {reports.evaluationTitle}
          </LinkButton>
          <LinkButton to={UPPER_PATHS.years} variant="secondary">
            {upperTierYear.title}
          </LinkButton>
        </>
      }
    >
      {groups.length === 0 ? (
        <EmptyState icon={Building2} title={words.none}>
          {words.noneBody}
        </EmptyState>
      ) : (
        <>
          <div className="grid grid-cols-2 gap-3 lg:grid-cols-4 lg:gap-4">
            <StatTile label={words.tiles.communes} {...shareOf(communes)} />
            <StatTile label={words.tiles.villages} {...shareOf(summary.villages)} />
            <StatTile label={words.tiles.members} value={format.number(summary.members)} />
            <StatTile
              label={words.tiles.verified}
              value={verified === null ? undefined : format.number(verified)}
              missing={words.noFigures}
              note={
                communesWithFigures < communes.whole
                  ? words.fromCommunes(communesWithFigures, communes.whole)
                  : undefined
              }
            />
          </div>
          <Card title={words.results.title}>
            <Form
              method="get"
              action={UPPER_PATHS.teamResults}
              reloadDocument
              className="flex flex-wrap items-end gap-4"
            >
              <SelectField
                name="ky"
                label={words.results.month}
                required
                defaultValue={months[1]}
                choices={months.map((id) => {
                  const { year, month } = partsOfMonthId(id);
                  return { value: String(id), label: words.results.monthName(month, year) };
                })}
              />
              <SubmitButton variant="secondary" icon={FileDown}>
                {words.results.download}
              </SubmitButton>
            </Form>
          </Card>
          {groups.map(({ province, district, communes: members }) => (
            <CommuneTable
              key={`${province}/${district ?? ""}`}
              caption={district === null ? words.province(province) : words.district(province, district)}
              communes={members}
            />
          ))}
        </>
      )}
    </Page>
  );
}
