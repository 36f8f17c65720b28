import type { TopicVersions } from "#app/platform/live/live-frames.ts";

/**
 * Compares what the server says with what the screens know, and nothing else: which message arrived, how
 * often and in which order does not matter.
 */
export class VersionFollower {
  readonly #told = new Map<string, number>();
  readonly #known = new Set<TopicVersions>();
  /** Set by whoever can read again. */
  onBehind: () => void = () => undefined;

  /** Set by whoever holds the line: the first screen that follows something needs it. */
  onFollowed: () => void = () => undefined;

  /** The versions a screen's data was read at. Returns the way to stop following. */
  follow(versions: TopicVersions): () => void {
    this.#known.add(versions);
    this.onFollowed();
    if (this.#isBehind(versions)) this.onBehind();
    return () => this.#known.delete(versions);
  }

  /** What the server told. An older frame that comes late lowers nothing. */
  tell(versions: TopicVersions): void {
    for (const [topic, version] of Object.entries(versions)) {
      this.#told.set(topic, Math.max(version, this.#told.get(topic) ?? 0));
    }
    if (this.isBehind()) this.onBehind();
  }

  get isFollowing(): boolean {
    return this.#known.size > 0;
  }

  /** Whether some screen shows data older than what the server has told of. */
  isBehind(): boolean {
    return [...this.#known].some((versions) => this.#isBehind(versions));
  }

  #isBehind(versions: TopicVersions): boolean {
    return Object.entries(versions).some(([topic, version]) => (this.#told.get(topic) ?? 0) > version);
  }
}
