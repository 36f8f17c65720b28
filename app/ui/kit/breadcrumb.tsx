import { Link } from "@remix-run/react";
import ChevronRight from "lucide-react/icons/chevron-right";
import { kitArea } from "#app/messages/vi/kit.ts";
import { useMessages } from "../language.tsx";

/** The way from the first page to the one above this; this page's own name is its heading. */
export function Breadcrumb({ steps }: { steps: readonly { to: string; label: string }[] }) {
  const { kit } = useMessages(kitArea);
  return (
    <nav aria-label={kit.breadcrumb} className="mb-2">
      <ol className="flex flex-wrap items-center gap-x-1 text-sm">
        {steps.map(({ to, label }) => (
          <li key={to} className="flex items-center gap-1">
            <Link
              to={to}
              className="inline-flex min-h-12 items-center text-ink-soft underline underline-offset-4 hover:text-ink"
            >
              {label}
            </Link>
            <ChevronRight size="1.1em" aria-hidden className="text-ink-soft" />
          </li>
        ))}
      </ol>
    </nav>
  );
}
