import { DrumStar } from "../drum-star.tsx";

/** Whose page it is, in words: nothing here leads into the house. */
export function HelpHeader({ place, village }: { place: string; village: string }) {
  return (
    <header>
      <DrumStar size="2.5rem" />
      <p>
        <strong>{village}</strong>
        <br />
        {place}
      </p>
    </header>
  );
}
