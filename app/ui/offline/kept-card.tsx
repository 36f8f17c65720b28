import Repeat2 from "lucide-react/icons/repeat-2";
import Undo2 from "lucide-react/icons/undo-2";
import { useEffect, useRef, useState } from "react";
import { offlineArea } from "#app/messages/vi/offline.ts";
import { Button } from "../kit/button.tsx";
import { LinkButton } from "../kit/link-button.tsx";
import { Notice } from "../kit/notice.tsx";
import { useMessages } from "../language.tsx";
import { POCKET_PATHS } from "./paths.ts";

const UNDO_SECONDS = 10;

interface KeptCardProps {
  kindName: string;
  repeatLabel: string;
  onUndo: () => void;
  onRepeat: () => void;
}

/** Saved on the phone and not sent yet: said in so many words, with the way back while the finger is still there. */
export function KeptCard({ kindName, repeatLabel, onUndo, onRepeat }: KeptCardProps) {
  const { offline: words } = useMessages(offlineArea);
  const [left, setLeft] = useState(UNDO_SECONDS);
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.focus();
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1_000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div ref={box} tabIndex={-1}>
      <Notice
        tone="warning"
        title={words.keptTitle}
        action={
          <div className="flex flex-wrap gap-3">
            {left > 0 ? (
              <Button variant="secondary" size="small" icon={Undo2} onClick={onUndo}>
                {words.undoSeconds(left)}
              </Button>
            ) : null}
            <Button variant="secondary" size="small" icon={Repeat2} onClick={onRepeat}>
              {repeatLabel}
            </Button>
            <LinkButton to={POCKET_PATHS.book} reloadDocument variant="quiet" size="small">
              {words.toBook}
            </LinkButton>
          </div>
        }
      >
        <p className="font-bold">{kindName}</p>
        <p>{words.keptBody}</p>
      </Notice>
    </div>
  );
}
