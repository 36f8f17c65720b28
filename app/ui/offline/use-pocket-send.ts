import { useNavigate, useSubmit } from "@remix-run/react";
import { type FormEvent, useRef, useState } from "react";
import { isId } from "#app/domain/ids.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import { type ClaimOfDraft, claimOfDraft } from "../activity/claim-of-draft.ts";
import { type ClaimProblems, NO_PROBLEMS, placeProblems } from "../activity/claim-problems.ts";
import { type Draft, readDraft } from "../activity/draft.ts";
import { dropDraft } from "../activity/draft-store.ts";
import { ACTIVITY_PATHS } from "../activity/paths.ts";
import { provisionalPoints } from "../activity/provisional-points.ts";
import type { LogBoard } from "../activity/views.ts";
import { POCKET_PATHS } from "./paths.ts";
import type { EntryAnswer, NewEntry, Pocket } from "./pocket.ts";

/** A record that lies on the phone and has not been answered yet. */
export interface KeptRecord {
  readonly id: string;
  readonly draft: Draft;
  readonly content: ClaimOfDraft["content"];
}

export interface PocketSend {
  readonly isSending: boolean;
  readonly kept: KeptRecord | null;
  /** What was refused on the phone or by the server; null where the form's own answer stands. */
  readonly problems: ClaimProblems | null;
  onSubmit(event: FormEvent<HTMLFormElement>): void;
  /** Out of the book again, to be written anew. */
  takeBack(): Promise<Draft | null>;
  forget(): void;
}

interface PocketSendWish {
  readonly board: LogBoard;
  /** A record that stands on the server already is changed there. */
  readonly isNew: boolean;
  /** The book's own page says what it judges by itself, and stays where it is when a record has arrived. */
  readonly judge?: (content: ClaimOfDraft["content"]) => ReturnType<typeof placeProblems> | null;
  readonly onKept?: (record: KeptRecord) => void;
  readonly isInBook?: boolean;
}

/** An answer within this time is worth waiting for at the button. */
const PATIENCE_MS = 8_000;

/**
 * Sending, as the phone does it: the record is saved here first and sent then, so that neither a valley nor a dead
 * battery takes it away. Where this browser keeps no book the form goes as a plain form.
 */
export function usePocketSend({ board, isNew, judge, onKept, isInBook }: PocketSendWish): PocketSend {
  const navigate = useNavigate();
  const submit = useSubmit();
  const isUnable = useRef(false);
  const [isSending, setSending] = useState(false);
  const [kept, setKept] = useState<KeptRecord | null>(null);
  const [problems, setProblems] = useState<ClaimProblems | null>(null);

  const refuse = (found: ClaimProblems) => {
    setProblems(found);
    setSending(false);
  };
  const send = async (draft: Draft, plainly: () => void) => {
    const { content, unitKeys, unreadable } = claimOfDraft(draft, board.kind, board.today);
    if (Object.keys(unreadable).length > 0) return refuse({ ...NO_PROBLEMS, fields: unreadable });
    const judged = judge?.(content);
    if (judged) return refuse(judged);
    const pocket = isId(draft.id) ? await findPocket(board.accountId) : null;
    if (!pocket) {
      isUnable.current = true;
      setSending(false);
      return isInBook ? undefined : plainly();
    }
    await pocket.keep(entryOf(draft, content, board));
    const entry = await sendNow(pocket, draft.id);
    switch (entry?.state) {
      case "mend":
        // In the book it stays as what needs mending; elsewhere the open form holds it.
        if (!isInBook) await pocket.takeOut(draft.id);
        return refuse(problemsOf(entry.answer, unitKeys));
      case "saved": {
        const record = { id: draft.id, draft, content };
        dropDraft(board.accountId, draft.activityKey);
        setProblems(null);
        setSending(false);
        setKept(record);
        return onKept?.(record);
      }
      default: {
        // Sent, put aside or standing against another version: each has its own page to say so.
        dropDraft(board.accountId, draft.activityKey);
        setSending(false);
        const next =
          entry?.state === "sent" ? ACTIVITY_PATHS.logAfter(draft.activityKey, draft.id) : POCKET_PATHS.book;
        return isInBook ? window.location.assign(next) : navigate(next);
      }
    }
  };
  return {
    isSending,
    kept,
    problems,
    onSubmit(event) {
      const { submitter } = event.nativeEvent as SubmitEvent;
      if (!isNew || isUnable.current || submitter?.getAttribute("value") !== "send") {
        // What the server answers to another button stands by itself.
        setProblems(null);
        return;
      }
      event.preventDefault();
      if (isSending) return;
      const form = event.currentTarget;
      setSending(true);
      setKept(null);
      const plainly = () => submit(submitter as HTMLButtonElement);
      void send(readDraft(new FormData(form)), plainly).catch(() => {
        isUnable.current = true;
        setSending(false);
        if (!isInBook) plainly();
      });
    },
    async takeBack() {
      if (!kept) return null;
      const pocket = await findPocket(board.accountId);
      await pocket?.takeOut(kept.id);
      setKept(null);
      return kept.draft;
    },
    forget: () => setKept(null),
  };
}

function entryOf(draft: Draft, content: ClaimOfDraft["content"], board: LogBoard): NewEntry {
  const { dayChoice } = draft.fields;
  return {
    id: draft.id,
    draft,
    content,
    day: dayChoice === "yesterday" ? "yesterday" : dayChoice === "other" ? "named" : "today",
    kindName: board.kind.name,
    points: provisionalPoints(content, board.kind, board.limits, board.households, board.beside),
  };
}

async function findPocket(accountId: string): Promise<Pocket | null> {
  const { openPocket, connectPocket } = await import("./open-pocket.ts");
  const pocket = await openPocket(accountId);
  const owner = await pocket?.owner();
  return pocket && owner?.keyId && owner.contact ? pocket : connectPocket(accountId);
}

/** Waits as long as somebody waits at a button; what goes on after that goes on without them. */
async function sendNow(pocket: Pocket, id: string) {
  const { syncPocket } = await import("./sync-pocket.ts");
  const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS));
  if (navigator.onLine) await Promise.race([syncPocket(pocket, "wait"), patience]);
  return pocket.find(id);
}

/** The refusal as the form shows it: beside its field, or over the form. */
export function problemsOf(answer: EntryAnswer | null, unitKeys: readonly (string | null)[]): ClaimProblems {
  if (answer?.problems) return placeProblems(answer.problems, unitKeys);
  const { problems: _, held: __, state: ___, ...rejection } = answer ?? {};
  return { fields: { form: rejection as Rejection }, units: {} };
}
