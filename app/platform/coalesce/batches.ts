/** What a lane remembers from batch to batch; it may be empty at any time. */
export type Keep = Map<string, unknown>;

/** Where callers queue while a batch runs, and how a batch is run. */
export interface Lane<Item, Answer> {
  /** Callers with the same name share batches. */
  readonly name: string;
  readonly most: number;
  /** Answers in the order of the items. A batch that throws is run again, item by item: it must leave nothing behind. */
  run(items: readonly Item[], keep: Keep): Promise<readonly Answer[]>;
}

/**
 * Turns many small commits into few. While one batch runs, callers queue; no timer, so a lone caller waits for
 * nobody. Each gets its own answer, and an item that breaks a batch breaks only itself.
 */
export interface Batches {
  join<Item, Answer>(lane: Lane<Item, Answer>, item: Item): Promise<Answer>;
}
