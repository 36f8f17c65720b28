import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import Building2 from "lucide-react/icons/building-2";
import { partsOf } from "#app/domain/calendar/local-date.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readMonthId } from "#app/features/months/months.schema.ts";
import { readEvaluation } from "#app/features/upper-tier/read-evaluation.server.ts";
import { capitalised } from "#app/messages/terms.ts";
import { reportsArea } from "#app/messages/vi/reports.ts";
import { upperTierArea } from "#app/messages/vi/upper-tier.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Button } from "#app/ui/kit/button.tsx";
import { DataTable } from "#app/ui/kit/data-table.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { PrintButton } from "#app/ui/kit/print-button.tsx";
import { SelectField } from "#app/ui/kit/select-field.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { useMonthName } from "#app/ui/months/use-month-name.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

const MONTHS_OFFERED = 14;

export const handle: PageHandle = { title: (say) => say(reportsArea).evaluationTitle };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "upper.read");
  const { year, month } = partsOf(caller.today);
  const asked = new URL(args.request.url).searchParams.get("ky");
  const monthId = asked === null ? year * 100 + month : readMonthId(asked);
  if (monthId === null) throw notFound();
  const months = Array.from({ length: MONTHS_OFFERED }, (_, back) => {
    const index = year * 12 + month - 1 - back;
    return Math.floor(index / 12) * 100 + (index % 12) + 1;
  });
  return { monthId, months, communes: await readEvaluation(caller, monthId) };
}

export default function Evaluation() {
  const { monthId, months, communes } = useLoaderData<typeof loader>();
  const { reports: words, upperTier } = useMessages(reportsArea, upperTierArea);
  const format = useFormat();
  const monthName = useMonthName();
  const figure = (has: boolean, value: number) => (has ? format.number(value) : words.noData);
  return (
    <Page
      title={words.evaluationTitle}
      lead={words.evaluationLead}
      trail={<Breadcrumb steps={[{ to: "/cap-tren", label: upperTier.title }]} />}
      actions={<PrintButton />}
    >
      <Form method="get" className="no-print grid max-w-md gap-4 sm:grid-cols-[1fr_auto] sm:items-end">
        <SelectField
          key={monthId}
          name="ky"
          label={words.period}
          defaultValue={String(monthId)}
          choices={months.map((id) => ({ value: String(id), label: monthName(id) }))}
        />
        <Button type="submit" variant="secondary">
          {words.show}
        </Button>
      </Form>
      <DataTable
        caption={monthName(monthId)}
        rows={communes}
        rowKey={({ communeId }) => communeId}
        empty={
          <EmptyState icon={Building2} title={upperTier.none}>
            {upperTier.noneBody}
          </EmptyState>
        }
        columns={[
          { key: "name", header: words.commune, cell: ({ name }) => capitalised(name) },
          {
            key: "teams",
            header: words.teamsColumn,
            isFigure: true,
            cell: ({ state, teams }) => figure(state !== null, teams),
          },
          {
            key: "members",
            header: words.members,
            isFigure: true,
            cell: ({ state, members }) => figure(state !== null, members),
          },
          {
            key: "claims",
            header: words.claims,
            isFigure: true,
            cell: ({ state, claims }) => figure(state !== null, claims),
          },
          {
            key: "visits",
            header: words.visits,
            isFigure: true,
            cell: ({ state, visits }) => figure(state !== null, visits),
          },
          {
            key: "onTime",
            header: words.onTimeOf,
            isFigure: true,
            cell: ({ asked, onTime }) => (asked === 0 ? words.noData : words.sentOf(onTime, asked)),
          },
          {
            key: "late",
            header: words.late,
            isFigure: true,
            cell: ({ asked, late }) => figure(asked > 0, late),
          },
          {
            key: "missing",
            header: words.missing,
            isFigure: true,
            cell: ({ asked, missing }) => figure(asked > 0, missing),
          },
          {
            key: "consolidated",
            header: words.consolidated,
            cell: ({ consolidatedAt }) =>
              consolidatedAt === null ? words.notYet : format.moment(consolidatedAt),
          },
        ]}
      />
    </Page>
  );
}
