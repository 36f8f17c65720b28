import { DrumStar } from "../drum-star.tsx";
import type { Speech } from "./speech.ts";
import { WholeDocument } from "./whole-document.tsx";

interface NotThereProps {
  readonly speech: Speech;
  readonly stylesheet: string;
  readonly reason: "unknown" | "try_later";
}

/** Not published, never founded, revoked, misspelt: whoever asks learns nothing from the answer. */
export function NotThere({ speech: { language, words }, stylesheet, reason }: NotThereProps) {
  return (
    <WholeDocument language={language} title={`${words.notFound} · ${words.home}`} style={{ at: stylesheet }}>
      <header>
        <DrumStar size="2.5rem" />
        <p />
        <a href="/">{words.home}</a>
      </header>
      <main>
        <h1>{words.notFound}</h1>
        <p className="none">{reason === "unknown" ? words.notFoundBody : words.tryLater}</p>
      </main>
    </WholeDocument>
  );
}
