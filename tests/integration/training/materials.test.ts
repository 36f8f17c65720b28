import { beforeEach, describe, expect, it } from "vitest";
import * as log from "#app/routes/member/activity-log.tsx";
import * as classSheet from "#app/routes/member/class-sheet.tsx";
import * as one from "#app/routes/member/material.tsx";
import * as openOne from "#app/routes/member/material-open.ts";
import * as propose from "#app/routes/member/material-propose.tsx";
import * as library from "#app/routes/member/materials.tsx";
import * as edit from "#app/routes/office/material-edit.tsx";
import * as desk from "#app/routes/office/materials.tsx";
import * as list from "#app/routes/office/materials-list.ts";
import * as classes from "#app/routes/office/training-classes.tsx";
import * as roll from "#app/routes/office/training-session.tsx";
import * as publicOpen from "#app/routes/public/material-open.ts";
import * as publicPage from "#app/routes/public/materials.tsx";
import { send, work } from "../activity-log/loggers.ts";
import { testOffice } from "../communes/office.ts";
import { approval, decide } from "../ledger/books.ts";
import { makePicture } from "../photos/pictures.ts";
import { freshId } from "../roster/rosterers.ts";
import { makeTrainingTeam, pairs, type TrainingTeam } from "./trainers.ts";

const office = testOffice();
let team: TrainingTeam;

beforeEach(async () => {
  team = await makeTrainingTeam(office);
});

const PDF = new Blob(["%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj\nstartxref\n9\n%%EOF\n"]);
const MATERIAL = {
  title: "Nhận biết cuộc gọi lừa đảo",
  kind: "infographic",
  field: "safety",
  topics: "online-safety",
  kinds: "online-safety",
  source: "Bộ Khoa học và Công nghệ",
  issuedOn: "2026-05-10",
  isPlain: "yes",
};

async function put(accountId: string, wish: Record<string, string> = {}, file: Blob | null = PDF) {
  const form = new FormData();
  const id = freshId();
  for (const [name, value] of Object.entries({ id, ...MATERIAL, ...wish })) form.set(name, value);
  if (file) form.set("file", file, "huong-dan");
  const answer = await (await team.as(accountId)).post(propose.action, "/hoc-lieu/gui", form);
  return { id, ...answer };
}

const find = async (query: string): Promise<string[]> =>
  (await (await team.as(team.lan.accountId)).get(library.loader, `/hoc-lieu?${query}`)).body.materials.map(
    ({ title }: { title: string }) => title,
  );

describe("the library", () => {
  it("H07, H09, L19, G09: keeps materials with kind, field, source and date, found without accents", async () => {
    await put(team.commune.officerId);
    await put(team.commune.officerId, {
      title: "Bán hàng trên sàn",
      field: "commerce",
      kind: "clip",
      topics: "e-commerce",
      source: "Sở Công Thương",
      link: "https://clip.example/1",
    });
    expect(await find("")).toHaveLength(2);
    expect(await find("tim=lua%20dao%20cuoc%20goi")).toEqual(["Nhận biết cuộc gọi lừa đảo"]);
    expect(await find("tim=cong%20thuong")).toEqual(["Bán hàng trên sàn"]);
    expect(await find("linh-vuc=commerce")).toEqual(["Bán hàng trên sàn"]);
    expect(await find("loai=infographic")).toEqual(["Nhận biết cuộc gọi lừa đảo"]);
    expect(await find("chu-de=e-commerce")).toEqual(["Bán hàng trên sàn"]);
    expect(await find("tim=100%25&loai=%3Cb%3E")).toEqual([]);
    const workbook = await team.desk.get(list.loader, "/van-phong/hoc-lieu/danh-muc.xlsx");
    expect(workbook.headers.get("Content-Type")).toContain("spreadsheetml");
  });

  it("H08: what a member made waits for the office; who proposes never decides; its maker is named", async () => {
    const { id, location } = await put(team.lan.accountId);
    expect(location).toBe("/hoc-lieu?xong=gui");
    expect(await find("")).toEqual([]);
    const minh = await team.as(team.minh.accountId);
    expect((await minh.get(one.loader, "/", { materialId: id })).status).toBe(404);
    expect((await team.desk.post(desk.action, "/", { act: "return", id })).status).toBe(422);
    expect((await team.desk.post(desk.action, "/", { act: "show", id })).status).toBe(303);
    expect((await minh.get(one.loader, "/", { materialId: id })).body.material).toMatchObject({
      makerName: "Vì Thị Lan",
      state: "shown",
    });
    expect((await team.desk.post(desk.action, "/", { act: "show", id })).body.problems.form).toEqual({
      code: "material_decided_already",
    });
  });

  it("H07: opening is counted, a PDF is a file to keep, a picture is drawn anew, nothing else is taken", async () => {
    const { id } = await put(team.commune.officerId);
    const lan = await team.as(team.lan.accountId);
    const file = await lan.get(openOne.loader, `/hoc-lieu/${id}/mo`, { materialId: id });
    expect(file.headers.get("Content-Disposition")).toMatch(/^attachment/);
    expect(file.headers.get("Content-Security-Policy")).toContain("sandbox");
    const picture = new Blob([new Uint8Array(await makePicture(81))]);
    const { id: drawn } = await put(team.commune.officerId, { title: "Áp phích" }, picture);
    const shown = await lan.get(openOne.loader, `/hoc-lieu/${drawn}/mo?co=nho`, { materialId: drawn });
    expect(shown.headers.get("Content-Type")).toBe("image/webp");
    const opened = async (materialId: string) =>
      (await lan.get(one.loader, "/", { materialId })).body.material.opened;
    expect([await opened(id), await opened(drawn)]).toEqual([1, 0]);
    const page = new Blob(["<script>alert(1)</script>"]);
    expect((await put(team.commune.officerId, { title: "Trang" }, page)).body.problems.file).toBeDefined();
    expect((await put(team.commune.officerId, { title: "Không có gì" }, null)).body.problems.file).toEqual({
      code: "material_has_nothing",
    });
  });

  it("E09, G07: what the office made public is for everybody, as long as it is", async () => {
    const { communeId } = team.commune;
    await team.commune.act((tx) =>
      tx.commune.update({ where: { id: communeId }, data: { name: "Đại Sơn" } }),
    );
    const { id } = await put(team.commune.officerId, { isPublic: "yes" });
    await put(team.commune.officerId, { title: "Chỉ nội bộ" });
    const params = { commune: String(communeId), materialId: id };
    const page = () => team.desk.get(publicPage.loader, `/xa/${communeId}/hoc-lieu`, params);
    const { body } = await page();
    expect(body.materials.map(({ title }: { title: string }) => title)).toEqual([MATERIAL.title]);
    expect((await team.desk.get(publicOpen.loader, "/", params)).status).toBe(200);
    const sure = { act: "withdraw", sure: "yes" };
    expect((await team.desk.post(edit.action, "/", { act: "withdraw" }, params)).status).toBe(422);
    expect((await team.desk.post(edit.action, "/", sure, params)).status).toBe(303);
    expect([(await page()).status, (await team.desk.get(publicOpen.loader, "/", params)).status]).toEqual([
      404, 404,
    ]);
  });

  it("a member makes nothing public and changes nothing that stands", async () => {
    const { id } = await put(team.lan.accountId, { isPublic: "yes" });
    await team.desk.post(desk.action, "/", { act: "show", id });
    expect((await team.desk.get(one.loader, "/", { materialId: id })).body.material.isPublic).toBe(false);
    const lan = await team.as(team.lan.accountId);
    const form = pairs({ ...MATERIAL, title: "Đổi", revision: "1" });
    expect((await lan.post(edit.action, "/", form, { materialId: id })).status).toBe(404);
  });
});

