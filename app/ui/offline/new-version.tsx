import RefreshCw from "lucide-react/icons/refresh-cw";
import { useEffect, useState } from "react";
import { offlineArea } from "#app/messages/vi/offline.ts";
import { Button } from "../kit/button.tsx";
import { Notice } from "../kit/notice.tsx";
import { useMessages } from "../language.tsx";
import { onNewVersion } from "./worker-line.ts";

/** A new version is offered, never forced: what is being written stays until its writer says so. */
export function NewVersion() {
  const { offline: words } = useMessages(offlineArea);
  const [takeOver, setTakeOver] = useState<(() => void) | null>(null);
  useEffect(() => onNewVersion((work) => setTakeOver(() => work)), []);
  if (takeOver === null) return null;
  return (
    <Notice
      action={
        <Button variant="secondary" size="small" icon={RefreshCw} onClick={takeOver}>
          {words.updateNow}
        </Button>
      }
    >
      {words.newVersion}
    </Notice>
  );
}
