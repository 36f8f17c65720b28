import { POCKET_PATHS } from "./paths.ts";

/** Puts the worker to work: pages open without a network from the second visit on. */
export async function registerWorker(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  try {
    await navigator.serviceWorker.register(POCKET_PATHS.worker, { scope: "/" });
  } catch {
    // A browser that forbids it, and a house in development that has none, show the pages as ever.
  }
}

/** Calls back when a new version lies ready; nothing changes until it is asked for. */
export function onNewVersion(work: (takeOver: () => void) => void): () => void {
  if (!("serviceWorker" in navigator)) return () => {};
  let isOver = false;
  const offer = (registration: ServiceWorkerRegistration) => {
    const { waiting } = registration;
    if (isOver || !waiting || !navigator.serviceWorker.controller) return;
    work(() => {
      navigator.serviceWorker.addEventListener("controllerchange", () => window.location.reload(), {
        once: true,
      });
      waiting.postMessage("take-over");
    });
  };
  void navigator.serviceWorker.ready.then((registration) => {
    offer(registration);
    registration.addEventListener("updatefound", () => {
      registration.installing?.addEventListener("statechange", () => offer(registration));
    });
  });
  return () => {
    isOver = true;
  };
}
