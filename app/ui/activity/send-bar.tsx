import Send from "lucide-react/icons/send";
import { useEffect, useState } from "react";
import { activityArea } from "#app/messages/vi/activity.ts";
import { SubmitButton } from "../kit/submit-button.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { claimOfDraft } from "./claim-of-draft.ts";
import { provisionalPoints } from "./provisional-points.ts";
import type { DraftHold } from "./use-draft.ts";
import type { LogBoard } from "./views.ts";

/** Sending is always under the thumb, with what it may bring. */
export function SendBar({
  hold,
  board,
  isBusy,
  isSending,
  label,
}: {
  hold: DraftHold;
  board: LogBoard;
  isBusy: boolean;
  isSending: boolean;
  label: string;
}) {
  const words = useMessages(activityArea).activity.log;
  const { activity } = useMessages(activityArea);
  const format = useFormat();
  const [waits, setWaits] = useState(false);
  const { content } = claimOfDraft(hold.draft, board.kind, board.today);
  const points = provisionalPoints(content, board.kind, board.limits, board.households, board.beside);
  useEffect(() => {
    if (!isBusy) setWaits(false);
  }, [isBusy]);
  return (
    // Labels of the bar below may take two lines on a phone: what that hides of this bar is empty.
    <div className="sticky bottom-[calc(4rem+env(safe-area-inset-bottom))] z-10 -mx-4 border-t border-line bg-surface px-4 pt-3 pb-9 shadow-float sm:mx-0 sm:rounded-xl sm:border sm:pb-3 lg:bottom-4">
      <div className="flex items-center justify-between gap-3">
        <p
          className="shrink-0 leading-tight"
          title={board.beside ? words.provisionalBeside : words.provisionalHint}
        >
          <strong className="block text-lg tabular-nums">
            {format.points(points)} {activity.pointsUnit}
          </strong>
          <span className="text-sm text-ink-soft">{words.provisional}</span>
        </p>
        <SubmitButton
          name="act"
          value="send"
          size="large"
          className="min-w-0"
          icon={Send}
          aria-disabled={isSending || undefined}
          onClick={(event) => {
            if (!isBusy) return;
            event.preventDefault();
            setWaits(true);
          }}
        >
          {label}
        </SubmitButton>
      </div>
      {waits ? (
        <p role="status" className="mt-2 text-sm">
          {words.photosBusy}
        </p>
      ) : null}
    </div>
  );
}
