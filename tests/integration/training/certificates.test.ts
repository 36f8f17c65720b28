import { beforeEach, describe, expect, it } from "vitest";
import { CORE_TOPICS } from "#app/domain/training/training-book.ts";
import { keepCommuneBadges } from "#app/features/badges/keep-commune-badges.server.ts";
import { findAmbassadorFacts } from "#app/features/titles/find-ambassadors.server.ts";
import { readTrainingRates } from "#app/features/training/read-training-rates.server.ts";
import { sendTrainingReminders } from "#app/features/training/send-reminders.server.ts";
import * as certificates from "#app/routes/leader/training-certificates.tsx";
import * as notices from "#app/routes/member/notices.tsx";
import * as own from "#app/routes/member/training.tsx";
import * as sendOne from "#app/routes/member/training-certificate.tsx";
import * as proof from "#app/routes/member/training-certificate-file.ts";
import * as checkIn from "#app/routes/member/training-check-in.tsx";
import * as courses from "#app/routes/office/training-courses.tsx";
import * as screen from "#app/routes/office/training-screen.tsx";
import { type Logger, rowsOf } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { approval, decide } from "../ledger/books.ts";
import { makePicture } from "../photos/pictures.ts";
import { day, freshId } from "../roster/rosterers.ts";
import { makeTrainingTeam, pairs, type TrainingTeam } from "./trainers.ts";

const office = testOffice();
let team: TrainingTeam;
let courseId: string;

beforeEach(async () => {
  team = await makeTrainingTeam(office);
  courseId = freshId();
  const form = pairs({
    id: courseId,
    title: "Kỹ năng số cơ bản",
    provider: "Nền tảng học trực tuyến mở của Bộ",
    topics: ["digital-devices"],
    isMandatory: "yes",
    dueOn: "2026-11-30",
  });
  expect((await team.desk.post(courses.action, "/van-phong/tap-huan/khoa-hoc", form)).status).toBe(303);
});

const PDF = "%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\nstartxref\n9\n%%EOF\n";

async function send(by: Logger, wish: { file?: Blob; link?: string; completedOn?: string } = {}) {
  const form = new FormData();
  const id = freshId();
  form.set("id", id);
  form.set("completedOn", wish.completedOn ?? "2026-11-18");
  if (wish.link) form.set("link", wish.link);
  if (wish.file) form.set("proof", wish.file, "chung-chi");
  const answer = await (await team.as(by.accountId)).post(sendOne.action, "/", form, { courseId });
  return { id, ...answer };
}

const decideOn = async (by: Logger, id: string, act: "confirm" | "return", reason = "") =>
  (await team.as(by.accountId)).post(certificates.action, "/tap-huan/chung-chi", { act, id, reason });
const waitingFor = async (by: Logger): Promise<string[]> =>
  (await (await team.as(by.accountId)).get(certificates.loader, "/")).body.waiting.map(
    ({ id }: { id: string }) => id,
  );
const remind = (on: string) => {
  office.setNow(new Date(`${on}T02:00:00Z`));
  return sendTrainingReminders(office.platform, team.commune.communeId, office.platform.clock.now());
};

