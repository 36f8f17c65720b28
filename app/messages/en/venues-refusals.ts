import type { VenueRefusal } from "#app/domain/venues/venue.ts";
import type { SentencesOf } from "../rejections.ts";

export const venueRejections = {
  venue_name_taken: ({ name }) => `There is “${name}” here already. Give another name.`,
  venues_full: ({ maximum }) => `The list holds ${maximum} places at most. Close old ones.`,
  venue_gone: () => "This place is no longer used. Load the page again.",
} satisfies SentencesOf<VenueRefusal>;
