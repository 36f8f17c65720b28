import type { ClaimContent } from "#app/domain/activity/claim.ts";
import type { ClaimProblem } from "#app/domain/activity/claim-refusals.ts";
import { judgeClaim } from "#app/domain/activity/judge-claim.ts";
import type { ActivityKind } from "#app/domain/activity/scheme.ts";
import { tidyClaim } from "#app/domain/activity/tidy-claim.ts";
import { addDays, type LocalDate } from "#app/domain/calendar/local-date.ts";
import type { PocketBook } from "#app/domain/offline/pocket-book.ts";

/** Whether a month still takes work the server alone knows; the phone leaves what is younger than this to it. */
const LEFT_TO_SERVER_DAYS = 400;

/**
 * The same rules on the phone as on the server, over what the phone knows: what is missing is said at once, in the
 * valley, and not tomorrow. What the phone cannot know it does not refuse.
 */
export function judgeOnPhone(
  content: ClaimContent,
  kind: ActivityKind,
  book: PocketBook,
  today: LocalDate,
): readonly ClaimProblem[] {
  const tidied = tidyClaim(content);
  const verdict = judgeClaim(tidied.content, {
    today,
    openFrom: addDays(today, -LEFT_TO_SERVER_DAYS),
    mayReachBack: false,
    kind,
    memberId: "",
    isInTeam: true,
    services: new Map(book.services.map(({ key }) => [key, { retiredOn: null }])),
    households: new Map(
      book.households.map(({ id, slots }) => [
        id,
        { endedOn: null, slots: new Set(slots.map(({ slot }) => slot)) },
      ]),
    ),
    teamMates: new Set(book.mates.map(({ memberId }) => memberId)),
    photos: new Set(content.photos),
  });
  return [...tidied.problems, ...(verdict.ok ? [] : verdict.problems)];
}
