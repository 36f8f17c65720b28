import type { LocalDate } from "../calendar/local-date.ts";
import { allowed, refused, type Verdict } from "../verdict.ts";
import type { TeamRole } from "./membership.ts";
import type { MembershipSource } from "./team.ts";

/** Somebody who joins a team for a campaign (A43): from a day to a day, and never in the leader's place. */
export type GuestRefusal =
  | { code: "campaign_needs_end" }
  | { code: "campaign_needs_name" }
  | { code: "guest_only_member" };

export function isGuest(source: MembershipSource): boolean {
  return source === "campaign";
}

interface WantedPlace {
  readonly source: MembershipSource;
  readonly role: TeamRole;
  readonly until: LocalDate | null;
  readonly campaign: string | null;
}

export function checkGuest({ source, role, until, campaign }: WantedPlace): Verdict<null, GuestRefusal> {
  if (!isGuest(source)) return allowed(null);
  if (until === null) return refused({ code: "campaign_needs_end" });
  if (campaign === null) return refused({ code: "campaign_needs_name" });
  return role === "member" ? allowed(null) : refused({ code: "guest_only_member" });
}
