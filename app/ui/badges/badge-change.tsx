import type { BadgeContent } from "#app/domain/badges/badge.ts";
import { badgesArea } from "#app/messages/vi/badges.ts";
import { useFormat, useMessages } from "../language.tsx";
import { sayGoals } from "./say-badge.ts";
import { TitleRule } from "./title-fields.tsx";

/** The version in use beside what it would become. */
export function BadgeChange(props: { badge: string; was: BadgeContent; becomes: BadgeContent }) {
  const { badge, was, becomes } = props;
  const { badges: words } = useMessages(badgesArea);
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Side title={words.edit.was} badge={badge} content={was} />
      <Side title={words.edit.becomes} badge={badge} content={becomes} />
    </div>
  );
}

function Side({ title, badge, content }: { title: string; badge: string; content: BadgeContent }) {
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
      {content.isRetired ? null : <TitleRule badge={badge} content={content} />}
    </div>
  );
}
