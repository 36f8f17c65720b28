import { RemixBrowser } from "@remix-run/react";
import { type ReactNode, StrictMode, startTransition, useEffect, useState } from "react";
import { hydrateRoot } from "react-dom/client";
import type { Language } from "#app/messages/language.ts";
import type { Voice } from "#app/ui/language.tsx";
import { findKeptPreference, keepPreference } from "#app/ui/offline/kept-preference.ts";
import { frameFromAttributes, type PageFrame, PageFrameProvider } from "#app/ui/page-frame.tsx";
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

/** The book that comes from the phone was written for a stranger: it is hydrated so, and then speaks as its owner chose. */
function Reader({ came, children }: { came: { frame: PageFrame; voice: Voice }; children: ReactNode }) {
  const [shown, show] = useState(came);
  useEffect(() => {
    const { frame, voice } = came;
    const preference = findKeptPreference(frame.preference);
    if (preference === null) return keepPreference(frame.preference);
    show({ frame: { ...frame, preference: { ...preference, language: frame.preference.language } }, voice });
    if (preference.language === frame.preference.language) return;
    // Words that are not on the phone yet come with the network: until then the book speaks as it came.
    void findVoice(preference.language)
      .then((chosen) => show({ frame: { ...frame, preference }, voice: chosen }))
      .catch(() => {});
  }, [came]);
  return (
    <PageFrameProvider frame={shown.frame} voice={shown.voice}>
      {children}
    </PageFrameProvider>
  );
}

async function hydrate() {
  const frame = frameFromAttributes(document.documentElement);
  const [voice] = await Promise.all([findVoice(frame.preference.language), decodePageState()]);
  const came = { frame, voice };
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <Reader came={came}>
          <RemixBrowser />
        </Reader>
      </StrictMode>,
    );
  });
}

void hydrate();
