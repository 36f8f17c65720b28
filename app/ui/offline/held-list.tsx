import { Form } from "@remix-run/react";
import Check from "lucide-react/icons/check";
import ImageIcon from "lucide-react/icons/image";
import Inbox from "lucide-react/icons/inbox";
import type { HeldWork } from "#app/domain/offline/held-work.ts";
import { activityArea } from "#app/messages/vi/activity.ts";
import { offlineArea } from "#app/messages/vi/offline.ts";
import { iconOfKind } from "../activity/kind-icon.ts";
import { EmptyState } from "../kit/empty-state.tsx";
import type { Problems } from "../kit/error-summary.tsx";
import { FieldError } from "../kit/field-frame.tsx";
import { Pill } from "../kit/pill.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface HeldListProps {
  held: readonly HeldWork[];
  names: Readonly<Record<string, string>>;
  /** Of the one that was just sent and refused. */
  problems: Problems;
  refusedId: string | null;
}

/** Work that was put aside, each with its reason in words and the two ways on. */
export function HeldList({ held, names, problems, refusedId }: HeldListProps) {
  const { offline: words } = useMessages(offlineArea);
  if (held.length === 0)
    return (
      <EmptyState icon={Inbox} title={words.heldNone}>
        {words.heldNoneBody}
      </EmptyState>
    );
  return (
    <ul className="grid gap-4 lg:grid-cols-2">
      {held.map((line) => (
        <li key={line.id}>
          <HeldCard
            line={line}
            name={names[line.activityKey] ?? line.activityKey}
            problems={line.id === refusedId ? problems : {}}
          />
        </li>
      ))}
    </ul>
  );
}

function HeldCard({ line, name, problems }: { line: HeldWork; name: string; problems: Problems }) {
  const { activity, offline: words } = useMessages(activityArea, offlineArea);
  const format = useFormat();
  const Picture = iconOfKind(line.activityKey);
  return (
    <article className="grid h-full content-start gap-4 rounded-xl border border-line bg-surface p-4 shadow-card sm:p-5">
      <div className="flex items-start gap-3">
        <span className="grid size-11 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-ink">
          <Picture size="1.375rem" aria-hidden />
        </span>
        <div className="min-w-0">
          <h2 className="text-lg leading-snug">{name}</h2>
          <p>
            {line.memberName}
            {line.teamName ? <span className="text-ink-soft"> · {line.teamName}</span> : null}
          </p>
          <p className="text-sm text-ink-soft">
            {[
              format.date(line.workDate),
              activity.visits(format.number(line.visits)),
              words.cameAt(format.moment(new Date(line.receivedAt).getTime())),
            ].join(" · ")}
          </p>
          {line.photoCount > 0 ? (
            <p className="mt-1">
              <Pill icon={ImageIcon}>{words.photos(line.photoCount)}</Pill>
            </p>
          ) : null}
        </div>
      </div>
      {line.note ? <p className="whitespace-pre-line">{line.note}</p> : null}
      <p className="rounded-lg bg-gold-soft p-3 text-gold-ink">{words.heldReasons[line.reason]}</p>
      {line.isOwn ? (
        <p className="font-bold">{words.ownWork}</p>
      ) : (
        <Form method="post" preventScrollReset className="grid gap-4">
          <input type="hidden" name="id" value={line.id} />
          <FieldError id={`held-${line.id}`} error={problems.form} />
          <TextField
            id={`day-${line.id}`}
            name="workDate"
            type="date"
            label={words.workDate}
            defaultValue={line.workDate}
            error={problems.workDate}
          />
          <TextArea
            id={`why-${line.id}`}
            name="why"
            rows={2}
            label={words.why}
            hint={words.whyHint}
            error={problems.why}
            optional
          />
          <div className="flex flex-wrap gap-3">
            <SubmitButton name="verdict" value="accept" icon={Check}>
              {words.accept}
            </SubmitButton>
            <SubmitButton name="verdict" value="decline" variant="secondary">
              {words.decline}
            </SubmitButton>
          </div>
        </Form>
      )}
    </article>
  );
}
