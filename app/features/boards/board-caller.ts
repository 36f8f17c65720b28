import type { Caller } from "#app/features/accounts/allow.server.ts";

/** Who looks at a board: let in for it, in the commune they work in. */
export type BoardCaller = Pick<
  Caller,
  "platform" | "person" | "actor" | "communeId" | "today" | "now" | "scope"
>;

/** A board belongs to a commune; an account without one has none to look at. */
export function communeOf({ communeId }: Pick<BoardCaller, "communeId">): number {
  if (communeId === null) throw new Error("a board was asked for outside every commune");
  return communeId;
}