describe("beside the log form", () => {
  it("SCORING 4.2, E04: a kind nobody trained the member in brings a hint with materials, and takes the work all the same", async () => {
    const { id: materialId } = await put(team.commune.officerId);
    const hintOf = async () =>
      (await (await team.as(team.lan.accountId)).get(log.loader, "/ghi-viec?viec=online-safety")).body.hint;
    expect((await hintOf()).untrained, "silent while nothing is known").toBeNull();
    const id = await team.session({ topics: ["public-services"] });
    const tick = (session: string) =>
      team.desk.post(roll.action, "/", { act: "roll", present: team.lan.memberId }, { sessionId: session });
    await tick(id);
    expect(await hintOf()).toMatchObject({
      untrained: ["online-safety"],
      materials: [{ id: materialId, title: MATERIAL.title }],
    });
    await tick(await team.session({ topics: ["online-safety"] }));
    expect((await hintOf()).untrained).toBeNull();
    expect((await hintOf()).materials).toHaveLength(1);
  });
});

describe("classes for residents", () => {
  const sheet = {
    topics: ["public-services", "e-payment"],
    audiences: ["elderly", "disabled"],
    learners: "12",
    elderly: "10",
    disabled: "3",
    able: "8",
  };
  const logClass = () =>
    send(
      team.lan,
      work([{ serviceKey: null, outcome: null }], {
        activityKey: "class",
        mode: "class",
        visits: 12,
      }),
    );

  it("L14, E03, E04: a class has topics, audience and outcome on its own record, summed once it is verified", async () => {
    const claim = await logClass();
    const lan = await team.as(team.lan.accountId);
    const write = (wish: Record<string, string | string[]> = {}) =>
      lan.post(classSheet.action, `/viec/${claim}/lop`, pairs({ ...sheet, ...wish }), { claim });
    expect((await write({ elderly: "13" })).body.problems.elderly).toEqual({
      code: "class_parts_above_whole",
      learners: 12,
    });
    expect((await write({ topics: [] })).status).toBe(422);
    expect((await write()).status).toBe(303);
    const leader = await team.as(team.leader.accountId);
    expect((await leader.post(classSheet.action, "/", pairs(sheet), { claim })).status).toBe(422);
    const sums = async () => (await team.desk.get(classes.loader, "/van-phong/tap-huan/lop")).body;
    expect((await sums()).sums.classes).toBe(0);
    expect(await decide(team.leader, approval(claim))).toMatchObject({ ok: true });
    const body = await sums();
    expect(body.sums).toEqual({ classes: 1, learners: 12, elderly: 10, disabled: 3, able: 8 });
    expect(body.byTopic.map(({ topic }: { topic: string }) => topic)).toEqual(sheet.topics);
    expect(body.byAudience).toContainEqual(expect.objectContaining({ audience: "disabled", learners: 12 }));
    expect((await write()).body.problems.form).toEqual({ code: "class_sheet_closed" });
  });

  it("E04: a verified class without its sheet is told of, and is in no sum", async () => {
    const claim = await logClass();
    await decide(team.leader, approval(claim));
    const { body } = await team.desk.get(classes.loader, "/van-phong/tap-huan/lop");
    expect(body).toMatchObject({ withoutSheet: 1, lines: [] });
  });
});
