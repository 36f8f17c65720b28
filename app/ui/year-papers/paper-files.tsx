import { formsOf } from "#app/domain/year-papers/issued-paper.ts";
import { type IssuedView, YEAR_PAPER_PATHS } from "#app/domain/year-papers/year-paper-views.ts";
import { yearPapersArea } from "#app/messages/vi/year-papers.ts";
import { TextLink } from "../kit/text-link.tsx";
import { useMessages } from "../language.tsx";

/** The forms of one paper, each a file. */
export function PaperFiles({
  reviewId,
  paper,
}: {
  reviewId: string;
  paper: Pick<IssuedView, "id" | "kind" | "title">;
}) {
  const { yearPapers: words } = useMessages(yearPapersArea);
  return (
    <span className="flex flex-wrap gap-x-4">
      {formsOf(paper.kind).map((form) => (
        <TextLink
          key={form}
          to={YEAR_PAPER_PATHS.file(reviewId, paper.id, form)}
          reloadDocument
          className="inline-flex min-h-12 items-center"
          aria-label={`${words.download(form)}: ${paper.title}`}
        >
          {form.toUpperCase()}
        </TextLink>
      ))}
    </span>
  );
}
