import FileText from "lucide-react/icons/file-text";
import { type PaperView, PLAN_PAPER_PATHS } from "#app/domain/plan-papers/plan-paper.ts";
import { planPapersArea } from "#app/messages/vi/plan-papers.ts";
import { useFormat, useMessages } from "../language.tsx";

/** The scans of one plan, to be kept. */
export function PaperLinks({ papers }: { papers: readonly PaperView[] }) {
  const { planPapers: words } = useMessages(planPapersArea);
  const format = useFormat();
  if (papers.length === 0) return null;
  return (
    <ul className="mt-3 grid gap-1">
      {papers.map(({ id, number, issuedOn, title }) => (
        <li key={id}>
          <a
            href={PLAN_PAPER_PATHS.file(id)}
            className="inline-flex min-h-12 items-center gap-2 text-accent-ink underline underline-offset-4"
          >
            <FileText size="1.25em" aria-hidden className="shrink-0" />
            {words.paperLine(number, format.date(issuedOn), title)}
          </a>
        </li>
      ))}
    </ul>
  );
}
