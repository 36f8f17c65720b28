import { createContext, type ReactNode, useContext, useMemo, useSyncExternalStore } from "react";
import type { Area, AreaName, Catalogue, Say } from "#app/messages/catalogue.ts";
import { type Format, makeFormat } from "#app/messages/format.ts";
import type { Language } from "#app/messages/language.ts";
import { type Rejection, sayRejection } from "#app/messages/rejections.ts";
import { defaultTerms, type Terms } from "#app/messages/terms.ts";
import type { RejectionShelf } from "./rejection-shelf.ts";

/** What a page is spoken in. Vietnamese words come with the components; another language brings its catalogue. */
export interface Voice {
  readonly translation: Catalogue | null;
  readonly rejections: RejectionShelf;
}

interface Speech {
  readonly language: Language;
  readonly voice: Voice;
  readonly say: Say;
  readonly format: Format;
}

const SpeechContext = createContext<Speech | null>(null);
const TermsContext = createContext<Terms | null>(null);

/** Set once around the whole page. */
export function LanguageProvider(props: { language: Language; voice: Voice; children: ReactNode }) {
  const { language, voice, children } = props;
  const speech = useMemo(() => {
    const say: Say = ({ name, words }) => voice.translation?.[name] ?? words;
    return { language, voice, say, format: makeFormat(language) };
  }, [language, voice]);
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

export function useSay(): Say {
  return useSpeech().say;
}

/** The words of these areas: `const { kit, months: words } = useMessages(kitArea, monthsArea)`. */
export function useMessages<Name extends AreaName>(
  ...areas: readonly { [Each in Name]: Area<Each> }[Name][]
): Pick<Catalogue, Name> {
  const say = useSay();
  return Object.fromEntries(areas.map((area) => [area.name, say(area)])) as Pick<Catalogue, Name>;
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
  const { voice } = useSpeech();
  const { rejections: shelf, translation } = voice;
  const terms = useTerms();
  const fetched = useSyncExternalStore(shelf.subscribe, shelf.atHand, shelf.atHand);
  const sentences = translation?.rejections ?? fetched;
  return (rejection) => {
    if (typeof rejection === "string") return rejection;
    return sentences === null ? "…" : sayRejection(sentences, rejection, terms);
  };
}
