import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { partsOf } from "#app/domain/calendar/local-date.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readYouthReport } from "#app/features/reports/read-direction.server.ts";
import { reportsArea } from "#app/messages/vi/reports.ts";
import { Button } from "#app/ui/kit/button.tsx";
import { CopyButton } from "#app/ui/kit/copy-button.tsx";
import { PrintButton } from "#app/ui/kit/print-button.tsx";
import { SelectField } from "#app/ui/kit/select-field.tsx";
import { StatTile } from "#app/ui/kit/stat-tile.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { OfficeTrail } from "#app/ui/setup/office-trail.tsx";

export const handle: PageHandle = { title: (say) => say(reportsArea).youthTitle };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "report.read-youth");
  if (caller.communeId === null) throw notFound();
  const { year, month } = partsOf(caller.today);
  const asked = new URL(args.request.url).searchParams.get("ky");
  const report = readYouthReport(caller, asked ?? `${year}-${String(month).padStart(2, "0")}`);
  if (report === null) throw notFound();
  return { year, report: await report };
}

export default function YouthReport() {
  const { year, report } = useLoaderData<typeof loader>();
  const { reports: words } = useMessages(reportsArea);
  const format = useFormat();
  const { turns, visits, dossiers, signaturesMade } = report.figures;
  const lines = [
    [words.youthTurns, turns],
    [words.youthVisits, visits],
    [words.youthDossiers, dossiers],
    [words.youthSignatures, signaturesMade],
  ] as const;
  const choices = [
    ...Array.from({ length: 12 }, (_, index) => ({
      value: `${year}-${String(12 - index).padStart(2, "0")}`,
      label: words.month(12 - index, year),
    })),
    ...[4, 3, 2, 1].map((quarter) => ({ value: `${year}-Q${quarter}`, label: words.quarter(quarter, year) })),
    { value: String(year), label: words.year(year) },
  ];
  const name = choices.find(({ value }) => value === report.period)?.label ?? report.period;
  return (
    <Page trail={<OfficeTrail />} title={words.youthTitle} lead={words.youthLead} actions={<PrintButton />}>
      <Form method="get" className="no-print grid max-w-md gap-4 sm:grid-cols-[1fr_auto] sm:items-end">
        <SelectField
          key={report.period}
          name="ky"
          label={words.period}
          defaultValue={report.period}
          choices={choices}
        />
        <Button type="submit" variant="secondary">
          {words.show}
        </Button>
      </Form>
      <h2 className="text-xl">{name}</h2>
      <div className="grid grid-cols-1 gap-3 sm:grid-cols-2">
        {lines.map(([label, value]) => (
          <StatTile key={label} label={label} value={format.number(value)} />
        ))}
      </div>
      <CopyButton
        text={[name, ...lines.map(([label, value]) => `${label}: ${format.number(value)}`)].join("\n")}
        label={words.copy}
      />
    </Page>
  );
}
