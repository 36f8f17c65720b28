const ANSWER_MS = 30_000;

/** What a phone sends, and whose it is. */
export interface Sending {
  readonly to: string;
  readonly cookie: string;
  readonly body: string | FormData;
  /** Of a text; a form with files says its own. */
  readonly type?: string;
}

/** Null when it was acknowledged; else what was said instead. */
export async function postAsPhone(
  origin: string,
  { to, cookie, body, type }: Sending,
  isDone: (text: string) => boolean = () => true,
): Promise<string | null> {
  const own = { Cookie: cookie, Origin: origin, "Sec-Fetch-Site": "same-origin" };
  try {
    const answer = await fetch(origin + to, {
      method: "POST",
      headers: type === undefined ? own : { ...own, "Content-Type": type },
      body,
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    const text = await answer.text();
    return answer.status === 200 && isDone(text) ? null : `${answer.status} ${text.slice(0, 200)}`;
  } catch (error) {
    return `${error} ${(error as Error).cause ?? ""}`;
  }
}
