import type { GroupStatus, NameFault } from "./group-name.ts";

export interface GroupView {
  /** 0 is the commune's own group. */
  readonly place: number;
  /** Null for the commune. */
  readonly village: string | null;
  /** What it is to be called. */
  readonly rightName: string;
  /** Null until somebody said. */
  readonly status: GroupStatus | null;
  readonly name: string | null;
  readonly link: string | null;
  /** Of the name as it was written down. */
  readonly faults: readonly NameFault[];
  readonly mayKeep: boolean;
}

export interface Naming {
  readonly villageTemplate: string;
  readonly communeTemplate: string;
  readonly district: string;
}

export const ZALO_PATH = "/nhom-zalo";
