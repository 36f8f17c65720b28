export const LARGEST_PHOTO_MB = 10;
/** Of one account: a day of field work with eight pictures for each of thirty records. */
export const PHOTOS_A_DAY = 240;

export type PhotoRefusal =
  | { readonly code: "photo_missing" }
  | { readonly code: "photo_too_large"; readonly maximumMegabytes: number }
  | { readonly code: "photo_too_many_pixels" }
  | { readonly code: "photo_is_heic" }
  | { readonly code: "photo_not_a_picture" }
  | { readonly code: "photo_unreadable" }
  | { readonly code: "photo_busy" }
  | { readonly code: "photo_id_reused" }
  | { readonly code: "photos_of_day_used_up"; readonly maximum: number };
