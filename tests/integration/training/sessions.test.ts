import { beforeEach, describe, expect, it } from "vitest";
import { readTrainingRates } from "#app/features/training/read-training-rates.server.ts";
import * as queue from "#app/routes/leader/queue.tsx";
import * as matrix from "#app/routes/leader/training-matrix.tsx";
import * as own from "#app/routes/member/training.tsx";
import * as checkIn from "#app/routes/member/training-check-in.tsx";
import * as desk from "#app/routes/office/training.tsx";
import * as screen from "#app/routes/office/training-screen.tsx";
import * as oneSession from "#app/routes/office/training-session.tsx";
import * as sessionEdit from "#app/routes/office/training-session-edit.tsx";
import * as sessionNew from "#app/routes/office/training-session-new.tsx";
import * as sheet from "#app/routes/office/training-sheet.ts";
import * as topics from "#app/routes/office/training-topics.tsx";
import { rowsOf } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { day, freshId } from "../roster/rosterers.ts";
import { makeTrainingTeam, pairs, SESSION, type TrainingTeam } from "./trainers.ts";

const office = testOffice();
let team: TrainingTeam;

beforeEach(async () => {
  team = await makeTrainingTeam(office);
});

/** The session of an officer ends while the clock jumps a day. */
const deskNow = () => team.as(team.commune.officerId);
const codeOf = async (id: string): Promise<string> =>
  (await team.desk.get(screen.loader, `/van-phong/tap-huan/buoi/${id}/ma`, { sessionId: id })).body.code;
const attend = async (accountId: string, form: Record<string, string>) =>
  (await team.as(accountId)).post(checkIn.action, "/tap-huan/diem-danh", form);
const roll = async (id: string, present: readonly string[], listed: readonly string[] = present) =>
  (await deskNow()).post(
    oneSession.action,
    `/van-phong/tap-huan/buoi/${id}`,
    pairs({ act: "roll", present, listed }),
    { sessionId: id },
  );
const ownOf = async (accountId: string) =>
  (await (await team.as(accountId)).get(own.loader, "/tap-huan")).body.own;
const claims = () =>
  rowsOf(
    office,
    team,
    "select c.activity_key as key, c.state, c.member_id as who, r.made_by as by from claim c join claim_revision r on r.claim_id = c.id order by c.member_id",
  );
const rates = (teamIds: readonly number[] = []) =>
  office.platform.db.withCommunes(team.commune.scope, (tx) =>
    readTrainingRates(tx, {
      communeId: team.commune.communeId,
      from: day("2026-01-01"),
      to: day("2026-12-31"),
      now: office.platform.clock.now(),
      teamIds,
    }),
  );

describe("signing in at a session", () => {
  it("G01, G06: a member types the code of the host's screen and is in; the record waits for another person", async () => {
    const id = await team.session();
    const code = await codeOf(id);
    const { status, location } = await attend(team.lan.accountId, {
      code: `${code.slice(0, 3)} ${code.slice(3)}`,
    });
    expect({ status, location }).toEqual({ status: 303, location: `/tap-huan/diem-danh?xong=${id}` });
    expect(await claims()).toEqual([
      { key: "required-training", state: "submitted", who: team.lan.memberId, by: team.lan.accountId },
    ]);
    const leader = await team.as(team.leader.accountId);
    const { body } = await leader.get(queue.loader, "/duyet");
    expect(body.queue.groups.flatMap((group: { cards: unknown[] }) => group.cards)).toHaveLength(1);
    // Twice is once.
    await attend(team.lan.accountId, { sessionId: id, code });
    expect(await claims()).toHaveLength(1);
    const { past, coming } = await ownOf(team.lan.accountId);
    expect([...past, ...coming]).toMatchObject([{ id, state: "present", claimId: expect.any(String) }]);
  });

  it("G01: an old code, another session's code and a closed door let nobody in", async () => {
    const id = await team.session();
    const other = await team.session({ title: "Buổi khác" });
    const code = await codeOf(id);
    const wrong = await attend(team.lan.accountId, { sessionId: other, code });
    expect(wrong).toMatchObject({
      status: 422,
      body: { problems: { code: { code: "training_code_wrong" } } },
    });
    office.setNow(new Date(NOW.getTime() + 5 * 60_000));
    expect((await attend(team.lan.accountId, { sessionId: id, code })).status).toBe(422);
    office.setNow(new Date(NOW.getTime() + 5 * 3_600_000));
    expect(await attend(team.lan.accountId, { sessionId: id, code })).toMatchObject({
      body: { problems: { form: { code: "training_door_closed" } } },
    });
    const later = await deskNow();
    expect((await later.get(screen.loader, "/", { sessionId: id })).body.code).toBeNull();
    expect(await claims()).toEqual([]);
  });

  it("G01: codes cannot be guessed: after a dozen tries one waits", async () => {
    const id = await team.session();
    const answers: number[] = [];
    for (let turn = 0; turn < 14; turn++)
      answers.push((await attend(team.lan.accountId, { sessionId: id, code: "000000" })).status);
    expect(answers.at(-1)).toBe(429);
  });

  it("G01: whoever was invited finds room in a full session; a guest does not", async () => {
    const id = await team.session({ teams: [String(team.teamId)], capacity: "1" });
    await attend(team.lan.accountId, { sessionId: id, code: await codeOf(id) });
    const guest = await attend(team.far.accountId, { sessionId: id, code: await codeOf(id) });
    expect(guest.body.problems.form).toMatchObject({ code: "training_full", capacity: 1 });
    expect((await attend(team.minh.accountId, { sessionId: id, code: await codeOf(id) })).status).toBe(303);
  });
});

