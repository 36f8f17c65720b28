import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import type { Catalogue } from "#app/messages/catalogue.ts";
import type { Language } from "#app/messages/language.ts";
import { frameFromAttributes, PageFrameProvider } from "#app/ui/page-frame.tsx";

/** Each language is its own file, so that nobody downloads sentences they do not read. */
const loadCatalogue: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  vi: async () => (await import("#app/messages/vi.ts")).vi,
  en: async () => (await import("#app/messages/en.ts")).en,
};

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
  const [messages] = await Promise.all([loadCatalogue[frame.preference.language](), decodePageState()]);
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <PageFrameProvider frame={frame} messages={messages}>
          <RemixBrowser />
        </PageFrameProvider>
      </StrictMode>,
    );
  });
}

void hydrate();
