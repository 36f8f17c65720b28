import { offlineArea } from "#app/messages/vi/offline.ts";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(offlineArea).title };

export default function Pocket() {
  const { offline: words } = useMessages(offlineArea);
  return (
    <Page title={words.title} lead={words.lead}>
      {null}
    </Page>
  );
}
