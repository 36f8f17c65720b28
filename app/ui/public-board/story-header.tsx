import type { PublicPlace } from "#app/domain/publication/public-place.ts";
import { DrumStar } from "../drum-star.tsx";
import { placeOf } from "./place-of.ts";
import type { Speech } from "./speech.ts";

export function StoryHeader({ place, speech }: { readonly place: PublicPlace; readonly speech: Speech }) {
  return (
    <header>
      <DrumStar size="2.5rem" />
      <p>
        <strong>{placeOf(place)}</strong>
        <span>{place.province}</span>
      </p>
      <a href={`/xa/${place.communeId}/bang`}>{speech.words.stories.board}</a>
    </header>
  );
}
