import type { Topic } from "./live-frames.ts";

/** Who sits behind a live connection, as the session says today. */
export interface LiveVisitor {
  readonly sessionId: string;
  readonly accountId: string;
  /** The communes whose changes the account may see. */
  readonly communes: readonly number[];
}

/** How the live connection asks about sessions, which it knows nothing about itself. */
export interface LiveGate {
  /** Null refuses the connection. */
  authenticate(cookieHeader: string | undefined): Promise<LiveVisitor | null>;
  /** What became of these sessions, in one query. A session that is missing from the answer has ended. */
  recheck(sessionIds: readonly string[]): Promise<ReadonlyMap<string, LiveVisitor>>;
}

export function topicsOf(visitor: LiveVisitor): Topic[] {
  return [
    `session:${visitor.sessionId}`,
    `account:${visitor.accountId}`,
    ...visitor.communes.map((commune): Topic => `commune:${commune}`),
  ];
}
