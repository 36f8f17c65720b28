import type { PriorityGroup } from "../activity/claim.ts";
import type { LocalDate } from "../calendar/local-date.ts";

// A46: counts of teams and results, for whoever wants them. Nothing in these types can name a person, a phone or a
// household; what would point at somebody by being few is left out before it gets here.

export const OPEN_DATA_FORMAT = "thi-dua-so/open-data/1";

/** Fewer people than this of one priority group could be recognised in a commune. */
export const FEWEST_PEOPLE = 5;

export interface OpenFigures {
  readonly claims: number;
  readonly visits: number;
  /** Each known person once in the month. Whoever was not on the village's list counts in visits alone. */
  readonly people: number;
  readonly households: number;
  /** Hundredths of an activity point. */
  readonly pointsHundredths: number;
}

export interface OpenUnit extends OpenFigures {
  readonly name: string;
}

export interface OpenGroup {
  readonly group: PriorityGroup;
  /** Null where it is fewer than FEWEST_PEOPLE. */
  readonly people: number | null;
}

export interface OpenMonth {
  /** 202610 */
  readonly id: number;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  /** Without a regulation of the commune's own: its points enter no year. */
  readonly isTrial: boolean;
  readonly rulesVersion: number;
  readonly sealSha256: string;
  readonly commune: OpenFigures;
  readonly villages: readonly OpenUnit[];
  readonly teams: readonly OpenUnit[];
  readonly priorityGroups: readonly OpenGroup[];
}

export interface OpenTeam {
  readonly name: string;
  readonly kind: "village" | "school" | "commune" | "response";
  readonly village: string | null;
  readonly members: number;
}

export interface OpenData {
  readonly communeId: number;
  readonly commune: string;
  readonly province: string;
  readonly code: string | null;
  /** As of this day. */
  readonly teamsOn: LocalDate;
  readonly teams: readonly OpenTeam[];
  /** Sealed ones only, the newest first. */
  readonly months: readonly OpenMonth[];
}

/** A count of people of one priority group as it may be published. */
export function protectSmall(people: number): number | null {
  return people < FEWEST_PEOPLE ? null : people;
}
