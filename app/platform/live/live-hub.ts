import type { Tx } from "../db/database.ts";
import type { Topic, TopicVersions } from "./live-frames.ts";

export type { Topic, TopicVersions } from "./live-frames.ts";

export interface LiveHub {
  /**
   * Raises the topics' versions in the caller's transaction. Screens that follow them hear of it after the
   * commit, and ask again after every reconnect, so that nothing rests on luck. Call it last, and once with
   * all topics: their rows stay locked until the commit.
   */
  touch(tx: Tx, ...topics: readonly Topic[]): Promise<void>;
  /**
   * What a loader hands to its screen with the data, read BEFORE the data: a change committed in between then
   * shows as a newer version, and the screen reads again.
   */
  readVersions(topics: readonly Topic[]): Promise<TopicVersions>;
  /** Ends every socket of the session, on every process, within seconds. Call it after the commit. */
  closeSession(sessionId: string): Promise<void>;
}
