import type { KeptValues } from "./kept-values.ts";

interface Kept {
  readonly version: string;
  readonly value: Promise<unknown>;
}

/** At most so many values; the one unused longest goes first. */
export function keepValues(most: number): KeptValues {
  // In the order of their last use.
  const kept = new Map<string, Kept>();
  return {
    read<Value>(key: string, version: string, make: () => Promise<Value>): Promise<Value> {
      const known = kept.get(key);
      kept.delete(key);
      const entry = known?.version === version ? known : { version, value: make() };
      kept.set(key, entry);
      // A value that could not be made is made again by the next.
      if (entry !== known) entry.value.catch(() => kept.get(key) === entry && kept.delete(key));
      for (const [oldest] of kept) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
      return entry.value as Promise<Value>;
    },
  };
}
