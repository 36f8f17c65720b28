import { type CouncilRules, neededOf } from "./threshold.ts";

export const ATTENDANCES = ["present", "proxy", "written", "absent"] as const;
/** In the room; somebody in the room with a written proxy; an opinion on paper; none of these. */
export type Attendance = (typeof ATTENDANCES)[number];

export const SESSION_FORMS = ["meeting", "written"] as const;
/** Around a table, or without one: opinions are gathered in writing. */
export type SessionForm = (typeof SESSION_FORMS)[number];

/** The count with all that it was made of, as the minutes print it. */
export interface Quorum {
  readonly members: number;
  readonly present: number;
  readonly proxies: number;
  readonly written: number;
  readonly absent: number;
  /** How many count towards it. */
  readonly counted: number;
  readonly needed: number;
  readonly isReached: boolean;
}

export function countQuorum(
  attendances: readonly Attendance[],
  rules: Pick<CouncilRules, "quorum" | "proxiesMakeQuorum">,
  form: SessionForm,
): Quorum {
  const count = (kind: Attendance) => attendances.filter((each) => each === kind).length;
  const [present, proxies, written, absent] = ATTENDANCES.map(count) as [number, number, number, number];
  const byProxy = rules.proxiesMakeQuorum ? proxies : 0;
  // An opinion on paper makes nobody sit at the table; without a table it is all there is.
  const counted = form === "meeting" ? present + byProxy : present + byProxy + written;
  const members = attendances.length;
  const needed = neededOf(members, rules.quorum);
  return {
    members,
    present,
    proxies,
    written,
    absent,
    counted,
    needed,
    isReached: members > 0 && counted >= needed,
  };
}
