import webPush from "web-push";
import type { PushKey } from "./push-key.server.ts";
import type { PushLine } from "./push-lines.server.ts";

/** What a phone shows. No names of residents: it lies on the table, locked and readable. */
export interface CallText {
  readonly title: string;
  readonly body: string;
  readonly path: string;
}

/** Gone: the browser will not be called again. */
export type CallOutcome = "sent" | "gone" | "failed";
export type SendCall = (line: PushLine, text: CallText, key: PushKey) => Promise<CallOutcome>;

const TIMEOUT_MS = 10_000;
/** A notice older than a day is read on the page. */
const KEPT_SECONDS = 86_400;

/** The request, encrypted for this browser alone (RFC 8291) and signed as this house (RFC 8292). */
export function prepareCall({ endpoint, p256dh, auth }: PushLine, text: CallText, key: PushKey) {
  const { method, headers, body } = webPush.generateRequestDetails(
    { endpoint, keys: { p256dh, auth } },
    JSON.stringify(text),
    { vapidDetails: key, TTL: KEPT_SECONDS, contentEncoding: "aes128gcm", urgency: "low" },
  );
  return { method, headers: headers as Record<string, string>, body };
}

/** The address was judged when it was kept; a redirection to any other is not followed. */
export const sendCall: SendCall = async (line, text, key) => {
  try {
    const { method, headers, body } = prepareCall(line, text, key);
    const { "Content-Length": _, ...sent } = headers;
    const answer = await fetch(line.endpoint, {
      method,
      headers: sent,
      body: body === null ? null : new Uint8Array(body),
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (answer.ok) return "sent";
    return answer.status === 404 || answer.status === 410 ? "gone" : "failed";
  } catch {
    return "failed";
  }
};
