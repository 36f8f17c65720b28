import { offlineArea } from "#app/messages/vi/offline.ts";
import { LinkButton } from "../kit/link-button.tsx";
import { Notice } from "../kit/notice.tsx";
import { useMessages } from "../language.tsx";
import { POCKET_PATHS } from "./paths.ts";

/** Beside the queue: work that is not in it yet, because a person must look first. */
export function HeldNotice({ count }: { count: number }) {
  const { offline: words } = useMessages(offlineArea);
  if (count === 0) return null;
  return (
    <Notice
      tone="warning"
      title={words.heldCount(count)}
      action={
        <LinkButton to={POCKET_PATHS.held} variant="secondary" size="small">
          {words.heldLook}
        </LinkButton>
      }
    />
  );
}
