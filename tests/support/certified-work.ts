import { type ClaimContent, PLAIN_UNIT } from "#app/domain/activity/claim.ts";
import { localDateAt } from "#app/domain/calendar/local-date.ts";

/** One person helped with a certification today, as a phone sends it. */
export function certifiedWork(): ClaimContent {
  return {
    activityKey: "online-public-service",
    workDate: localDateAt(Date.now()),
    mode: "hands_on",
    audience: "residents",
    place: null,
    note: null,
    link: null,
    visits: 1,
    minutes: null,
    counters: {},
    movements: [],
    helpers: [],
    photos: [],
    units: [{ ...PLAIN_UNIT, serviceKey: "certification", outcome: "with_help" }],
  };
}
