import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import { kitArea } from "#app/messages/vi/kit.ts";
import { useMessages } from "../language.tsx";
import { LinkButton } from "./link-button.tsx";

interface PaginationProps {
  page: number;
  lastPage: number;
  /** The address of a page, filters kept. */
  hrefOf: (page: number) => string;
}

export function Pagination({ page, lastPage, hrefOf }: PaginationProps) {
  const { kit } = useMessages(kitArea);
  if (lastPage <= 1) return null;
  return (
    <nav aria-label={kit.pages} className="grid grid-cols-2 items-center gap-3 sm:grid-cols-[1fr_auto_1fr]">
      {page > 1 ? (
        <LinkButton
          to={hrefOf(page - 1)}
          variant="secondary"
          size="small"
          icon={ChevronLeft}
          rel="prev"
          className="justify-self-start"
        >
          {kit.previousPage}
        </LinkButton>
      ) : (
        <span />
      )}
      <span className="row-start-1 text-center tabular-nums text-ink-soft max-sm:col-span-2 sm:col-start-2">
        {kit.pageOf(page, lastPage)}
      </span>
      {page < lastPage ? (
        <LinkButton
          to={hrefOf(page + 1)}
          variant="secondary"
          size="small"
          iconAfter={ChevronRight}
          rel="next"
        >
          {kit.nextPage}
        </LinkButton>
      ) : (
        <span />
      )}
    </nav>
  );
}
