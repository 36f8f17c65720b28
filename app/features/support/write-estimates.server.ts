import type { Paper, PaperGroup } from "#app/domain/documents/paper.ts";
import { costOf } from "#app/domain/support/support.ts";
import type { CostLineView } from "#app/domain/support/views.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { writePaperXlsx } from "#app/features/documents/write-paper-xlsx.server.ts";
import type { EstimateWords } from "#app/messages/estimate-paper.ts";
import { findCosts } from "./read-money.server.ts";

/** I08: planned events with what each is to cost, as a workbook with real numbers; declined lines are left out. */
export async function writeEstimates(caller: Caller, words: EstimateWords): Promise<Uint8Array> {
  const scope = caller.scope("support.write-estimates");
  const costs = await caller.platform.db.withCommunes(scope, (tx) =>
    findCosts(tx, caller, onlyCommune(scope)),
  );
  return writePaperXlsx(
    paperOf(
      costs.filter(({ state }) => state !== "declined"),
      words,
    ),
  );
}

function paperOf(costs: readonly CostLineView[], words: EstimateWords): Paper {
  const total = costs.reduce((sum, line) => sum + costOf(line), 0);
  const columns = words.columns.map(([heading, width, kind]) => ({ heading, width, kind }));
  return {
    letterhead: null,
    number: null,
    placeAndDate: null,
    type: words.type,
    subject: words.subject,
    attachedTo: null,
    bases: [],
    addressees: null,
    blocks: [
      {
        is: "table",
        table: {
          name: words.sheet,
          caption: null,
          columns,
          groups: groupsOf(costs, words),
          total: [words.total, null, null, null, total, null, null],
        },
      },
    ],
    foot: { recipientsTitle: "", recipients: [], signers: [] },
    annexes: [],
    check: null,
    isAcross: true,
  };
}

function groupsOf(costs: readonly CostLineView[], words: EstimateWords): PaperGroup[] {
  const titles = [...new Set(costs.map(({ event, plannedOn }) => words.event(event, plannedOn)))];
  return titles.map((title) => ({
    title,
    rows: costs
      .filter(({ event, plannedOn }) => words.event(event, plannedOn) === title)
      .map((line) => [
        line.item,
        line.partner,
        line.quantity,
        line.priceDong,
        costOf(line),
        words.states[line.state],
        line.decidedBy,
      ]),
  }));
}
