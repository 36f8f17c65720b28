import type { BadgeContent } from "#app/domain/badges/badge.ts";
import { titleOf } from "#app/domain/titles/title-definition.ts";
import { badgesArea } from "#app/messages/vi/badges.ts";
import { NumberField } from "../kit/number-field.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";
import { type FormAnswer, fieldsOf } from "../setup/form-answer.ts";

interface TitleFieldsProps {
  badge: string;
  content: BadgeContent;
  answer: FormAnswer | undefined;
}

/** K12, D01, D02: what a title asks for, and how many persons must agree. */
export function TitleFields({ badge, content, answer }: TitleFieldsProps) {
  const { titleRule: words } = useMessages(badgesArea).badges;
  const field = fieldsOf(answer);
  const title = titleOf(badge, 1, content);
  if (title === null) return null;
  const { checklist } = title;
  return (
    <>
      <NumberField
        {...field("approvals", title.approvals)}
        label={words.approvals}
        hint={words.approvalsHint}
        unit={words.people}
        maxLength={1}
      />
      <TextArea
        {...field("checklist", checklist.join("\n"))}
        label={words.checklist}
        hint={words.checklistHint}
        rows={Math.max(3, checklist.length + 1)}
        optional
      />
      <NumberField
        {...field("checklistLeast", checklist.length === 0 ? null : title.checklistLeast)}
        label={words.least}
        hint={words.leastHint}
        maxLength={2}
        optional
      />
      {badge === "digital-family" ? (
        <TextField
          {...field("required", title.required.join(", "))}
          label={words.required}
          hint={words.requiredHint}
          maxLength={80}
          optional
        />
      ) : null}
      {badge === "digital-ambassador" ? (
        <TextField
          {...field("mentees", title.mentees.join(", "))}
          label={words.mentees}
          hint={words.menteesHint}
          maxLength={80}
        />
      ) : null}
      <NumberField
        {...field("termMonths", title.termMonths)}
        label={words.term}
        unit={words.months}
        maxLength={2}
      />
    </>
  );
}

/** The same, told: in a version, and where it would change. */
export function TitleRule({ badge, content }: Pick<TitleFieldsProps, "badge" | "content">) {
  const { titleRule: words } = useMessages(badgesArea).badges;
  const title = titleOf(badge, 1, content);
  if (title === null) return null;
  const { checklist, checklistLeast, required, mentees, termMonths } = title;
  return (
    <>
      {checklist.length === 0 ? null : (
        <>
          <p className="mt-2">{words.leastOf(checklistLeast, checklist.length)}</p>
          <ol className="mt-1 list-decimal ps-6">
            {checklist.map((item, index) => (
              <li key={item}>{required.includes(index + 1) ? words.isRequired(item) : item}</li>
            ))}
          </ol>
        </>
      )}
      {mentees.length === 0 ? null : <p className="mt-2">{words.menteesOf(mentees.join(" / "))}</p>}
      <p className="mt-2">{words.termOf(termMonths)}</p>
    </>
  );
}
