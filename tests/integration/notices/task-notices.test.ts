import { beforeEach, expect, it } from "vitest";
import { readNotices } from "#app/features/notices/read-notices.server.ts";
import * as mine from "#app/routes/member/orders.tsx";
import { type Logger, type LoggingTeam, makeLoggingTeam } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";

const office = testOffice();
let team: LoggingTeam;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
});

const told = async (who: Logger) =>
  (await readNotices(await who.caller()))
    .filter(({ kind }) => kind === "task")
    .map(({ events: [event] }) => event);

it("A39: work that is given rings the bell of whoever is to do it, and of nobody else", async () => {
  const leader = await team.commune.browser(team.leader.accountId);
  const content = "Đến 10 hộ xóm Bến, cài VNeID";
  const form = { id: freshId(), teamId: String(team.teamId), content, dueOn: "2026-12-25" };
  const pairs = [...Object.entries(form), ["memberIds", team.lan.memberId]] as [string, string][];
  expect((await leader.post(mine.action, "/", pairs)).status).toBe(303);
  expect(await told(team.lan)).toMatchObject([{ about: "order", title: content, day: "2026-12-25" }]);
  expect(await told(team.minh)).toEqual([]);
  expect(await told(team.leader)).toEqual([]);
});

it("I02, L27: an answer reaches whoever raised the difficulty, a new version of the plan whoever leads a team", async () => {
  const { communeId, officerId } = team.commune;
  const [difficulty, plan] = [freshId(), freshId()];
  await office.db.superuser.query(
    `insert into difficulty (commune_id, id, field, content, stage, due_on, state, answered_at, team_id, raised_by, raised_at)
     values ($1, $2, 'network', 'Sóng yếu ở xóm Bến', 'office', '2026-12-20', 'answered', $4, $5, $3, $4)`,
    [communeId, difficulty, team.lan.accountId, NOW, team.teamId],
  );
  await office.db.superuser.query(
    `insert into difficulty_event (commune_id, id, difficulty_id, kind, stage, note, by_account, at)
     values ($1, $2, $3, 'answered', 'office', 'Đã báo nhà mạng', $4, $5)`,
    [communeId, freshId(), difficulty, officerId, NOW],
  );
  await office.db.superuser.query(
    `insert into plan (commune_id, id, number, issued_on, title, starts_on, ends_on, legal_bases, entered_by, entered_at)
     values ($1, $2, '12/KH-UBND', '2026-01-02', 'Kế hoạch thử', '2026-01-15', '2027-01-14', '[]', $3, $4)`,
    [communeId, plan, officerId, NOW],
  );
  await office.db.superuser.query(
    `insert into plan_version (commune_id, plan_id, version, effective_on, settings, published_by, published_at)
     values ($1, $2, 1, '2026-12-15', '{}', $3, $4)`,
    [communeId, plan, officerId, NOW],
  );
  expect(await told(team.lan)).toMatchObject([{ about: "difficulty", title: "Sóng yếu ở xóm Bến" }]);
  expect(await told(team.leader)).toMatchObject([{ about: "plan", title: "12/KH-UBND, Kế hoạch thử" }]);
});
