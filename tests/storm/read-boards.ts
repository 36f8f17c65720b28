import { VILLAGE_TEAMS } from "#tests/support/inhabitants.ts";
import type { Pair } from "./writers.ts";

type Points = ReadonlyMap<string, number>;

const NAMES = VILLAGE_TEAMS.map(({ member }) => member.displayName);
const ANSWER_MS = 30_000;

/** The members' board of the month as a leader sees it, on which nobody's row is the reader's own. */
export async function readPoints(origin: string, pair: Pair): Promise<Points> {
  const answer = await fetch(`${origin}/bang?nhom=thanh-vien`, {
    headers: { Cookie: pair.leaderCookie },
    redirect: "manual",
    signal: AbortSignal.timeout(ANSWER_MS),
  });
  const html = await answer.text();
  if (answer.status !== 200) throw new Error(`the board answered ${answer.status}`);
  const rows = html.split("<tr");
  return new Map(
    NAMES.map((name) => {
      const row = rows.find((each) => each.includes(`>${name}<`)) ?? "";
      const shown = /tabular-nums">([\d.,]+)<\/span>/.exec(row)?.[1] ?? "0";
      return [name, Number(shown.replaceAll(".", "").replace(",", "."))];
    }),
  );
}

/** What the board must say: the sum of the ledger's lines. */
export async function readTruth(
  ask: <Row extends object>(sql: string, values: readonly unknown[]) => Promise<Row[]>,
): Promise<Points> {
  const rows = await ask<{ name: string; points: number }>(
    `select member.full_name as name, sum(line.points)::float8 / 100 as points
       from ledger_line line join member on member.id = line.member_id
      where member.full_name = any($1) group by member.full_name`,
    [NAMES],
  );
  const known = new Map(rows.map(({ name, points }) => [name, points]));
  return new Map(NAMES.map((name) => [name, known.get(name) ?? 0]));
}
