import { Form } from "@remix-run/react";
import Undo2 from "lucide-react/icons/undo-2";
import { useEffect, useRef, useState } from "react";
import { activityArea } from "#app/messages/vi/activity.ts";
import { LinkButton } from "../kit/link-button.tsx";
import { Notice } from "../kit/notice.tsx";
import { SubmitButton } from "../kit/submit-button.tsx";
import { useFormat, useMessages } from "../language.tsx";
import { useIsLive } from "../use-is-live.ts";
import { ACTIVITY_PATHS } from "./paths.ts";

const UNDO_SECONDS = 10;

export interface SentRecord {
  readonly id: string;
  readonly kindName: string;
  /** "Bà Lan ...123 (Thành thạo)" */
  readonly people: readonly { readonly who: string; readonly outcome: string | null }[];
  readonly visits: number;
}

/** What was sent, and the way back while the finger is still there. Later it is withdrawn on its own page. */
export function SentCard({ sent }: { sent: SentRecord }) {
  const { activity } = useMessages(activityArea);
  const words = activity.log;
  const format = useFormat();
  const secondsLeft = useSecondsLeft();
  const box = useRef<HTMLDivElement>(null);
  // The form before it was long: what came of it is where the reader looks next.
  useEffect(() => box.current?.focus(), []);
  return (
    <div ref={box} tabIndex={-1}>
      <Notice
        tone="success"
        title={words.sentTitle}
        action={
          <div className="flex flex-wrap gap-3">
            {secondsLeft > 0 ? (
              <Form method="post">
                <input type="hidden" name="claim" value={sent.id} />
                <SubmitButton name="act" value="withdraw" variant="secondary" size="small" icon={Undo2}>
                  {Number.isFinite(secondsLeft) ? words.undoSeconds(secondsLeft) : words.undo}
                </SubmitButton>
              </Form>
            ) : null}
            <LinkButton to={ACTIVITY_PATHS.repeat(sent.id)} variant="secondary" size="small">
              {words.repeat}
            </LinkButton>
            <LinkButton to={ACTIVITY_PATHS.record(sent.id)} variant="quiet" size="small">
              {words.seeIt}
            </LinkButton>
          </div>
        }
      >
        <p className="font-bold">{sent.kindName}</p>
        <ul>
          {sent.people.map(({ who, outcome }) => (
            <li key={who}>
              {who}
              {outcome ? `: ${outcome}` : null}
            </li>
          ))}
        </ul>
        {sent.visits > 0 ? <p>{activity.visits(format.number(sent.visits))}</p> : null}
        <p className="mt-1">{words.sentBody}</p>
      </Notice>
    </div>
  );
}

/** Without scripts nothing counts down, and the button stays. */
function useSecondsLeft(): number {
  const isLive = useIsLive();
  const [left, setLeft] = useState(UNDO_SECONDS);
  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1_000);
    return () => clearInterval(timer);
  }, []);
  return isLive ? left : Number.POSITIVE_INFINITY;
}
