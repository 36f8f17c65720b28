import { type ComponentType, useEffect, useState } from "react";

/** Zalo opens links in a browser of its own, with a store of its own: no book may lie in two places unsaid. */
export function ZaloNotice() {
  const [Hint, setHint] = useState<ComponentType | null>(null);
  useEffect(() => {
    if (!/\bZalo\b/i.test(navigator.userAgent)) return;
    // Nobody else carries its words.
    void import("./zalo-hint.tsx").then(({ ZaloHint }) => setHint(() => ZaloHint)).catch(() => {});
  }, []);
  return Hint && <Hint />;
}
