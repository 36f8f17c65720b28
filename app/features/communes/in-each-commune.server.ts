import type { Platform } from "#app/platform/platform.ts";

interface Round {
  /** Of the log line when a commune's turn fails: "the months of a commune could not move on". */
  readonly failed: string;
  readonly signal?: AbortSignal | undefined;
}

/** Every commune of the house, one after the other. The fault of one holds up none of the others, and is told last. */
export async function inEachCommune(
  platform: Pick<Platform, "db" | "log">,
  { failed, signal }: Round,
  work: (communeId: number) => Promise<void>,
): Promise<void> {
  const communes = await platform.db.prisma.$queryRaw<
    { id: number }[]
  >`select id from tds_commune_numbers() as id`;
  const faults: unknown[] = [];
  for (const { id } of communes) {
    signal?.throwIfAborted();
    try {
      await work(id);
    } catch (error) {
      faults.push(error);
      platform.log.error({ err: error, commune: id }, failed);
    }
  }
  if (faults.length > 0) throw faults[0];
}
