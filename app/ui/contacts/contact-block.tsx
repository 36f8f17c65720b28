import Phone from "lucide-react/icons/phone";
import { contactsArea } from "#app/messages/vi/contacts.ts";
import { Card } from "../kit/card.tsx";
import { useMessages } from "../language.tsx";

export interface ShownContact {
  readonly id: string;
  readonly name: string;
  readonly duty: string;
  readonly number: string;
  readonly spoken: string;
}

/** L29: whom to call, on the pages of those who may need it; nothing where the office named nobody. */
export function ContactBlock({ contacts }: { contacts: readonly ShownContact[] }) {
  const { contacts: words } = useMessages(contactsArea);
  if (contacts.length === 0) return null;
  return (
    <Card title={words.block}>
      <p className="text-ink-soft">{words.blockLead}</p>
      <ul className="mt-2 divide-y divide-line">
        {contacts.map(({ id, name, duty, number, spoken }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
            <span className="min-w-0">
              <span className="block font-bold">{name}</span>
              <span className="block text-ink-soft">{duty}</span>
            </span>
            <a
              href={`tel:${number}`}
              aria-label={`${words.call(name)}: ${spoken}`}
              className="inline-flex min-h-12 items-center gap-2 font-bold tabular-nums text-accent-ink underline underline-offset-4"
            >
              <Phone size="1.25em" aria-hidden />
              {spoken}
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
