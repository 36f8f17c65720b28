import type { VenueRefusal } from "#app/domain/venues/venue.ts";
import type { SentencesOf } from "../rejections.ts";

export const venueRejections = {
  venue_name_taken: ({ name }) => `Ở đây đã có “${name}”. Ghi tên khác để phân biệt.`,
  venues_full: ({ maximum }) => `Danh sách có nhiều nhất ${maximum} địa điểm. Ngừng dùng bớt nơi cũ.`,
  venue_gone: () => "Địa điểm này đã ngừng dùng. Tải lại trang.",
} satisfies SentencesOf<VenueRefusal>;
