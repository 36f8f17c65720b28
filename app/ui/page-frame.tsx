import { createContext, type ReactNode, useContext } from "react";
import { choosePreference, defaultPreference, type Preference } from "./appearance/preference.ts";
import { LanguageProvider, type Voice } from "./language.tsx";

/**
 * What a page needs before any loader has answered, so that an error page has it too. The server takes it
 * from the request, the browser from the attributes the server wrote on <html>.
 */
export interface PageFrame {
  readonly preference: Preference;
  /** Empty in the browser, which hides nonces from scripts. */
  readonly nonce: string;
  /** What a person reads out when something broke; empty in the browser. */
  readonly requestId: string;
}

const PageFrameContext = createContext<PageFrame>({
  preference: defaultPreference,
  nonce: "",
  requestId: "",
});

export function PageFrameProvider(props: { frame: PageFrame; voice: Voice; children: ReactNode }) {
  const { frame, voice, children } = props;
  return (
    <PageFrameContext.Provider value={frame}>
      <LanguageProvider language={frame.preference.language} voice={voice}>
        {children}
      </LanguageProvider>
    </PageFrameContext.Provider>
  );
}

export function usePageFrame(): PageFrame {
  return useContext(PageFrameContext);
}

/** The attributes of <html>, and the way back from them. */
export function frameAttributes({ preference, requestId }: PageFrame) {
  return {
    lang: preference.language,
    "data-theme": preference.theme,
    "data-text": preference.textSize,
    "data-request": requestId,
  };
}

export function frameFromAttributes(root: HTMLElement): PageFrame {
  const { theme, text, request } = root.dataset;
  const preference = choosePreference({ theme, textSize: text, language: root.lang }, defaultPreference);
  return { preference, nonce: "", requestId: request ?? "" };
}
