import { useState } from "react";
import { isUnsettled } from "#app/domain/offline/queue-entry.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import { activityArea } from "#app/messages/vi/activity.ts";
import { offlineArea } from "#app/messages/vi/offline.ts";
import { iconOfKind } from "../activity/kind-icon.ts";
import { ACTIVITY_PATHS } from "../activity/paths.ts";
import { Button } from "../kit/button.tsx";
import { LinkButton } from "../kit/link-button.tsx";
import { useFormat, useMessages, useSayRejection } from "../language.tsx";

import { EntryStatePill } from "./entry-state.tsx";
import { POCKET_PATHS } from "./paths.ts";
import type { PocketEntry } from "./pocket.ts";

interface QueueListProps {
  entries: readonly PocketEntry[];
  onRemove: (id: string) => void;
}

/** Every record on the phone, what is not settled first. */
export function QueueList({ entries, onRemove }: QueueListProps) {
  const { offline: words } = useMessages(offlineArea);
  const open = entries.filter(({ state }) => isUnsettled(state));
  const rest = entries.filter(({ state }) => !isUnsettled(state));
  return (
    <>
      {[
        { title: words.queueTitle, list: open },
        { title: words.sentTitle, list: rest },
      ].map(({ title, list }) =>
        list.length === 0 ? null : (
          <section key={title} className="grid gap-3">
            <h2 className="text-xl">{title}</h2>
            <ul className="grid gap-3">
              {list.map((entry) => (
                <li key={entry.id}>
                  <EntryCard entry={entry} onRemove={onRemove} />
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
    </>
  );
}

function EntryCard({ entry, onRemove }: { entry: PocketEntry; onRemove: QueueListProps["onRemove"] }) {
  const { activity, offline: words } = useMessages(activityArea, offlineArea);
  const format = useFormat();
  const Picture = iconOfKind(entry.content.activityKey);
  const { content, draft, state } = entry;
  const places = new Set(draft.units.map(({ key }) => key)).size;
  const facts = [
    format.date(content.workDate),
    places > 0 ? words.people(places) : null,
    content.visits > places ? activity.visits(format.number(content.visits)) : null,
    content.photos.length > 0 ? words.photos(content.photos.length) : null,
    isUnsettled(state) ? words.provisional(format.points(entry.points)) : null,
  ];
  return (
    <article className="grid gap-3 rounded-xl border border-line bg-surface p-4 shadow-card">
      <div className="flex items-start gap-3">
        <span className="grid size-11 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-ink">
          <Picture size="1.375rem" aria-hidden />
        </span>
        <div className="min-w-0">
          <h3 className="font-bold leading-snug">{entry.kindName}</h3>
          <p className="text-sm text-ink-soft">{facts.filter(Boolean).join(" · ")}</p>
          <p className="mt-2">
            <EntryStatePill state={state} />
          </p>
        </div>
      </div>
      <Why entry={entry} />
      <Ways entry={entry} onRemove={onRemove} />
    </article>
  );
}

/** Why it has not simply arrived, in words. */
function Why({ entry: { state, answer } }: { entry: PocketEntry }) {
  const { offline: words } = useMessages(offlineArea);
  const sentence = useSayRejection();
  if (state === "conflict") return <p>{words.conflictBody}</p>;
  const held = answer?.held;
  if (held)
    return (
      <p>
        {held.state === "declined" && held.why ? words.declined(held.why) : words.heldReasons[held.reason]}
      </p>
    );
  if (state !== "mend" || !answer) return null;
  const refusals = answer.problems ?? [answer as Rejection];
  return (
    <div>
      <p className="font-bold">{words.mendBody}</p>
      <ul className="list-disc ps-5">
        {[...new Set(refusals.map((refusal) => sentence(refusal as Rejection)))].map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

function Ways({
  entry: { id, state },
  onRemove,
}: {
  entry: PocketEntry;
  onRemove: QueueListProps["onRemove"];
}) {
  const { offline: words } = useMessages(offlineArea);
  const [isSure, setSure] = useState(false);
  if (isSure)
    return (
      <fieldset className="grid gap-2 rounded-lg bg-sunken p-3">
        <legend className="sr-only">{words.removeSure}</legend>
        <p className="font-bold" aria-hidden>
          {words.removeSure}
        </p>
        <div className="flex flex-wrap gap-3">
          <Button variant="danger" size="small" onClick={() => onRemove(id)}>
            {words.removeYes}
          </Button>
          <Button variant="secondary" size="small" onClick={() => setSure(false)}>
            {words.keep}
          </Button>
        </div>
      </fieldset>
    );
  const isAtServer = state !== "saved" && state !== "mend" && state !== "held";
  return (
    <div className="flex flex-wrap gap-3">
      {state === "saved" || state === "mend" ? (
        <LinkButton to={POCKET_PATHS.edit(id)} reloadDocument variant="secondary" size="small">
          {words.edit}
        </LinkButton>
      ) : null}
      {isAtServer ? (
        <LinkButton to={ACTIVITY_PATHS.record(id)} reloadDocument variant="secondary" size="small">
          {words.see}
        </LinkButton>
      ) : null}
      {isUnsettled(state) ? (
        <Button variant="quiet" size="small" onClick={() => setSure(true)}>
          {words.remove}
        </Button>
      ) : null}
    </div>
  );
}
