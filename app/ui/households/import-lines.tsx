import { Form } from "@remix-run/react";
import type { HouseholdProblem, MendedField } from "#app/domain/households/plan-household-import.ts";
import { householdImportArea } from "#app/messages/vi/household-import.ts";
import { Button } from "../kit/button.tsx";
import { type Column, DataTable } from "../kit/data-table.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";
import type { HouseholdImportLine, HouseholdImportPage } from "./import-view.ts";

/** The lines of one kind: cards to mend, or a table to look through. */
export function HouseholdImportLines({ view }: { view: HouseholdImportPage }) {
  const { householdImport: words } = useMessages(householdImportArea);
  const { shown, lines, state, summary, page } = view;
  const isOpen = state === "previewed";
  const action = `?nhom=${shown}&trang=${page}`;
  if (lines.length === 0) return null;
  if (isOpen && shown === "problem") {
    return (
      <section className="grid gap-4" aria-labelledby="lines">
        <div className="flex flex-wrap items-end justify-between gap-4">
          <div>
            <h2 id="lines" className="text-xl">
              {words.fates[shown]}
            </h2>
            <p className="text-ink-soft">{words.fateLeads[shown]}</p>
          </div>
          <Form method="post" preventScrollReset>
            <Button type="submit" variant="quiet" name="act" value="leave_out_problems">
              {words.leaveOutAll(summary.counts.problem)}
            </Button>
          </Form>
        </div>
        <ul className="grid gap-4 lg:grid-cols-2">
          {lines.map((line) => (
            <MendCard key={line.line} line={line} villages={view.villages} action={action} />
          ))}
        </ul>
      </section>
    );
  }
  return (
    <section>
      <p className="mb-3 text-ink-soft">{words.fateLeads[shown]}</p>
      <LinesTable view={view} action={isOpen ? action : null} />
    </section>
  );
}

function LinesTable({ view, action }: { view: HouseholdImportPage; action: string | null }) {
  const { householdImport: words } = useMessages(householdImportArea);
  const { shown, lines } = view;
  const columns: [Column<HouseholdImportLine>, ...Column<HouseholdImportLine>[]] = [
    {
      key: "head",
      header: words.fields.head,
      cell: ({ household, typed, place }) => (
        <>
          {household.head || typed.head}
          <span className="block text-sm font-normal text-ink-soft">{words.row(place.row, place.sheet)}</span>
        </>
      ),
    },
    { key: "village", header: words.fields.village, cell: ({ villageName }) => villageName || "–" },
    { key: "code", header: words.fields.code, cell: ({ household }) => household.code ?? words.codeGiven },
    { key: "lane", header: words.fields.lane, cell: ({ household }) => household.lane ?? "–" },
    { key: "adults", header: words.fields.adults, isFigure: true, cell: ({ household }) => household.adults },
  ];
  if (shown === "update") {
    columns.push({
      key: "change",
      header: words.change,
      cell: ({ outcome }) =>
        outcome.fate === "update"
          ? words.changesTo(outcome.changes.map((field) => words.changes[field]).join(", "))
          : null,
    });
  }
  if (action !== null) {
    columns.push({
      key: "act",
      header: words.act,
      cell: ({ line }) => (
        <Form method="post" action={action} preventScrollReset>
          <input type="hidden" name="line" value={line} />
          <Button
            type="submit"
            variant="quiet"
            size="small"
            name="act"
            value={shown === "ignored" ? "take_back" : "leave_out"}
          >
            {shown === "ignored" ? words.takeBack : words.leaveOut}
          </Button>
        </Form>
      ),
    });
  }
  return (
    <DataTable caption={words.fates[shown]} columns={columns} rows={lines} rowKey={({ line }) => line} />
  );
}

/** Where a problem is mended. */
function fieldsOf(problem: HouseholdProblem): readonly MendedField[] {
  switch (problem.code) {
    case "village_missing":
    case "village_unknown":
      return ["village"];
    case "head_missing":
      return ["head"];
    case "adults_unclear":
      return ["adults"];
    case "household_text_invalid":
      return [problem.field];
    case "duplicate_in_file":
      return ["code"];
    case "household_ambiguous":
      return ["code", "lane"];
  }
}

interface MendCardProps {
  line: HouseholdImportLine;
  villages: readonly string[];
  action: string;
}

function MendCard({ line: { line, place, typed, outcome, otherRow }, villages, action }: MendCardProps) {
  const { householdImport: words } = useMessages(householdImportArea);
  const problems = outcome.fate === "problem" ? outcome.problems : [];
  const fields = [...new Set(problems.flatMap(fieldsOf))];
  const say = (problem: HouseholdProblem) =>
    (words.problems[problem.code] as (facts: HouseholdProblem) => string)(problem);
  return (
    <li className="rounded-xl border border-line bg-surface p-5 shadow-card">
      <h3 className="text-lg">{typed.head || words.row(place.row, place.sheet)}</h3>
      <p className="text-sm text-ink-soft">
        {[words.row(place.row, place.sheet), typed.village, typed.lane, typed.code]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <ul className="mt-2 grid gap-1 text-danger-ink">
        {problems.map((problem) => (
          <li key={problem.code}>
            {say(problem)}
            {problem.code === "duplicate_in_file" && otherRow !== null ? ` ${words.seeRow(otherRow)}` : ""}
          </li>
        ))}
      </ul>
      <Form method="post" action={action} preventScrollReset noValidate className="mt-4 grid gap-4">
        <input type="hidden" name="line" value={line} />
        {fields.map((field) =>
          field === "village" ? (
            <SelectField
              key={field}
              name={field}
              id={`field-${field}-${line}`}
              label={words.fields[field]}
              choices={villages.map((name) => ({ value: name, label: name }))}
            />
          ) : (
            <TextField
              key={field}
              name={field}
              id={`field-${field}-${line}`}
              label={words.fields[field]}
              defaultValue={typed[field]}
              autoComplete="off"
              {...(field === "adults" ? { inputMode: "numeric" as const } : {})}
            />
          ),
        )}
        <div className="flex flex-wrap gap-3">
          <Button type="submit" variant="secondary" name="act" value="mend">
            {words.mend}
          </Button>
          <Button type="submit" variant="quiet" name="act" value="leave_out">
            {words.leaveOut}
          </Button>
        </div>
      </Form>
    </li>
  );
}
