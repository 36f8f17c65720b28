import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { Catalogue } from "#app/messages/catalogue.ts";
import { type Format, makeFormat } from "#app/messages/format.ts";
import type { Language } from "#app/messages/language.ts";
import { type Rejection, sayRejection } from "#app/messages/rejections.ts";
import { defaultTerms, type Terms } from "#app/messages/terms.ts";

interface Speech {
  readonly language: Language;
  readonly messages: Catalogue;
  readonly format: Format;
}

const SpeechContext = createContext<Speech | null>(null);
const TermsContext = createContext<Terms | null>(null);

/** Set once around the whole page; the browser loads the one catalogue the page was written in. */
export function LanguageProvider(props: { language: Language; messages: Catalogue; children: ReactNode }) {
  const { language, messages, children } = props;
  const speech = useMemo(() => ({ language, messages, format: makeFormat(language) }), [language, messages]);
  return <SpeechContext.Provider value={speech}>{children}</SpeechContext.Provider>;
}

/** The words of the commune whose pages are inside; without it the language's own words stand. */
export function TermsProvider({ terms, children }: { terms: Partial<Terms>; children: ReactNode }) {
  const inherited = useTerms();
  const merged = useMemo(() => ({ ...inherited, ...terms }), [inherited, terms]);
  return <TermsContext.Provider value={merged}>{children}</TermsContext.Provider>;
}

function useSpeech(): Speech {
  const speech = useContext(SpeechContext);
  if (!speech) throw new Error("no LanguageProvider around this component");
  return speech;
}

export function useMessages(): Catalogue {
  return useSpeech().messages;
}

export function useLanguage(): Language {
  return useSpeech().language;
}

export function useFormat(): Format {
  return useSpeech().format;
}

export function useTerms(): Terms {
  const language = useLanguage();
  return useContext(TermsContext) ?? defaultTerms[language];
}

/** Turns a refusal into its sentence; a sentence already formed passes through. */
export function useSayRejection(): (rejection: Rejection | string) => string {
  const { rejections } = useMessages();
  const terms = useTerms();
  return (rejection) =>
    typeof rejection === "string" ? rejection : sayRejection(rejections, rejection, terms);
}
