import { beforeEach, describe, expect, it } from "vitest";
import { type LoggingTeam, makeLoggingTeam, rowsOf, send, work } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";
import { approval, decide } from "./books.ts";

const office = testOffice();
let team: LoggingTeam;
let claim: string;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
  claim = await send(team.lan, work([{ householdId: team.households[0] ?? "", slot: 1 }]));
  await decide(team.leader, approval(claim));
});

/** A line like the first, with one of its references turned elsewhere. */
function insertLine(column: string, value: string | number) {
  const columns = [
    "member_id",
    "team_id",
    "village_id",
    "month_id",
    "scheme_version",
    "claim_id",
    "decision_id",
  ];
  const read = columns.map((each) =>
    each === column ? `'${value}'::${typeof value === "string" ? "uuid" : "int"}` : each,
  );
  return rowsOf(
    office,
    team,
    `insert into ledger_line (commune_id, line_key, step, kind, rule, points, ${columns.join(", ")}, work_date, revision,
                              unit, verifier_id, made_at)
     select commune_id, 'repeat:x', 0, 'repeat', rule, -points, ${read.join(", ")}, work_date, revision, unit, verifier_id,
            made_at from ledger_line order by seq limit 1 returning seq`,
  );
}

describe("the database refuses, of what a ledger line names", () => {
  it.each([
    ["member_id", freshId(), /a member that is not there/],
    ["team_id", 999_999, /a team that is not there/],
    ["village_id", 999_999, /a village that is not there/],
    ["scheme_version", 99, /a scheme_version that is not there/],
    ["month_id", 203_012, /takes no more lines/],
    ["claim_id", freshId(), /without the approval/],
    ["decision_id", freshId(), /without the approval/],
  ] as const)("%s, when it is not there", async (column, value, says) => {
    await expect(insertLine(column, value)).rejects.toThrow(says);
  });

  it("nothing, when all of it is there", async () => {
    expect(await insertLine("month_id", 202_612)).toHaveLength(1);
  });

  it("the removal of a member, team, village or month that is named", async () => {
    const [line] = await rowsOf(
      office,
      team,
      "select member_id as member, team_id as team, village_id as village, month_id as month from ledger_line limit 1",
    );
    for (const table of ["member", "team", "village", "month"] as const) {
      const gone = office.db.maintain.query(`delete from ${table} where commune_id = $1 and id = $2`, [
        team.commune.communeId,
        line[table],
      ]);
      await expect(gone).rejects.toMatchObject({ code: "23503" });
    }
  });
});

it("the digest of a row is the same text however it is made", async () => {
  const rows = [
    { a: 1, b: null, c: "ghi chú", d: true, e: -0.5 },
    { b: null, a: { x: null, y: [null, { z: null }] }, list: [1, null], text: 'quote " and \\' },
    { only: null },
    {},
  ];
  for (const row of rows) {
    const { rows: told } = await office.db.maintain.query<{ now: string; slow: string }>(
      `select tds_row_digest($1::jsonb) as now,
              (select encode(sha256(convert_to(coalesce(jsonb_object_agg(key, value), '{}'::jsonb)::text, 'UTF8')), 'hex')
                 from jsonb_each($1::jsonb) where value <> 'null'::jsonb) as slow`,
      [JSON.stringify(row)],
    );
    expect(told[0]?.now).toBe(told[0]?.slow);
  }
});