describe("certificates of courses", () => {
  it("G02: a picture, a PDF or a link; nothing at all is asked again, and typed text is kept", async () => {
    const nothing = await send(team.lan, { completedOn: "2026-11-18" });
    expect(nothing).toMatchObject({
      status: 422,
      body: {
        problems: { proof: { code: "certificate_proof_missing" } },
        values: { completedOn: "2026-11-18" },
      },
    });
    expect((await send(team.lan, { link: "javascript:alert(1)" })).body.problems.link).toBeDefined();
    expect((await send(team.lan, { file: new Blob(["<svg onload=x>"]) })).body.problems.proof).toBeDefined();
    expect((await send(team.lan, { link: "https://a.vn/1", completedOn: "2026-11-21" })).status).toBe(422);
    const picture = new Blob([new Uint8Array(await makePicture(71))]);
    expect((await send(team.lan, { file: picture })).status).toBe(303);
    expect((await send(team.minh, { file: new Blob([PDF]) })).status).toBe(303);
    expect((await send(team.deputy, { link: "https://hoc.example/cc/1" })).status).toBe(303);
    expect((await send(team.lan, { link: "https://hoc.example/cc/2" })).body.problems.form).toEqual({
      code: "certificate_there_already",
    });
  });

  it("G02: is shown as a file to keep, to its member and to whoever decides, and to nobody else", async () => {
    const { id } = await send(team.minh, { file: new Blob([PDF]) });
    const read = async (by: Logger) =>
      (await team.as(by.accountId)).get(proof.loader, "/", { trainingCertificateId: id });
    const { status, headers } = await read(team.leader);
    expect(status).toBe(200);
    expect(headers.get("Content-Disposition")).toMatch(/^attachment/);
    expect(headers.get("Content-Security-Policy")).toContain("sandbox");
    expect([(await read(team.minh)).status, (await read(team.officer)).status]).toEqual([200, 200]);
    expect([(await read(team.lan)).status, (await read(team.far)).status]).toEqual([404, 404]);
  });

  it("G02: another person confirms it, within the own team; the points are an ordinary record that waits", async () => {
    const { id } = await send(team.lan, { link: "https://hoc.example/cc/1" });
    const { id: leaders } = await send(team.leader, { link: "https://hoc.example/cc/2" });
    expect(await waitingFor(team.leader)).toEqual([id]);
    expect((await decideOn(team.leader, leaders, "confirm")).status).toBe(404);
    const lan = await team.as(team.lan.accountId);
    const claim = () => lan.post(own.action, "/tap-huan", { act: "claim-certificate", id });
    expect((await claim()).body.problems.form).toEqual({ code: "certificate_not_confirmed" });
    expect((await decideOn(team.leader, id, "confirm")).status).toBe(303);
    expect((await decideOn(team.deputy, id, "return", "Muộn")).body.problems.form).toEqual({
      code: "certificate_decided_already",
    });
    expect([(await claim()).status, (await claim()).status]).toEqual([303, 303]);
    expect(
      await rowsOf(office, team, "select activity_key as key, state, member_id as who from claim"),
    ).toEqual([{ key: "member-certificate", state: "submitted", who: team.lan.memberId }]);
    const rates = await office.platform.db.withCommunes(team.commune.scope, (tx) =>
      readTrainingRates(tx, {
        communeId: team.commune.communeId,
        from: day("2026-01-01"),
        to: day("2026-12-31"),
        now: NOW,
      }),
    );
    expect(rates.commune.byCourse[courseId]).toEqual({ numerator: 1, denominator: 5, excused: 0 });
  });

  it("G02: goes back with a reason the member reads, and may be sent anew", async () => {
    const { id } = await send(team.lan, { link: "https://hoc.example/cc/1" });
    expect((await decideOn(team.leader, id, "return")).status).toBe(422);
    expect((await decideOn(team.leader, id, "return", "Ảnh mờ, không đọc được tên")).status).toBe(303);
    const { body } = await (await team.as(team.lan.accountId)).get(notices.loader, "/thong-bao");
    expect(body.notices).toContainEqual(
      expect.objectContaining({
        kind: "training",
        events: [expect.objectContaining({ step: "returned", reason: "Ảnh mờ, không đọc được tên" })],
      }),
    );
    expect((await send(team.lan, { link: "https://hoc.example/cc/3" })).status).toBe(303);
  });

  it("rule 1: the database itself refuses a certificate its sender decided on", async () => {
    await send(team.lan, { link: "https://hoc.example/cc/1" });
    await expect(
      rowsOf(
        office,
        team,
        "update training_certificate set state = 'confirmed', decided_by = sent_by, decided_at = now() returning id",
      ),
    ).rejects.toThrow(/check constraint/);
  });
});

describe("reminders", () => {
  it("B12: come before and after the day, each once however often the house looks, and not to whoever is done", async () => {
    await send(team.lan, { link: "https://hoc.example/cc/1" });
    expect(await remind("2026-11-15")).toBe(0);
    const counts: number[] = [];
    for (const on of ["2026-11-17", "2026-11-17", "2026-11-27", "2026-11-30", "2026-12-01", "2026-12-01"])
      counts.push(await remind(on));
    expect(counts).toEqual([4, 0, 4, 4, 4, 0]);
    const both = await Promise.all([remind("2026-12-07"), remind("2026-12-07")]);
    expect(both.toSorted()).toEqual([0, 4]);
    const rows = await rowsOf(
      office,
      team,
      "select step, count(*)::int as count from training_reminder group by step order by step",
    );
    expect(rows).toEqual(
      ["after_1", "after_7", "before_14", "before_3", "due"].map((step) => ({ step, count: 4 })),
    );
  });

  it("B12: a house that was down over the day says only what is true now", async () => {
    expect(await remind("2026-12-03")).toBe(5);
    const steps = await rowsOf(office, team, "select distinct step from training_reminder");
    expect(steps).toEqual([{ step: "after_1" }]);
    const { body } = await (await team.as(team.minh.accountId)).get(notices.loader, "/thong-bao");
    expect(body.notices).toMatchObject([
      { kind: "training", events: [{ about: "course", step: "after_1" }] },
    ]);
  });

  it("G01: a session is announced to those it is for, and not to whoever has leave", async () => {
    await team.session({ heldOn: "2026-12-12", forRoles: ["leader", "deputy"] });
    expect(await remind("2026-12-11")).toBe(2 + 5);
  });
});

describe("what training leads to", () => {
  it("B20, G05: who learned every core topic, with the record verified, earns the badge of training", async () => {
    const id = await team.session({ topics: [...CORE_TOPICS] });
    const { body } = await team.desk.get(screen.loader, "/", { sessionId: id });
    const lan = await team.as(team.lan.accountId);
    await lan.post(checkIn.action, "/tap-huan/diem-danh", { sessionId: id, code: body.code });
    const keep = () =>
      keepCommuneBadges(office.platform, team.commune.communeId, office.platform.clock.now());
    const badges = () =>
      rowsOf(office, team, "select badge_key as key from badge_award where badge_key = 'training-complete'");
    await keep();
    expect(await badges()).toEqual([]);
    const [claim] = await rowsOf(office, team, "select id from claim");
    expect(await decide(team.leader, approval(claim.id))).toMatchObject({ ok: true });
    office.setNow(new Date(NOW.getTime() + 120_000));
    await keep();
    expect(await badges()).toEqual([{ key: "training-complete" }]);
    const trained = await office.platform.db.withCommunes(team.commune.scope, (tx) =>
      findAmbassadorFacts(tx, team.commune.communeId, [team.lan.memberId]),
    );
    expect(trained.get(team.lan.memberId)?.trainedOn, "D01: training done").toEqual(["2026-11-20"]);
  });
});
