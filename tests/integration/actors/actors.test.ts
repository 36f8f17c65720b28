import { beforeEach, describe, expect, it } from "vitest";
import * as actors from "#app/routes/office/actors.tsx";
import * as member from "#app/routes/office/member.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { type Commune, communeWithTeam, freshId } from "../roster/rosterers.ts";

const office = testOffice();
let commune: Commune;
let desk: TestBrowser;
let teamId: number;

beforeEach(async () => {
  const made = await communeWithTeam(office);
  commune = made.commune;
  teamId = made.team;
  desk = await commune.browser();
});

const PATH = "/van-phong/co-quan";
const send = (form: Record<string, string>) => desk.post(actors.action, PATH, form);
const add = async (kind: string, name: string) => {
  const id = freshId();
  const answer = await send({ act: "add", id, kind, name });
  return { id, answer };
};
const listed = async (): Promise<string[]> =>
  (await desk.get(actors.loader, PATH)).body.actors.map(
    ({ kind, name }: { kind: string; name: string }) => `${kind}: ${name}`,
  );

describe("the bodies the plan names beside the teams", () => {
  it("A30: the steering committee and the others are named by their own names, in the order of the plans", async () => {
    await add("enterprise", "Bưu điện Suối Mây");
    await add("economic_office", "Phòng Kinh tế");
    const { id, answer } = await add("steering_committee", "Ban Chỉ đạo chuyển đổi số phường");
    expect(answer.status).toBe(303);
    expect((await send({ act: "add", id, kind: "steering_committee", name: "Ban Chỉ đạo" })).status).toBe(
      303,
    );
    expect(await listed()).toEqual([
      "steering_committee: Ban Chỉ đạo chuyển đổi số phường",
      "economic_office: Phòng Kinh tế",
      "enterprise: Bưu điện Suối Mây",
    ]);
    await send({ act: "rename", id, name: "Ban Chỉ đạo xã" });
    expect((await listed())[0]).toBe("steering_committee: Ban Chỉ đạo xã");
  });

  it("A30: a body people belong to is renamed for all of them, and ends only when nobody does", async () => {
    const memberId = await commune.member({}, []);
    await commune.join(memberId, teamId);
    const { id } = await add("youth_cell", "Chi đoàn thôn Dông");
    await office.db.maintain.query(
      `insert into affiliation (commune_id, member_id, kind, organisation_id, valid_from)
       values ($1, $2, 'youth_union', $3, '2026-01-01')`,
      [commune.communeId, memberId, id],
    );
    await send({ act: "rename", id, name: "Chi đoàn thôn Đông" });
    const { body } = await desk.get(member.loader, "/", { memberId });
    expect(body.member.affiliations).toMatchObject([{ organisation: "Chi đoàn thôn Đông" }]);
    const used = await send({ act: "end", id });
    expect(used.body.problems).toEqual({ form: { code: "actor_in_use", people: 1, teams: 0 } });
    await office.db.maintain.query(
      "update affiliation set valid_to = '2026-11-01' where organisation_id = $1",
      [id],
    );
    office.setNow(new Date(NOW.getTime() + 24 * 60 * 60 * 1000));
    desk = await commune.browser();
    expect((await send({ act: "end", id })).status).toBe(303);
    expect(await listed()).toEqual([]);
    const { rows } = await office.db.maintain.query<{ until: string }>(
      "select valid_to::text as until from organisation where id = $1",
      [id],
    );
    expect(rows).toEqual([{ until: "2026-11-20" }]);
    expect((await send({ act: "end", id })).body.problems).toEqual({ form: { code: "actor_gone" } });
  });

  it("one name once in its kind, whatever its spelling; what is typed wrong today is taken back", async () => {
    const { id } = await add("school", "Trường Hoà Bình");
    const twin = await add("school", "trường Hòa Bình");
    expect(twin.answer.status).toBe(422);
    expect(twin.answer.body).toMatchObject({
      problems: { name: { code: "actor_name_taken", name: "Trường Hoà Bình" } },
      values: { name: "trường Hòa Bình" },
    });
    expect((await add("enterprise", "Trường Hoà Bình")).answer.status).toBe(303);
    expect((await send({ act: "end", id })).status).toBe(303);
    expect((await add("school", "Trường Hòa Bình")).answer.status).toBe(303);
  });

  it("A30: what was entered today and is named elsewhere is not taken back, and the page says why", async () => {
    const memberId = await commune.member({}, []);
    const { id } = await add("youth_cell", "Chi đoàn thôn Dông");
    await office.db.maintain.query(
      `insert into affiliation (commune_id, member_id, kind, organisation_id, valid_from, valid_to)
       values ($1, $2, 'youth_union', $3, '2026-01-01', '2026-02-01')`,
      [commune.communeId, memberId, id],
    );
    const answer = await send({ act: "end", id });
    expect(answer.status).toBe(422);
    expect(answer.body.problems).toEqual({ form: { code: "actor_named_since" } });
    expect(await listed()).toEqual(["youth_cell: Chi đoàn thôn Dông"]);
  });

  it("are the office's to name", async () => {
    const memberId = await commune.member();
    await commune.join(memberId, teamId, { role: "leader" });
    const leader = await commune.browser(await commune.account(memberId));
    expect((await leader.get(actors.loader, PATH)).status).toBe(404);
    const form = { act: "add", id: freshId(), kind: "police", name: "Công an xã" };
    expect((await leader.post(actors.action, PATH, form)).status).toBe(404);
    expect((await send({ act: "add", id: "x", kind: "king", name: "" })).status).toBe(422);
  });
});
