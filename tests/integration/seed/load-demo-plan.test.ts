import { expect, it } from "vitest";
import { loadDemoPlan } from "#prisma/seed/demo/load-demo-plan.server.ts";
import { makeLoggingTeam, rowsOf } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";

const office = testOffice();

it("the demonstration has a published plan to read and to hang tasks on, and a second start adds nothing", async () => {
  office.setNow(NOW);
  const team = await makeLoggingTeam(office);
  await office.db.maintain.query("update account set username = 'van.phong' where id = $1", [
    team.officer.accountId,
  ]);
  const counts = async () =>
    (
      await rowsOf(
        office,
        team,
        `select (select count(*)::int from plan) as plans, (select count(*)::int from plan_version) as versions`,
      )
    )[0];
  await loadDemoPlan(office.platform, team.commune.communeId);
  expect(await counts()).toEqual({ plans: 1, versions: 1 });
  await loadDemoPlan(office.platform, team.commune.communeId);
  expect(await counts()).toEqual({ plans: 1, versions: 1 });
});
