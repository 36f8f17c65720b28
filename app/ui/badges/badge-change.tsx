import type { BadgeContent } from "#app/domain/badges/badge.ts";
import { badgesArea } from "#app/messages/vi/badges.ts";
import { useFormat, useMessages } from "../language.tsx";
import { sayGoals } from "./say-badge.ts";

/** The version in use beside what it would become. */
export function BadgeChange({ was, becomes }: { was: BadgeContent; becomes: BadgeContent }) {
  const { badges: words } = useMessages(badgesArea);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Side title={words.edit.was} content={was} />
      <Side title={words.edit.becomes} content={becomes} />
    </div>
  );
}

function Side({ title, content }: { title: string; content: BadgeContent }) {
  const { badges: words } = useMessages(badgesArea);
  const format = useFormat();
  return (
    <div className="rounded-lg bg-sunken p-4">
      <h3 className="text-sm text-ink-soft">{title}</h3>
      <p className="font-bold">{content.name}</p>
      <p>{content.description}</p>
      <ul className="mt-1">
        {content.isRetired ? (
          <li>{words.office.retired}</li>
        ) : (
          sayGoals(content.award, words, format).map(({ tier, text }) => (
            <li key={text}>{tier === "" ? text : `${text} (${tier})`}</li>
          ))
        )}
      </ul>
    </div>
  );
}
