import type { RejectionSentences } from "#app/messages/rejections.ts";

/**
 * Where the sentences of refusals are. They are many and a page seldom needs one: the server has them at hand, the
 * browser fetches them at the first touch or key: before that nothing can be refused.
 */
export class RejectionShelf {
  readonly #fetch: () => Promise<RejectionSentences>;
  readonly #waiting = new Set<() => void>();
  #sentences: RejectionSentences | null;
  #isOnItsWay = false;

  constructor(sentences: RejectionSentences | null, fetch: () => Promise<RejectionSentences>) {
    this.#sentences = sentences;
    this.#fetch = fetch;
  }

  readonly atHand = (): RejectionSentences | null => this.#sentences;

  readonly subscribe = (onChange: () => void): (() => void) => {
    this.#waiting.add(onChange);
    return () => this.#waiting.delete(onChange);
  };

  async fill(): Promise<void> {
    if (this.#sentences !== null || this.#isOnItsWay) return;
    this.#isOnItsWay = true;
    try {
      this.#sentences = await this.#fetch();
      for (const tell of this.#waiting) tell();
    } catch {
      // Out of reach: the next touch asks again.
    } finally {
      this.#isOnItsWay = false;
    }
  }
}
