import { reasonsArea } from "#app/messages/vi/verification-reasons.ts";
import { useMessages } from "../language.tsx";

/** Why something was sent back or not counted: the reason chosen, and what was said beside it. */
export function useReason() {
  const { reasons } = useMessages(reasonsArea);
  const known: Readonly<Record<string, string>> = {
    ...reasons.toReverse,
    ...reasons.toReject,
    ...reasons.toReturn,
  };
  return ({
    reasonCode,
    reason,
  }: {
    readonly reasonCode: string | null;
    readonly reason: string | null;
  }): string => {
    const chosen =
      reasonCode === null || (reasonCode === "other" && reason) ? null : (known[reasonCode] ?? reasonCode);
    return [chosen, reason].filter(Boolean).join(". ");
  };
}
