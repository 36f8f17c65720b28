import { strFromU8, unzipSync } from "fflate";
import { beforeEach, describe, expect, it } from "vitest";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { adoptRegulation } from "#app/features/communes/adopt-regulation.server.ts";
import * as rules from "#app/routes/member/rules.tsx";
import * as annex from "#app/routes/member/rules-annex.ts";
import * as scheme from "#app/routes/office/scheme.tsx";
import * as schemeKind from "#app/routes/office/scheme-kind.tsx";
import * as schemeLimits from "#app/routes/office/scheme-limits.tsx";
import * as services from "#app/routes/office/services.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { type Commune, makeCommune } from "../roster/rosterers.ts";

const office = testOffice();
let commune: Commune;
let desk: TestBrowser;
let leader: TestBrowser;

const BOOK = "/van-phong/bo-quy-tac";

beforeEach(async () => {
  office.setNow(NOW);
  commune = await makeCommune(office, ["Thôn Đông"]);
  desk = await commune.browser();
  const chairman = await office.makeAccount({ name: "Người lãnh đạo" });
  await office.grant(chairman, commune.communeId, "commune_leader");
  leader = await commune.browser(chairman);
});

async function kindForm(key: string, wish: Record<string, string> = {}): Promise<Record<string, string>> {
  const { body } = await desk.get(schemeKind.loader, `${BOOK}/${key}`, { kind: key });
  const { evidence, modes, tags: _, topics: __, ...rest } = body.values;
  return { ...rest, evidence: evidence[0], modes: modes[0], ...wish };
}

const saveKind = (key: string, form: Record<string, string>) =>
  desk.post(schemeKind.action, `${BOOK}/${key}`, form, { kind: key });

async function annexText(version?: number): Promise<string> {
  const query = version === undefined ? "" : `?ban=${version}`;
  const { bytes } = await desk.get(annex.loader, `/quy-tac/phu-luc.docx${query}`);
  const files = unzipSync(bytes ?? new Uint8Array());
  return strFromU8(files["word/document.xml"] ?? new Uint8Array()).replace(/<[^>]+>/g, "");
}

describe("editing one kind", () => {
  it("takes points as people type them, and says beside the field what is wrong with the rest", async () => {
    const key = "eid-level-2";
    const wrong = await saveKind(key, await kindForm(key, { each: "ba", capUnits: "0", retiredOn: "mai" }));
    expect(wrong.status).toBe(422);
    expect(wrong.body.problems).toEqual({
      each: { code: "not_a_number" },
      capUnits: { code: "too_small", minimum: 1 },
      retiredOn: { code: "not_a_date" },
    });
    expect(wrong.body.values).toMatchObject({ each: "ba", capUnits: "0", retiredOn: "mai" });
    const saved = await saveKind(key, await kindForm(key, { each: "3,5" }));
    expect(saved.location).toBe(`${BOOK}?xong=luu`);
    const { body } = await desk.get(scheme.loader, BOOK);
    expect(body.pending).toContainEqual(
      expect.objectContaining({ field: "each", after: { is: "points", hundredths: 350 } }),
    );
  });

  it("says 404 for a kind that is not there, and 422 for a form of nothing", async () => {
    expect((await desk.get(schemeKind.loader, `${BOOK}/x`, { kind: "x" })).status).toBe(404);
    expect((await saveKind("talk", {})).status).toBe(422);
    expect((await desk.post(schemeLimits.action, `${BOOK}/muc-tran`, { perDay: "-1" })).status).toBe(422);
    expect((await desk.post(scheme.action, BOOK, { intent: "nothing" })).status).toBe(404);
  });
});

