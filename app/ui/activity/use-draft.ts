import { useEffect, useRef, useState } from "react";
import { applyAct, type Draft, type DraftAct, readDraft } from "./draft.ts";
import { dropDraft, findDraft, keepDraft } from "./draft-store.ts";

export interface DraftHold {
  readonly draft: Draft;
  readonly form: React.RefObject<HTMLFormElement>;
  /** Changes when the form must be drawn anew from the draft. */
  readonly edition: number;
  readonly isRestored: boolean;
  act(act: DraftAct): void;
  /** Something was typed or ticked. */
  reread(): void;
  addPhoto(id: string): void;
  startOver(): void;
  /** Another record on the same screen: the next door, or the same work once more. */
  startWith(draft: Draft): void;
}

interface DraftWish {
  readonly start: Draft;
  readonly answered: Draft | undefined;
  readonly accountId: string;
  /** A record that was sent already stands on the server; only new ones are kept here. */
  readonly keeps: boolean;
  readonly hasSent: boolean;
}

/**
 * The form's fields hold what was typed; the draft is read from them after each change, kept on the phone, and
 * drawn back into the form when something else has changed it.
 */
export function useDraft({ start, answered, accountId, keeps, hasSent }: DraftWish): DraftHold {
  const form = useRef<HTMLFormElement>(null);
  const [draft, setDraft] = useState(answered ?? start);
  const [edition, setEdition] = useState(0);
  const [isRestored, setRestored] = useState(false);
  const replace = (next: Draft) => {
    setDraft(next);
    setEdition((count) => count + 1);
  };
  const { activityKey } = start;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each form, when it appears
  useEffect(() => {
    if (hasSent) dropDraft(accountId, activityKey);
    const kept = keeps && answered === undefined ? findDraft(accountId, activityKey) : null;
    if (kept === null) {
      // Typed before the scripts had come: nothing has told of it yet.
      if (form.current && isTouched(form.current)) change(now());
      return;
    }
    setRestored(true);
    replace(kept);
  }, []);
  const seen = useRef(answered);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each answer of the server is drawn once
  useEffect(() => {
    if (answered === undefined || seen.current === answered) return;
    seen.current = answered;
    replace(answered);
    if (keeps) keepDraft(accountId, answered);
  }, [answered]);
  const change = (next: Draft) => {
    setDraft(next);
    if (keeps) keepDraft(accountId, next);
  };
  const now = () => (form.current ? readDraft(new FormData(form.current)) : draft);
  return {
    draft,
    form,
    edition,
    isRestored,
    act: (act) => change(applyAct(now(), act)),
    reread: () => change(now()),
    addPhoto(id) {
      const current = now();
      change({ ...current, photos: [...current.photos, id] });
    },
    startOver() {
      dropDraft(accountId, activityKey);
      setRestored(false);
      replace(start);
    },
    startWith(next) {
      setRestored(false);
      replace(next);
    },
  };
}

function isTouched({ elements }: HTMLFormElement): boolean {
  return [...elements].some((field) => {
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
    if (!(field instanceof HTMLInputElement) || field.type === "file") return false;
    return field.checked !== field.defaultChecked || field.value !== field.defaultValue;
  });
}