describe("the organiser's list", () => {
  it("G01: who is ticked was there, and the claim is typed by the organiser; nobody ticks himself", async () => {
    const id = await team.session();
    expect((await roll(id, [team.lan.memberId, team.minh.memberId])).location).toContain("xong=danh-sach");
    expect(await claims()).toEqual(
      [team.lan.memberId, team.minh.memberId]
        .sort()
        .map((who) => ({ key: "required-training", state: "submitted", who, by: team.commune.officerId })),
    );
    const kept = await roll(id, [team.lan.memberId], [team.lan.memberId, team.minh.memberId]);
    expect(kept.location).toContain("xong=giu-lai&giu=1");
  });

  it("G01: leave is asked for with a reason, granted by another person, and counts as neither", async () => {
    const id = await team.session({ heldOn: "2026-11-21" });
    const lan = await team.as(team.lan.accountId);
    const ask = (reason: string) =>
      lan.post(own.action, "/tap-huan", { act: "excuse", sessionId: id, reason });
    expect((await ask("")).status).toBe(422);
    expect((await ask("Đưa con đi viện")).status).toBe(303);
    office.setNow(new Date("2026-11-22T02:00:00Z"));
    expect((await rates()).commune.attendance).toMatchObject({ numerator: 0, denominator: 5, excused: 0 });
    const { body } = await (await deskNow()).get(oneSession.loader, `/van-phong/tap-huan/buoi/${id}`, {
      sessionId: id,
    });
    expect(body.lines).toContainEqual(expect.objectContaining({ state: "asked", reason: "Đưa con đi viện" }));
    await (await deskNow()).post(
      oneSession.action,
      "/",
      { act: "accept", memberId: team.lan.memberId },
      { sessionId: id },
    );
    await roll(id, [team.minh.memberId]);
    const { commune, byTeam } = await rates([team.teamId]);
    expect(commune.attendance).toEqual({ numerator: 1, denominator: 4, excused: 1 });
    expect(byTeam.get(team.teamId)?.complete).toEqual({ numerator: 1, denominator: 3, excused: 1 });
    expect((await ownOf(team.lan.accountId)).year).toEqual({ attended: 0, owed: 0, excused: 1 });
  });

  it("G06: is a workbook to sign, and names typed by people stay text", async () => {
    const id = await team.session({ title: "=1+1 buổi" });
    await roll(id, [team.lan.memberId]);
    const { status, headers, bytes } = await team.desk.get(sheet.loader, "/", { sessionId: id });
    expect(status).toBe(200);
    expect(headers.get("Content-Type")).toContain("spreadsheetml");
    expect(bytes?.length).toBeGreaterThan(2_000);
  });
});

