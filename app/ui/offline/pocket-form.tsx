import { useState } from "react";
import { activityArea } from "#app/messages/vi/activity.ts";
import { offlineArea } from "#app/messages/vi/offline.ts";
import { NO_PROBLEMS, placeProblems } from "../activity/claim-problems.ts";
import { iconOfKind } from "../activity/kind-icon.ts";
import { LogForm } from "../activity/log-form.tsx";
import { LinkButton } from "../kit/link-button.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useMessages } from "../language.tsx";
import { Page } from "../page.tsx";
import { readDoor } from "./add-door.ts";
import { boardOfBook, startOfBook } from "./board-of-book.ts";
import { EntryStatePill } from "./entry-state.tsx";
import { judgeOnPhone } from "./judge-on-phone.ts";
import { POCKET_PATHS } from "./paths.ts";
import type { PocketEntry } from "./pocket.ts";
import { Strip } from "./strip.tsx";
import type { BookHold, OpenBook } from "./use-book.ts";
import { problemsOf } from "./use-pocket-send.ts";

interface PocketFormProps {
  hold: BookHold;
  view: OpenBook;
  kindKey: string;
  /** A record of the book that is opened again. */
  edited: PocketEntry | null;
}

/** The form of one kind from the book, judged by the same rules as on the server. */
export function PocketForm({ hold, view, kindKey, edited }: PocketFormProps) {
  const { activity, offline: words } = useMessages(activityArea, offlineArea);
  const { book, today } = view;
  // The form stays as it is opened; a new day or a fresh list is for the next one.
  const [empty, setEmpty] = useState(() => (book ? boardOfBook(book, kindKey, today) : null));
  const board =
    empty && book ? { ...empty, beside: { contents: besideOf(view, edited), kinds: book.kinds } } : null;
  const [start] = useState(() => edited?.draft ?? (book && board ? startOfBook(book, board) : null));
  const [isBack, setBack] = useState(false);
  if (!board || !start || !book)
    return (
      <Page title={words.log} width="narrow">
        <p>{words.noKinds}</p>
        <div>
          <LinkButton to={POCKET_PATHS.log} reloadDocument>
            {words.logAnother}
          </LinkButton>
        </div>
      </Page>
    );
  const Picture = iconOfKind(kindKey);
  const unitKeysOf = (content: Parameters<typeof judgeOnPhone>[0]) =>
    content.units.map(({ householdId, slot }) =>
      householdId === null ? null : `${householdId}/${slot ?? "-"}`,
    );
  return (
    <Page width="narrow">
      <Strip hold={hold} view={view} />
      <div>
        <h1 className="flex items-center gap-3 text-xl">
          <span className="grid size-12 shrink-0 place-items-center rounded-full bg-accent-soft text-accent-ink">
            <Picture size="1.5rem" aria-hidden />
          </span>
          <span className="min-w-0 leading-snug">{board.kind.name}</span>
        </h1>
        <p className="mt-1 flex flex-wrap gap-x-6">
          <TextLink to={POCKET_PATHS.log} reloadDocument className="inline-flex min-h-12 items-center">
            {activity.log.otherKind}
          </TextLink>
          <TextLink to={POCKET_PATHS.book} reloadDocument className="inline-flex min-h-12 items-center">
            {words.toBook}
          </TextLink>
        </p>
        {edited && !isBack ? <EntryStatePill state={edited.state} /> : null}
      </div>
      <LogForm
        board={board}
        start={start}
        answered={undefined}
        problems={
          edited && !isBack && edited.answer
            ? problemsOf(edited.answer, unitKeysOf(edited.content))
            : NO_PROBLEMS
        }
        adding={NOTHING_ADDED}
        isNew
        hasSent={false}
        sendLabel={activity.log.send}
        inBook={{
          judge(content) {
            const found = judgeOnPhone(content, board.kind, { ...book, households: board.households }, today);
            return found.length === 0 ? null : placeProblems(found, unitKeysOf(content));
          },
          isEdit: edited !== null,
          async addHousehold(fields) {
            const read = readDoor(fields, board.households, activity.log.newCode);
            if ("problems" in read) return read;
            await view.pocket.addDoor(read.household);
            setEmpty((now) => now && { ...now, households: [...now.households, read.household] });
            return { id: read.household.id };
          },
          onKept() {
            setBack(true);
            void hold.reread();
          },
        }}
      />
    </Page>
  );
}

/** What still lies on the phone or waits to be verified: it takes its share of the caps. */
function besideOf({ entries }: OpenBook, edited: PocketEntry | null) {
  return entries
    .filter(({ id, state }) => id !== edited?.id && (state === "saved" || state === "sent"))
    .map(({ content }) => content);
}

const NOTHING_ADDED = { problems: {}, values: {} } as const;
