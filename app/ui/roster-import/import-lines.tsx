import { Form } from "@remix-run/react";
import Download from "lucide-react/icons/download";
import { importsArea } from "#app/messages/vi/import.ts";
import { Button } from "../kit/button.tsx";
import { LinkButton } from "../kit/link-button.tsx";
import { useMessages } from "../language.tsx";
import type { ImportPage } from "./import-view.ts";
import { LineCard } from "./line-card.tsx";
import { LinesTable } from "./lines-table.tsx";

/** The lines of one kind: cards to mend, or a table to look through. */
export function ImportLines({ view }: { view: ImportPage }) {
  const { batch: words } = useMessages(importsArea).imports;
  const { shown, lines, state, summary } = view;
  const isOpen = state === "previewed";
  const action = `?nhom=${shown}&trang=${view.page}`;
  if (lines.length === 0) return null;
  if (isOpen && (shown === "problem" || shown === "conflict")) {
    const villages = view.villages.map(({ name }) => name);
    return (
      <section className="grid gap-4" aria-labelledby="lines">
        <div className="flex flex-wrap items-end justify-between gap-4">
          <div>
            <h2 id="lines" className="text-xl">
              {words.fates[shown]}
            </h2>
            <p className="text-ink-soft">{words.fateLeads[shown]}</p>
          </div>
          <div className="flex flex-wrap gap-3">
            <LinkButton to="dong-loi.xlsx" reloadDocument variant="secondary" icon={Download}>
              {words.downloadProblems}
            </LinkButton>
            <Form method="post" preventScrollReset>
              <Button type="submit" variant="quiet" name="act" value="leave_out_problems">
                {words.leaveOutAll(summary.counts.problem + summary.counts.conflict)}
              </Button>
            </Form>
          </div>
        </div>
        <ul className="grid gap-4 lg:grid-cols-2">
          {lines.map((line) => (
            <LineCard
              key={line.line}
              action={action}
              villages={villages}
              line={{
                ...line,
                isConflict: line.outcome.fate === "conflict",
                problems: line.outcome.problems ?? [],
              }}
            />
          ))}
        </ul>
      </section>
    );
  }
  const act = shown === "ignored" ? "take_back" : "leave_out";
  const label = shown === "ignored" ? words.takeBack : words.leaveOut;
  return (
    <section className="grid gap-3" aria-labelledby="lines">
      <div>
        <h2 id="lines" className="text-xl">
          {words.fates[shown]}
        </h2>
        <p className="text-ink-soft">{words.fateLeads[shown]}</p>
      </div>
      <LinesTable
        caption={words.fates[shown]}
        offer={isOpen ? { act, label, action } : null}
        lines={lines.map(({ line, place, person, outcome, villageName }) => ({
          ...person,
          line,
          row: place.row,
          villageName,
          changes: outcome.changes ?? [],
        }))}
      />
    </section>
  );
}