describe("planning", () => {
  it("G03: plans a series in one go, each session with its own list", async () => {
    await team.session({ everyDays: "7", repeats: "3", heldOn: "2026-11-25" });
    const { body } = await team.desk.get(desk.loader, "/van-phong/tap-huan");
    expect(body.desk.coming.map(({ heldOn }: { heldOn: string }) => heldOn)).toEqual([
      "2026-11-25",
      "2026-12-02",
      "2026-12-09",
    ]);
    const [first] = body.desk.coming;
    const one = await team.desk.get(oneSession.loader, "/", { sessionId: first.id });
    expect(one.body.series).toHaveLength(3);
  });

  it("G08: a union organises for its own people, and is told of no others", async () => {
    const youth = await office.makeAccount({ name: "Bí thư Đoàn" });
    await office.grant(youth, team.commune.communeId, "youth_union");
    const browser = await team.as(youth);
    const id = freshId();
    const form = pairs({ id, ...SESSION, title: "Kỹ năng truyền thông", forRoles: ["youth_union"] });
    expect((await browser.post(sessionNew.action, "/van-phong/tap-huan/moi", form)).status).toBe(303);
    const member = await team.logger({ name: "Đoàn Viên Tày", team: team.teamId });
    await team.commune.act((tx) =>
      tx.affiliation.create({
        data: {
          communeId: team.commune.communeId,
          memberId: member.memberId,
          kind: "youth_union",
          validFrom: new Date("2026-01-01T00:00:00Z"),
        },
      }),
    );
    const { body } = await browser.get(oneSession.loader, "/", { sessionId: id });
    expect(body.lines.map(({ fullName }: { fullName: string }) => fullName)).toEqual(["Đoàn Viên Tày"]);
    const foreign = await team.session();
    const change = pairs({ ...SESSION, revision: "1", title: "Đổi tên buổi" });
    const answer = await browser.post(sessionEdit.action, "/", change, { sessionId: foreign });
    expect(answer.status).toBe(404);
  });

  it("a session changes once for two who change it at a time, and is called off with a reason while nobody came", async () => {
    const id = await team.session();
    const change = (title: string) =>
      team.desk.post(sessionEdit.action, "/", pairs({ ...SESSION, title, revision: "1" }), { sessionId: id });
    expect((await change("Tên mới")).status).toBe(303);
    expect((await change("Tên khác")).body.problems.form).toEqual({ code: "training_changed_meanwhile" });
    const cancel = (why: string) =>
      team.desk.post(oneSession.action, "/", { act: "cancel", why }, { sessionId: id });
    expect((await cancel("")).status).toBe(422);
    await roll(id, [team.lan.memberId]);
    expect((await cancel("Mưa bão")).body.problems.form).toEqual({ code: "training_has_people", count: 1 });
  });

  it("G04: a topic of the commune's own stands beside those of the plans, under one name", async () => {
    const save = (name: string) => team.desk.post(topics.action, "/", { name, kinds: "online-safety" });
    expect((await save("Nhận diện lừa đảo qua Zalo")).status).toBe(303);
    expect((await save("nhận diện lừa đảo qua zalo")).body.problems.name).toMatchObject({
      code: "training_topic_taken",
    });
    const { body } = await team.desk.get(topics.loader, "/van-phong/tap-huan/chu-de");
    const [topic] = body.ownTopics;
    await team.session({ topics: [topic.key] });
    const unknown = pairs({ id: freshId(), ...SESSION, topics: ["own-nothing"] });
    expect((await team.desk.post(sessionNew.action, "/", unknown)).status).toBe(404);
  });
});

describe("member by topic", () => {
  it("G10: a member sees what was learned, what of the core is missing, and the next session", async () => {
    await roll(await team.session({ topics: ["artificial-intelligence"] }), [team.lan.memberId]);
    const before = await ownOf(team.lan.accountId);
    const stateOf = (topic: string) =>
      before.core.find((each: { topic: string }) => each.topic === topic)?.state;
    expect(stateOf("artificial-intelligence")).toBe("fresh");
    expect(stateOf("pedagogy")).toBe("never");
    await team.session({ title: "Buổi tới", heldOn: "2026-11-27" });
    const { coming } = await ownOf(team.lan.accountId);
    expect(coming.map(({ title }: { title: string }) => title)).toContain("Buổi tới");
  });

  it("G04, B20: a leader sees the own team, the office everybody; what was learned is marked", async () => {
    const id = await team.session({ topics: ["artificial-intelligence", "pedagogy"] });
    await roll(id, [team.lan.memberId]);
    const leader = await team.as(team.leader.accountId);
    const { body } = await leader.get(matrix.loader, "/tap-huan/bang-theo-doi");
    const names = body.lines.map(({ fullName }: { fullName: string }) => fullName);
    expect(names).toContain("Vì Thị Lan");
    expect(names).not.toContain("Hoàng Thị Xa");
    const lan = body.lines.find(({ fullName }: { fullName: string }) => fullName === "Vì Thị Lan");
    const at = body.topics.indexOf("pedagogy");
    expect(lan.topics[at]).toEqual({ state: "fresh", learnedOn: "2026-11-20" });
    const whole = await team.desk.get(matrix.loader, "/tap-huan/bang-theo-doi");
    expect(whole.body.lines.map(({ fullName }: { fullName: string }) => fullName)).toContain("Hoàng Thị Xa");
    expect((await rates()).commune.byTopic.pedagogy).toEqual({ numerator: 1, denominator: 5, excused: 0 });
  });
});
