import type { Instant } from "../calendar/local-date.ts";
import type { HelpNeed, HelpState, HelpTime, HelpTimes } from "./help-request.ts";

/** Written out in remix.config.js. */
export const HELP_PATHS = {
  ask: (address: string) => `/nho-to/${address}`,
  own: (address: string) => `/nho-to/phieu/${address}`,
  team: "/ba-con-nho",
  one: (helpId: string) => `/ba-con-nho/${helpId}`,
  office: "/van-phong/ba-con-nho",
  posters: "/van-phong/ba-con-nho/to-giay",
} as const;

export interface HelpLine {
  readonly id: string;
  readonly villageName: string;
  /** Null once it was blanked. */
  readonly name: string | null;
  readonly needs: readonly HelpNeed[];
  readonly times: readonly HelpTime[];
  readonly arrivedAt: Instant;
  readonly state: HelpState;
  readonly takenBy: string | null;
  readonly isLate: boolean;
}

export interface OneHelp extends HelpLine {
  readonly words: string | null;
  readonly contactedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly hasPhone: boolean;
  /** Numbers shown, with who saw them when. */
  readonly reveals: readonly { readonly by: string; readonly at: Instant }[];
}

export interface VillageHelp extends HelpTimes {
  readonly villageId: number;
  readonly name: string;
  /** Of its poster; null while it has none. */
  readonly address: string | null;
}
