import { peopleOf } from "#app/features/boards/board-facts.sql.ts";
import type { Tx } from "#app/platform/db/database.ts";

/** After everything that will ever be booked. */
const OPEN_END = new Date("9999-12-31T00:00:00Z");
const NO_MONTH = 0;

/** Distinct people who do it alone, from verified work of one month, by team: the figure of the boards (rule 7). */
export async function countPeopleOfTeams(
  tx: Tx,
  communeId: number,
  monthId: number,
): Promise<ReadonlyMap<number, number>> {
  const [pillar, campaign, isYouthOnly] = [null, null, false];
  const rows = await tx.$queryRawUnsafe<{ id: string; people: number }[]>(
    peopleOf("team"),
    communeId,
    monthId,
    monthId,
    OPEN_END,
    NO_MONTH,
    NO_MONTH,
    OPEN_END,
    pillar,
    campaign,
    isYouthOnly,
  );
  return new Map(rows.map(({ id, people }) => [Number(id), people]));
}
