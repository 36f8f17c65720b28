import { useEffect, useState } from "react";
import { offlineArea } from "#app/messages/vi/offline.ts";
import { buttonStyle } from "../kit/button-style.ts";
import { Notice } from "../kit/notice.tsx";
import { useMessages } from "../language.tsx";

/** Zalo opens links in a browser of its own, with a store of its own: no book may lie in two places unsaid. */
export function ZaloNotice() {
  const { offline: words } = useMessages(offlineArea);
  const [chrome, setChrome] = useState<string | null>(null);
  useEffect(() => {
    if (!/\bZalo\b/i.test(navigator.userAgent)) return;
    const { host, pathname, search, protocol } = window.location;
    const scheme = protocol.replace(":", "");
    setChrome(`intent://${host}${pathname}${search}#Intent;scheme=${scheme};package=com.android.chrome;end`);
  }, []);
  if (chrome === null) return null;
  return (
    <Notice
      tone="warning"
      title={words.zaloTitle}
      action={
        <a href={chrome} className={buttonStyle({ variant: "secondary", size: "small" })}>
          {words.zaloOpen}
        </a>
      }
    >
      {words.zaloBody}
    </Notice>
  );
}
