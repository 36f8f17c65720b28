import type { Door } from "./doors.ts";

/** The ways in: as a page, as Remix's data requests of both kinds, and as what is no page at all. */
export const CHANNELS = ["document", "_data", ".data", "resource"] as const;
export type Channel = (typeof CHANNELS)[number];

export function wayIn({ kind, routeId }: Door, channel: Channel, address: string): string {
  switch (channel) {
    case "document":
    case "resource":
      return address;
    case "_data":
      return `${address}?_data=${encodeURIComponent(routeId)}`;
    case ".data": {
      const single = address === "/" ? "/_root.data" : `${address}.data`;
      return kind === "loader" ? `${single}?_routes=${encodeURIComponent(routeId)}` : single;
    }
  }
}

/** Six at a time, as a browser would; answers in the order of the items. */
export async function eachOf<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const waiting = [...items.entries()];
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) results[next[0]] = await work(next[1]);
  };
  await Promise.all(Array.from({ length: 6 }, lane));
  return results;
}
