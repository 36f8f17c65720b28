import { Form } from "@remix-run/react";
import Check from "lucide-react/icons/check";
import type { FigureProblem, FigureRow } from "#app/domain/carried-over/figure-sheet.ts";
import { carriedOverArea } from "#app/messages/vi/carried-over.ts";
import { DataTable } from "../kit/data-table.tsx";
import { Notice } from "../kit/notice.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { useFormat, useMessages, useTerms } from "../language.tsx";

interface TablePreviewProps {
  preview: {
    readonly rows: readonly FigureRow[];
    readonly text: string;
    readonly fileName: string;
    readonly counts: {
      readonly create: number;
      readonly update: number;
      readonly same: number;
      readonly problems: number;
    };
  };
  /** The import's own name, made before it is sent. */
  batchId: string;
  period: string;
  source: string;
}

/** What each row would write, and the one button when nothing is left to mend. */
export function TablePreview({ preview, batchId, period, source }: TablePreviewProps) {
  const { carriedOver: words } = useMessages(carriedOverArea);
  const terms = useTerms();
  const { number } = useFormat();
  const { rows, counts } = preview;
  const say = (problem: FigureProblem) =>
    (words.problems[problem.code] as (facts: FigureProblem) => string)(problem);
  const isReady = counts.problems === 0;
  return (
    <section className="grid gap-4" aria-label={words.table.preview}>
      <Notice
        tone={isReady ? "success" : "warning"}
        title={isReady ? words.table.preview : words.table.problems(counts.problems)}
        action={
          isReady ? (
            <Form method="post">
              {Object.entries({ batchId, period, source, fileName: preview.fileName, text: preview.text })
                .filter(([, value]) => value !== "")
                .map(([name, value]) => (
                  <input key={name} type="hidden" name={name} value={value} />
                ))}
              <SubmitButton name="act" value="apply" icon={Check}>
                {words.table.apply}
              </SubmitButton>
            </Form>
          ) : null
        }
      >
        {isReady ? words.table.ready(counts.create, counts.update, counts.same) : words.table.problemsBody}
      </Notice>
      <DataTable
        caption={words.table.preview}
        hidesCaption
        rows={rows}
        rowKey={({ row }) => row}
        columns={[
          {
            key: "village",
            header: words.village(terms),
            cell: ({ village, row }) => (
              <>
                {village}
                <span className="block text-sm font-normal text-ink-soft">
                  {words.table.row} {row}
                </span>
              </>
            ),
          },
          {
            key: "period",
            header: words.columns.period,
            cell: ({ period: of }) => (/^\d{4}(-\d{2})?$/.test(of) ? words.period(of) : of),
          },
          {
            key: "result",
            header: words.table.result,
            cell: ({ figures, problems }) => (
              <ul className="grid gap-1">
                {figures.map(({ metric, value, fate }) => (
                  <li key={metric}>
                    {words.metrics[metric]}: {number(value)}{" "}
                    <span className="text-ink-soft">({words.table.fates[fate]})</span>
                  </li>
                ))}
                {problems.map((problem) => (
                  <li key={JSON.stringify(problem)} className="text-danger-ink">
                    {say(problem)}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </section>
  );
}
