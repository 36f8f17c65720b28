import type { DataFolders } from "./data-folder.ts";
import type { Measured } from "./figure.ts";

export interface Run {
  /** Fewer rounds over less: for a look, not for a judgement. */
  readonly isQuick: boolean;
  readonly folders: DataFolders;
}

export interface Area {
  readonly measure: (run: Run) => Promise<readonly Measured[]>;
  /** Among those that --quick runs: together they take less than a minute. */
  readonly isQuick: boolean;
}
