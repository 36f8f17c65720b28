import type { memberHome as vi } from "../vi/member-home.ts";

export const memberHome = {
  quest: {
    title: "The team's quest this month",
    left: (count) => `${count} more to reach the target.`,
    reached: "The whole team has reached the target!",
    ring: "Proficient people this month",
    of: (target) => `/ ${target} people`,
    board: "See the board of teams",
  },
  league: {
    you: "You",
    pointsUnit: "points",
    title: "Weekly league",
    body: (size) => `${size} people at your pace, starting anew each Monday.`,
    days: (from, until) => `${from} to ${until}`,
    all: "See the whole league",
    none: "You join a league on Monday.",
  },
  village: {
    title: (village) => `This week in ${village}`,
    people: "People who can do it alone",
    households: "Households helped",
    visits: "Visits by the team",
  },
  thanks: {
    title: "Newest thanks",
    line: (name, work) => `${name} thanks you for “${work}”.`,
    give: "Thank",
    givenTo: (name, work) => `Thank ${name} for “${work}”`,
    given: "Thanked",
    withdraw: (name, work) => `Take back the thanks to ${name} for “${work}”`,
    count: (count) => `${count} thanks`,
  },
  feed: {
    title: "Newly verified work",
    empty: "Nothing was verified yet.",
    visits: (visits) => `${visits} visits`,
    own: "Your work",
    more: (count) => `${count} more`,
  },
} satisfies typeof vi;
