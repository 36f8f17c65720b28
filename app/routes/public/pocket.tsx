import { offlineArea } from "#app/messages/vi/offline.ts";
import { PocketScreen } from "#app/ui/offline/pocket-screen.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(offlineArea).title };

/** No loader: the server has nothing to say here, so that the page may be kept on the phone as it is. */
export default function Pocket() {
  return <PocketScreen />;
}
