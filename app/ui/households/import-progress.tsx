import { useNavigation } from "@remix-run/react";
import { useCallback, useEffect, useState } from "react";
import type { ImportProgress } from "#app/domain/households/import-progress.ts";
import { householdImportArea } from "#app/messages/vi/household-import.ts";
import { ProgressBar } from "../kit/progress-bar.tsx";
import { useMessages } from "../language.tsx";

const ASK_EVERY_MS = 500;

/** While a list is read or taken over: what the house is at and how far. Nothing while there is nothing to wait for. */
export function HouseholdImportProgress({ tellsAt }: { tellsAt: string }) {
  const isSending = useNavigation().state === "submitting";
  const progress = useProgress(tellsAt, isSending);
  const { householdImport: words } = useMessages(householdImportArea);
  // On a phone it would stand below the button that was pressed, behind the menu.
  const bringUp = useCallback((card: HTMLElement | null) => card?.scrollIntoView({ block: "center" }), []);
  if (!isSending || progress === null) return null;
  const { phase, done, total } = progress;
  return (
    <div ref={bringUp} className="grid gap-3 rounded-xl border-2 border-accent bg-surface p-5 shadow-card">
      <p role="status" className="font-bold">
        {words.phases[phase]}
      </p>
      {total > 0 ? <ProgressBar label={words.households} value={done} goal={total} /> : null}
      <p className="text-ink-soft">{words.stayHere}</p>
    </div>
  );
}

function useProgress(tellsAt: string, isSending: boolean): ImportProgress | null {
  const [progress, setProgress] = useState<ImportProgress | null>(null);
  useEffect(() => {
    if (!isSending) return;
    const over = new AbortController();
    const ask = async () => {
      const answer = await fetch(tellsAt, { signal: over.signal }).catch(() => null);
      if (!answer?.ok) return;
      const said = (await answer.json()) as { progress: ImportProgress | null };
      // Between two words nothing is known; what was last heard stays.
      if (said.progress !== null && !over.signal.aborted) setProgress(said.progress);
    };
    const timer = setInterval(ask, ASK_EVERY_MS);
    return () => {
      clearInterval(timer);
      over.abort();
      setProgress(null);
    };
  }, [tellsAt, isSending]);
  return progress;
}
