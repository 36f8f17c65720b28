import type { CouncilRole, MinutesMember } from "./minutes.ts";

const ORDER: readonly CouncilRole[] = ["chair", "vice_chair"];

/** Who chairs the meeting: the chair, else a vice chair who is there; null where neither came. */
export function presidingOf<Seat extends Pick<MinutesMember, "role" | "attendance">>(
  seats: readonly Seat[],
): Seat | null {
  for (const role of ORDER) {
    const found = seats.find((seat) => seat.role === role && seat.attendance === "present");
    if (found) return found;
  }
  return null;
}
