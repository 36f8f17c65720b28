/** The browser's side of calls to a phone. */

/** The house has one worker, which also knows how to show a call. */
const WORKER = "/service-worker.js";

/** Whether this browser is called now; "unable" where it has no such thing. */
export async function readPushLine(): Promise<PushSubscription | null | "unable"> {
  if (!("serviceWorker" in navigator) || !("PushManager" in window) || !("Notification" in window))
    return "unable";
  const registration = await navigator.serviceWorker.getRegistration("/");
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** Asks the person, then the browser's own service. */
export async function turnPushOn(
  publicKey: string,
): Promise<"denied" | "failed" | { endpoint: string; p256dh: string; auth: string }> {
  if ((await Notification.requestPermission()) !== "granted") return "denied";
  try {
    await navigator.serviceWorker.register(WORKER, { scope: "/" });
    const { pushManager } = await navigator.serviceWorker.ready;
    const line = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
    const { endpoint, keys } = line.toJSON();
    if (!endpoint || !keys?.p256dh || !keys.auth) return "failed";
    return { endpoint, p256dh: keys.p256dh, auth: keys.auth };
  } catch {
    return "failed";
  }
}

/** Answers the address that is not called any more. */
export async function turnPushOff(): Promise<string | null> {
  const line = await readPushLine();
  if (line === null || line === "unable") return null;
  await line.unsubscribe();
  return line.endpoint;
}