describe("two persons", () => {
  it("T6: where the office has one officer, the commune's leader is the second; who proposed is told no", async () => {
    await saveKind("eid-level-2", await kindForm("eid-level-2", { each: "5" }));
    const before = (await desk.get(scheme.loader, BOOK)).body;
    const effectiveOn = before.earliest;
    const propose = { intent: "propose", revision: String(before.draft.revision), effectiveOn };
    expect((await desk.post(scheme.action, BOOK, propose)).location).toBe(`${BOOK}?xong=de-nghi`);
    const { draft } = (await desk.get(scheme.loader, BOOK)).body;
    const publish = { intent: "publish", revision: String(draft.revision), effectiveOn };
    expect((await desk.post(scheme.action, BOOK, publish)).body.problems.form.code).toBe(
      "scheme_needs_another_person",
    );
    expect((await leader.get(scheme.loader, BOOK)).body).toMatchObject({
      mayEdit: false,
      draft: { proposal: { isMine: false } },
    });
    expect((await leader.post(scheme.action, BOOK, { intent: "withdraw" })).status).toBe(404);
    expect((await leader.post(scheme.action, BOOK, publish)).location).toBe(`${BOOK}?xong=ban-hanh`);
    expect((await desk.get(scheme.loader, BOOK)).body.versions).toHaveLength(2);
  });
});

describe("the rules for everybody", () => {
  it("A24: are a page that every member reads, and a document whose figures are the same", async () => {
    const somebody = await commune.browser(
      await commune.account(await commune.member({ fullName: "Lò Văn Thành" })),
    );
    expect((await somebody.get(rules.loader, "/quy-tac")).status).toBe(404);
    const team = await commune.team("Thôn Đông");
    const member = await commune.member({ fullName: "Lò Thị Thảo" });
    await commune.join(member, team);
    const reader = await commune.browser(await commune.account(member));
    const { body } = await reader.get(rules.loader, "/quy-tac");
    expect(body.rules).toMatchObject({ version: 1, regulationNumber: null, isWhole: true });
    const text = await annexText();
    expect(text).toContain("Lớp Bình dân học vụ số");
    expect(text).toContain("đứng lớp 15, hỗ trợ 8 điểm mỗi lớp");
    expect(text).toContain("nhiều nhất 40 điểm một ngày");
    expect(text).toContain(body.rules.sha256);
    for (const kind of body.rules.scheme.activities) expect(text).toContain(kind.name);
  });

  it("A23, A24: the annex cites the regulation once the commune has one, and says it is a proposal before", async () => {
    expect(await annexText()).toContain("Đề xuất, chạy thử");
    const { rows } = await office.db.superuser.query("select revision from commune where id = $1", [
      commune.communeId,
    ]);
    await adoptRegulation(office.platform, office.scope(commune.communeId, commune.officerId), {
      regulation: { number: "12/QC-UBND", date: "2026-11-10" as LocalDate },
      seenRevision: rows[0].revision,
    });
    expect(await annexText(1)).toContain("Kèm theo Quy chế số 12/QC-UBND");
  });

  it("say 404 for a version that is not there, whatever is typed", async () => {
    expect((await desk.get(rules.loader, "/quy-tac?ban=7")).status).toBe(404);
    expect((await desk.get(rules.loader, "/quy-tac?ban=%27;drop")).status).toBe(200);
    expect((await desk.get(annex.loader, "/quy-tac/phu-luc.docx?ban=999999")).status).toBe(404);
  });
});

describe("the catalogue's screen", () => {
  it("adds an entry, says beside its name that there is one already, and keeps what was typed", async () => {
    const path = "/van-phong/dich-vu";
    const { body } = await desk.get(services.loader, path);
    const form = { id: body.id, name: "Đăng ký kết hôn", kind: "service", pillar: "government" };
    expect((await desk.post(services.action, path, form)).location).toBe(`${path}?xong`);
    const again = await desk.get(services.loader, path);
    const twin = await desk.post(services.action, path, { ...form, id: again.body.id, sector: "Tư pháp" });
    expect(twin.status).toBe(422);
    expect(twin.body.problems.name.code).toBe("service_name_taken");
    expect(twin.body.values).toMatchObject({ name: "Đăng ký kết hôn", sector: "Tư pháp" });
    expect((await desk.post(services.action, path, { intent: "place", moved: "a" })).status).toBe(422);
    expect((await desk.post(services.action, path, {})).status).toBe(422);
  });
});
