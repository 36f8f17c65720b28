import type { IssuedView } from "#app/domain/year-papers/year-paper-views.ts";
import { yearPapersArea } from "#app/messages/vi/year-papers.ts";
import { Card } from "../kit/card.tsx";
import { Pill } from "../kit/pill.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { PaperFiles } from "./paper-files.tsx";

/** Everything of one kind that went out, the newest first; nothing is ever taken off this list. */
export function IssuedList({ reviewId, issued }: { reviewId: string; issued: readonly IssuedView[] }) {
  const { yearPapers: words } = useMessages(yearPapersArea);
  const format = useFormat();
  return (
    <Card title={words.issued}>
      <ul className="divide-y divide-line">
        {issued.map((paper, index) => (
          <li key={paper.id} className="grid gap-x-6 gap-y-1 py-4 sm:grid-cols-[1fr_auto] sm:items-center">
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-bold">
                {words.version(paper.number)}
                {paper.documentNumber === null ? null : <span>{words.filed(paper.documentNumber)}</span>}
                {index === 0 ? <Pill tone="accent">{words.newest}</Pill> : null}
              </p>
              <p className="text-ink-soft">{words.issuedBy(paper.issuedBy, format.moment(paper.issuedAt))}</p>
              <p className="text-sm text-ink-soft [overflow-wrap:anywhere]">{words.code(paper.code)}</p>
            </div>
            <PaperFiles reviewId={reviewId} paper={paper} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
