/** Everything that travels over the live connection: which topics there are and how often each has changed. */

/** What a browser may follow. The server chooses topics from the session; a browser never names one. */
export type Topic = `account:${string}` | `commune:${number}` | `session:${string}`;

/** Topic by topic, the number of changes committed so far. A topic that never changed is at 0. */
export type TopicVersions = Readonly<Record<string, number>>;

export interface ServerFrames {
  versions(versions: TopicVersions): void;
}

export interface ClientFrames {
  /** "Tell me the versions of my topics." Carries nothing: what is mine, the server knows. */
  ask(): void;
}

/** Why the server refuses a connection; the text of Socket.IO's connect error. */
export type LiveRefusal = "signed_out" | "too_many_sockets" | "unavailable";
