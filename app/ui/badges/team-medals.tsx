import type { ShownAward } from "#app/domain/badges/shown-badge.ts";
import { badgesArea } from "#app/messages/vi/badges.ts";
import { useMessages } from "../language.tsx";
import { MedalShelf } from "./medal-shelf.tsx";

/** The medals of one team under a heading of their own; nothing where it has none yet. */
export function TeamMedals({ teamId, awards }: { teamId: number; awards: readonly ShownAward[] }) {
  const { badges: words } = useMessages(badgesArea);
  if (awards.length === 0) return null;
  return (
    <section aria-labelledby={`medals-${teamId}`}>
      <h3 id={`medals-${teamId}`} className="mb-3 text-lg">
        {words.mine.teamTitle}
      </h3>
      <MedalShelf awards={awards} />
    </section>
  );
}
