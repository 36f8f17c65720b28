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

async function hydrate() {
  const frame = frameFromAttributes(document.documentElement);
  const messages = await loadCatalogue[frame.preference.language]();
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
