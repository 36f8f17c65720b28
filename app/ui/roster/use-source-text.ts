import type { MembershipSource } from "#app/domain/people/team.ts";
import { rosterArea } from "#app/messages/vi/roster.ts";
import { useMessages } from "../language.tsx";

interface Sourced {
  readonly source: MembershipSource;
  readonly assignedBy: string | null;
  readonly campaign: string | null;
}

/** How somebody came into a team: by which campaign, sent by whom, or the plain source. */
export function useSourceText(): (time: Sourced) => string {
  const { team, sources } = useMessages(rosterArea).roster;
  return ({ source, assignedBy, campaign }) => {
    const first = campaign === null ? null : team.forCampaign(campaign);
    const sender = assignedBy === null ? null : team.assignedBy(assignedBy);
    return [first, sender].filter((part) => part !== null).join(" · ") || sources[source];
  };
}
