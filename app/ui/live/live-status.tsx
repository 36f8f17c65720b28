import CloudOff from "lucide-react/icons/cloud-off";
import { useContext } from "react";
import { liveArea } from "#app/messages/vi/live.ts";
import { useMessages } from "../language.tsx";
import { LiveContext } from "./live-connection.tsx";

/**
 * Says that the screen may be out of date, in words and by a shape, never by colour alone. The empty region
 * stands in the page from the start, or screen readers would not announce what appears in it.
 */
export function LiveStatus() {
  const live = useContext(LiveContext);
  const { live: words } = useMessages(liveArea);
  return (
    <div role="status" className="live-status">
      {live?.state === "offline" ? (
        <p className="flex items-center justify-center gap-2 border-b border-line bg-sunken px-4 py-2 text-sm">
          <CloudOff aria-hidden="true" className="size-5 shrink-0" />
          <span>
            <strong>{words.offline}</strong> {words.offlineAdvice}
          </span>
        </p>
      ) : null}
    </div>
  );
}
