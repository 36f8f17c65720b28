import { defaultTerms, shortTeamName } from "#app/messages/terms.ts";
import { useTerms } from "./language.tsx";

/** A team's name where its column or heading already says that it is a team; names are Vietnamese in every language. */
export function useTeamName(): (name: string) => string {
  const { team } = useTerms();
  return (name) => shortTeamName(shortTeamName(name, team), defaultTerms.vi.team);
}
