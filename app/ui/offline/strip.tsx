import CloudOff from "lucide-react/icons/cloud-off";
import Send from "lucide-react/icons/send";
import { isUnsettled } from "#app/domain/offline/queue-entry.ts";
import { offlineArea } from "#app/messages/vi/offline.ts";
import { Button } from "../kit/button.tsx";
import { useMessages } from "../language.tsx";
import { NewVersion } from "./new-version.tsx";
import type { BookHold, OpenBook } from "./use-book.ts";
import { ZaloNotice } from "./zalo-notice.tsx";

/** What stands between the phone and the server at this moment. */
export function Strip({
  hold,
  view,
  hasLostPage = false,
}: {
  hold: BookHold;
  view: OpenBook;
  hasLostPage?: boolean;
}) {
  const { offline: words } = useMessages(offlineArea);
  const waiting = view.entries.filter(({ state }) => isUnsettled(state)).length;
  return (
    <>
      <ZaloNotice />
      <NewVersion />
      {hold.isOnline ? null : (
        <p className="flex gap-3 rounded-lg bg-gold-soft p-4 text-gold-ink" role="status">
          <CloudOff size="1.5em" aria-hidden className="shrink-0" />
          <span>{hasLostPage ? words.noNetworkPage : words.noNetwork}</span>
        </p>
      )}
      {waiting > 0 ? (
        <div className="flex flex-wrap items-center justify-between gap-3" role="status">
          <strong className="text-lg">{words.waitingCount(waiting)}</strong>
          {hold.isOnline ? (
            <Button
              variant="secondary"
              icon={Send}
              aria-disabled={hold.isSending || undefined}
              onClick={() => void (hold.isSending || hold.sendNow())}
            >
              {hold.isSending ? words.sending : words.sendNow}
            </Button>
          ) : null}
        </div>
      ) : view.entries.length > 0 ? (
        <p role="status">{words.allSent}</p>
      ) : null}
    </>
  );
}
