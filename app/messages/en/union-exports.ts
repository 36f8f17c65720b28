import type { unionExports as vi } from "../vi/union-exports.ts";

export const unionExports: typeof vi = {
  title: "Results for the unions",
  lead: "Verified results of each member, for the yearly classification by their own union. Only those who agreed.",
  unions: {
    youth_union: "Youth Union",
    womens_union: "Women's Union",
    farmers_union: "Farmers' Union",
    veterans_union: "Veterans' Association",
    front: "Fatherland Front",
    party: "Party organisation",
  },
  union: "Union",
  from: "From",
  to: "To",
  show: "Preview",
  preview: (union) => `What ${union} would get`,
  person: "Name",
  organisation: "Cell or branch",
  days: "Days with work",
  claims: "Records",
  time: "Time written down",
  people: "People",
  visits: "Visits",
  none: "Nobody has agreed yet",
  noneBody: "Each person agrees under My data, or signs a paper that the office records.",
  withoutConsent: (people) =>
    people === 0
      ? "Everybody of this union has agreed."
      : `${people} of this union have not agreed and are not in the list.`,
  makeLead:
    "Making the list is entered in the book: each person in it sees where their results went and when.",
  make: "Make the list",
  made: "Made. Download it below.",
  madeTitle: "Made before",
  madeNone: "No list was made yet.",
  range: (from, to) => `${from} to ${to}`,
  when: "Made on",
  by: "Made by",
  howMany: "People",
  download: "Download Excel",
  downloadOf: (union, range) => `Download Excel: ${union}, ${range}`,
  laterNote: "Whoever takes the consent back is no longer in files downloaded after that.",
  logTitle: "Results sent to unions",
  logNone: "Never sent.",
  logLine: (day, range) => `sent on ${day}, results from ${range}`,
};
