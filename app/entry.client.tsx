import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import type { Language } from "#app/messages/language.ts";
import type { Voice } from "#app/ui/language.tsx";
import { frameFromAttributes, PageFrameProvider } from "#app/ui/page-frame.tsx";
import { RejectionShelf } from "#app/ui/rejection-shelf.ts";

/** English is one more file, so that nobody downloads sentences they do not read. */
async function findVoice(language: Language): Promise<Voice> {
  const rejections = new RejectionShelf(null, async () => {
    return (await import("#app/messages/vi/rejections.ts")).rejections;
  });
  if (language === "en") return { translation: (await import("#app/messages/en.ts")).en, rejections };
  // A page that answers a form says its refusals at once, or it would differ from what the server wrote.
  if (document.querySelector('[role="alert"], [aria-invalid]') !== null) await rejections.fill();
  for (const touch of ["pointerdown", "keydown", "submit"]) {
    document.addEventListener(touch, () => void rejections.fill(), { passive: true });
  }
  return { translation: null, rejections };
}

/**
 * Remix's root suspends while it decodes the state sent with the page, outside of any boundary. A key pressed in
 * that moment makes React 18 hydrate at once and fail with "Root did not complete". So the root is asked for its
 * promise beforehand, and React starts when nothing is left to wait for.
 */
async function decodePageState(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (waiting) {
    if (waiting instanceof Promise) await waiting;
  }
}

async function hydrate() {
  const frame = frameFromAttributes(document.documentElement);
  const [voice] = await Promise.all([findVoice(frame.preference.language), decodePageState()]);
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <PageFrameProvider frame={frame} voice={voice}>
          <RemixBrowser />
        </PageFrameProvider>
      </StrictMode>,
    );
  });
}

void hydrate();
