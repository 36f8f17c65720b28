import { Form } from "@remix-run/react";
import type { VenueKind } from "#app/domain/venues/venue.ts";
import { venuesArea } from "#app/messages/vi/venues.ts";
import { Disclosure } from "../kit/disclosure.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { useMessages } from "../language.tsx";

interface VenueGroupProps {
  title: string;
  isOpen: boolean;
  venues: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: VenueKind;
    readonly note: string | null;
  }[];
}

/** The places of one village, or of the whole commune. */
export function VenueGroup({ title, isOpen, venues }: VenueGroupProps) {
  const { venues: words } = useMessages(venuesArea);
  return (
    <Disclosure summary={`${title} (${venues.length})`} isOpen={isOpen}>
      <ul className="divide-y divide-line">
        {venues.map(({ id, name, kind, note }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 py-3">
            <span className="min-w-0">
              <span className="block font-bold">{name}</span>
              <span className="block text-ink-soft">
                {words.kinds[kind]}
                {note === null ? "" : ` · ${note}`}
              </span>
            </span>
            <Form method="post" preventScrollReset>
              <input type="hidden" name="id" value={id} />
              <SubmitButton
                name="act"
                value="close"
                size="small"
                variant="secondary"
                aria-label={words.closeOf(name)}
              >
                {words.close}
              </SubmitButton>
            </Form>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
