import { Link } from "@remix-run/react";
import ChevronRight from "lucide-react/icons/chevron-right";
import PartyPopper from "lucide-react/icons/party-popper";
import { setupArea } from "#app/messages/vi/setup.ts";
import type { Icon } from "../kit/icon.ts";
import { useMessages } from "../language.tsx";

export interface Todo {
  readonly key: string;
  readonly to: string;
  readonly title: string;
  readonly body: string;
  readonly icon: Icon;
}

/** What to do next, most pressing first. Each is one tap away. */
export function TodoList({ todos }: { todos: readonly Todo[] }) {
  const { overview } = useMessages(setupArea).setup;
  if (todos.length === 0) {
    return (
      <p className="flex items-center gap-3 text-lg">
        <PartyPopper size="1.5em" aria-hidden className="shrink-0 text-gold-ink" />
        {overview.nothingNext}
      </p>
    );
  }
  return (
    <ul className="divide-y divide-line">
      {todos.map(({ key, to, title, body, icon: Picture }) => (
        <li key={key}>
          <Link to={to} className="-mx-2 flex items-center gap-4 rounded-lg px-2 py-3.5 hover:bg-sunken">
            <span className="grid size-12 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-ink">
              <Picture size="1.5rem" aria-hidden />
            </span>
            <span className="min-w-0 flex-1">
              <span className="block font-bold">{title}</span>
              <span className="block text-sm text-ink-soft">{body}</span>
            </span>
            <ChevronRight size="1.375em" aria-hidden className="shrink-0 text-ink-soft" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
