import { offlineArea } from "#app/messages/vi/offline.ts";
import { buttonStyle } from "../kit/button-style.ts";
import { Notice } from "../kit/notice.tsx";
import { useMessages } from "../language.tsx";

/** The way out of Zalo's browser, for whoever is in it. */
export function ZaloHint() {
  const { offline: words } = useMessages(offlineArea);
  const { host, pathname, search, protocol } = window.location;
  const scheme = protocol.replace(":", "");
  const chrome = `intent://${host}${pathname}${search}#Intent;scheme=${scheme};package=com.android.chrome;end`;
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
