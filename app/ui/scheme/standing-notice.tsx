import type { ReactNode } from "react";
import { schemeArea } from "#app/messages/vi/scheme.ts";
import { Notice } from "../kit/notice.tsx";
import { useMessages } from "../language.tsx";

/** Rule 12: whose rules these are. Without a regulation they are a proposal, and say so wherever they stand. */
export function StandingNotice({
  regulationNumber,
  action,
}: {
  regulationNumber: string | null;
  action?: ReactNode;
}) {
  const { scheme: words } = useMessages(schemeArea);
  return regulationNumber === null ? (
    <Notice tone="warning" title={words.proposed} action={action}>
      {words.proposedBody}
    </Notice>
  ) : (
    <Notice tone="success" title={words.byRegulation(regulationNumber)} />
  );
}
