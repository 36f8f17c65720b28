import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { FormLayout } from "#app/domain/report-forms/form-layout.ts";
import { type PlannedLine, planForm } from "#app/domain/report-forms/form-mapping.ts";
import type { FormFacts } from "#app/domain/report-forms/form-metric.ts";
import { parseReportPeriod } from "#app/domain/reports/report-period.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { fromDatabaseDay } from "#app/features/communes/database-day.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findConsolidated } from "#app/features/reports/find-body.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { type FormRow, findForm, findLayout, listForms } from "./form-rows.ts";

const READ_TIMEOUT_MS = 60_000;
const MOST_MONTHS = 24;

/** A month or quarter of the plan that has begun. */
interface FormPeriod {
  readonly key: string;
  readonly kind: "month" | "quarter" | "year";
  readonly year: number;
  readonly ordinal: number;
  /** Of a month: what is filled in for it is of all its days. */
  readonly hasEnded: boolean;
}

interface FormSheetView {
  readonly form: FormRow;
  readonly sheets: readonly string[];
  readonly periods: readonly FormPeriod[];
  readonly period: FormPeriod | null;
  readonly lines: readonly PlannedLine[];
}

export function readForms(caller: Caller): Promise<FormRow[]> {
  const scope = caller.scope("report-forms.list");
  return caller.platform.db.withCommunes(scope, (tx) => listForms(tx, onlyCommune(scope)));
}

/** The form with the figures of one period, as its file would be filled; of the newest month that is over unless another is asked for. */
export async function readFormSheet(
  caller: Caller,
  id: string,
  wanted: string | null,
): Promise<FormSheetView | null> {
  const found = await readFilled(caller, id, wanted);
  if (found === null) return null;
  const { form, layout, periods, period, lines } = found;
  return { form, sheets: layout.map(({ name }) => name), periods, period, lines };
}

/** The same with the empty form beside it. */
export async function readFormToFill(caller: Caller, id: string, wanted: string | null) {
  const found = await readFilled(caller, id, wanted);
  if (found === null || found.period === null) return null;
  const scope = caller.scope("report-forms.file");
  const communeId = onlyCommune(scope);
  const { version } = found.form;
  const { bytes } = await caller.platform.db.withCommunes(scope, (tx) =>
    tx.reportFormFile.findUniqueOrThrow({
      where: { communeId_formId_version: { communeId, formId: id, version } },
      select: { bytes: true },
    }),
  );
  return { form: found.form, period: found.period, lines: found.lines, bytes };
}

interface Filled {
  readonly form: FormRow;
  readonly layout: FormLayout;
  readonly periods: readonly FormPeriod[];
  readonly period: FormPeriod | null;
  readonly lines: readonly PlannedLine[];
}

function readFilled(caller: Caller, id: string, wanted: string | null): Promise<Filled | null> {
  const scope = caller.scope("report-forms.read");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(
    scope,
    async (tx) => {
      const form = await findForm(tx, communeId, id);
      if (!form) return null;
      const layout = await findLayout(tx, communeId, form);
      const periods = await findPeriods(tx, communeId, caller.today);
      const period =
        wanted === null
          ? (periods.find(({ hasEnded }) => hasEnded) ?? periods[0] ?? null)
          : periods.find(({ key }) => key === wanted);
      if (period === undefined) return null;
      const facts = period === null ? NO_FACTS : await findFacts(tx, communeId, period.key, caller.now);
      return { form, layout, periods, period, lines: planForm(layout, form.mapping, facts) };
    },
    { timeoutMs: READ_TIMEOUT_MS },
  );
}

const NO_FACTS: FormFacts = { commune: null, villages: [] };

/** Rule 7: the figures of the consolidated report, not counted a second time. */
async function findFacts(tx: Tx, communeId: number, key: string, now: Date): Promise<FormFacts> {
  const { months, teams, roster, work, villages } = await findConsolidated(tx, communeId, key, now);
  return { commune: months.length === 0 ? null : { roster, work, teams }, villages };
}

/** Newest first: the months that have begun, then their quarters and years. */
async function findPeriods(tx: Tx, communeId: number, today: LocalDate): Promise<FormPeriod[]> {
  const rows = await tx.month.findMany({
    where: { communeId },
    select: { id: true, lastDay: true },
    orderBy: { id: "desc" },
    take: MOST_MONTHS,
  });
  const ended = rows.filter(({ lastDay }) => fromDatabaseDay(lastDay) < today).map(({ id }) => id);
  const parts = rows.map(({ id }) => ({ year: Math.floor(id / 100), month: id % 100 }));
  const keys = [
    ...parts.map(({ year, month }) => `${year}-${String(month).padStart(2, "0")}`),
    ...parts.map(({ year, month }) => `${year}-Q${Math.ceil(month / 3)}`),
    ...parts.map(({ year }) => String(year)),
  ];
  return [...new Set(keys)].flatMap((key): FormPeriod[] => {
    const span = parseReportPeriod(key);
    if (span === null || span.kind === "range" || span.kind === "half") return [];
    const hasEnded = span.kind === "month" && ended.includes(span.fromMonth);
    return [{ key, kind: span.kind, year: span.year, ordinal: span.ordinal, hasEnded }];
  });
}
