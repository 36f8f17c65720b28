import { writeXlsxStream } from "hucre/xlsx";
import { partsOfMonthId } from "#app/domain/months/month.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { findTeamTotals } from "#app/features/figures/find-team-totals.server.ts";
import type { upperTier } from "#app/messages/vi/upper-tier.ts";
import { readCommunes } from "./read-communes.server.ts";

type Words = (typeof upperTier)["results"];

const WIDTHS = [6, 22, 26, 30, 34, 12, 14, 10, 10, 10, 14, 10, 14] as const;
const HUNDREDTHS = 100;
/** Everything but the first five columns is a figure. */
const NAMES = 5;

/**
 * A month of every team of the communes that the caller may read, in counts (A29, J12). Communes are read one after
 * the other while the file is being sent, so that a province takes no more memory than a commune.
 */
export function streamTeamResults(caller: Caller, monthId: number, words: Words): ReadableStream<Uint8Array> {
  const { year, month } = partsOfMonthId(monthId);
  return writeXlsxStream(rowsOf(caller, monthId), {
    name: words.sheet(month, year),
    columns: words.headings.map((header, index) => ({
      header,
      width: WIDTHS[index] ?? 12,
      ...(index >= NAMES ? { numFmt: index === words.headings.length - 1 ? "#,##0.##" : "#,##0" } : {}),
    })),
    freezePane: { rows: 1 },
  });
}

async function* rowsOf(caller: Caller, monthId: number) {
  let number = 0;
  for (const { communeId, name, province } of await readCommunes(caller)) {
    const scope = { ...caller.stamp("upper-tier.stream-team-results"), communes: [communeId] };
    const teams = await caller.platform.db.withCommunes(scope, (tx) =>
      findTeamTotals(tx, communeId, monthId, caller.today),
    );
    for (const team of teams) {
      number += 1;
      yield [
        number,
        province,
        name,
        team.village,
        team.name,
        team.roster.members,
        team.roster.active,
        team.claims,
        team.visits,
        team.people,
        team.quotaPeople,
        team.households,
        team.points / HUNDREDTHS,
      ];
    }
  }
}
