import { expect, it } from "vitest";
import { loadDemoTasks } from "#prisma/seed/demo/load-demo-tasks.server.ts";
import { makeLoggingTeam, rowsOf } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";

const office = testOffice();

it("the demonstration has work in hand of every kind, and a second start adds nothing", async () => {
  office.setNow(NOW);
  const team = await makeLoggingTeam(office);
  const { communeId } = team.commune;
  const { maintain } = office.db;
  for (const [id, username] of [
    [team.officer.accountId, "van.phong"],
    [team.leader.accountId, "to.truong"],
  ])
    await maintain.query("update account set username = $2 where id = $1", [id, username]);
  await maintain.query(
    `insert into plan (commune_id, id, number, issued_on, title, legal_bases, starts_on, ends_on, entered_by, entered_at)
     values ($1, $2, '38/KH-UBND', '2026-01-30', 'Chuyển đổi số', '[]', '2026-01-30', '2026-12-31', $3, now())`,
    [communeId, freshId(), team.officer.accountId],
  );
  const counts = async () => {
    const tables = ["plan_task", "work_order", "difficulty", "help_request"];
    const select = tables.map((table) => `(select count(*)::int from ${table}) as ${table}`).join(", ");
    return (await rowsOf(office, team, `select ${select}`))[0];
  };
  await loadDemoTasks(office.platform, communeId);
  const once = await counts();
  expect(once).toEqual({ plan_task: 5, work_order: 3, difficulty: 3, help_request: 3 });
  await loadDemoTasks(office.platform, communeId);
  expect(await counts()).toEqual(once);
});
