import { Link } from "@remix-run/react";
import type { AffiliationKind } from "#app/domain/people/team.ts";
import { rosterArea } from "#app/messages/vi/roster.ts";
import { Pill } from "../kit/pill.tsx";
import { useMessages } from "../language.tsx";

interface NamedPerson {
  readonly fullName: string;
  readonly birthYear: number | null;
  readonly maskedPhone: string | null;
}

/** A name with what tells its bearer from a namesake: year of birth and the end of the phone number. */
export function PersonLink({ person, to }: { person: NamedPerson; to?: string | undefined }) {
  const { list } = useMessages(rosterArea).roster;
  const facts = [person.birthYear === null ? null : list.born(person.birthYear), person.maskedPhone].filter(
    (fact) => fact !== null,
  );
  return (
    <span className="block">
      {to === undefined ? (
        person.fullName
      ) : (
        <Link
          to={to}
          className="inline-flex min-h-12 items-center text-accent-ink underline underline-offset-4"
        >
          {person.fullName}
        </Link>
      )}
      {facts.length > 0 ? (
        <span className="flex flex-wrap gap-x-3 text-sm font-normal tabular-nums text-ink-soft">
          {facts.map((fact) => (
            <span key={fact} className="whitespace-nowrap">
              {fact}
            </span>
          ))}
        </span>
      ) : null}
    </span>
  );
}

export function Affiliations({
  of,
}: {
  of: readonly { readonly kind: AffiliationKind; readonly organisation?: string | null }[];
}) {
  const { affiliations } = useMessages(rosterArea).roster;
  if (of.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-1.5">
      {of.map(({ kind, organisation }) => (
        <li key={`${kind}${organisation ?? ""}`}>
          <Pill>{organisation ? `${affiliations[kind]}: ${organisation}` : affiliations[kind]}</Pill>
        </li>
      ))}
    </ul>
  );
}
