import { beforeEach, describe, expect, it } from "vitest";
import { choosePlan } from "#app/features/communes/choose-plan.server.ts";
import { describeCommune } from "#app/features/communes/describe-commune.server.ts";
import { finishSetup } from "#app/features/communes/finish-setup.server.ts";
import { foundCommune } from "#app/features/communes/found-commune.server.ts";
import { readSetting } from "#app/features/communes/read-settings.server.ts";
import { readSetup } from "#app/features/communes/read-setup.server.ts";
import { setWords } from "#app/features/communes/set-words.server.ts";
import { testOffice } from "./office.ts";

const office = testOffice();
let founder: string;

beforeEach(async () => {
  founder = await office.makeAccount({ isFounder: true });
});

const stampOf = (actorId: string) => ({ actorId, verb: "communes.found-commune", requestId: "r" });
const found = () => foundCommune(office.platform, stampOf(founder), "dai-son-2026");
const scopeOf = (communeId: number) => office.scope(communeId, founder);

describe("founding a commune", () => {
  it("starts it in trial with the plan's own words and days, and makes the founder its officer", async () => {
    const id = await found();
    const { commune, steps } = await readSetup(office.platform, scopeOf(id));
    expect(commune).toMatchObject({
      name: "",
      kind: "commune",
      isTrial: true,
      isSetUp: false,
      presetId: "dai-son-2026",
    });
    expect(steps).toMatchObject({ plan: "done", identity: "open", villages: "open" });
    const words = await readSetting(office.platform, scopeOf(id), "words");
    expect(words).toMatchObject({ revision: 1, value: { village: "thôn", teamShort: "Tổ CNSCĐ" } });
    const cutoff = await readSetting(office.platform, scopeOf(id), "cutoff");
    expect(cutoff.value).toMatchObject({ startDay: 15, due: { team: { day: 20, strictlyBefore: true } } });
    const roles = await office.db.maintain.query(
      "select role, valid_from::text from role_grant where commune_id = $1",
      [id],
    );
    expect(roles.rows).toEqual([{ role: "office", valid_from: "2026-11-20" }]);
  });

  it("sent twice, or from two windows at once, founds one commune", async () => {
    const [first, second] = await Promise.all([found(), found()]);
    expect(second).toBe(first);
    expect(await found()).toBe(first);
    const { rows } = await office.db.maintain.query("select id from commune where founded_by = $1", [
      founder,
    ]);
    expect(rows).toEqual([{ id: first }]);
    const roles = await office.db.maintain.query("select 1 from role_grant where account_id = $1", [founder]);
    expect(roles.rowCount).toBe(1);
  });

  it("leaves its trace in the commune's audit chain, under the founder's name", async () => {
    const id = await found();
    const { rows } = await office.db.maintain.query(
      "select table_name, op, actor_id, verb from audit_log where commune_id = $1 order by seq",
      [id],
    );
    expect(rows).toContainEqual({
      table_name: "commune",
      op: "insert",
      actor_id: founder,
      verb: "communes.found-commune",
    });
    expect(rows).toContainEqual({
      table_name: "role_grant",
      op: "insert",
      actor_id: founder,
      verb: "communes.found-commune",
    });
  });
});

describe("another plan", () => {
  it("replaces what the first plan proposed and keeps what a person typed", async () => {
    const id = await found();
    const words = { team: "Tổ số", teamShort: "Tổ", village: "xóm", office: "Phòng Văn hóa - Xã hội" };
    await setWords(office.platform, scopeOf(id), { words, seenRevision: 1 });
    expect(await choosePlan(office.platform, scopeOf(id), "hong-gai-2024")).toEqual({
      ok: true,
      value: null,
    });
    const { commune } = await readSetup(office.platform, scopeOf(id));
    expect(commune).toMatchObject({ presetId: "hong-gai-2024", kind: "ward" });
    expect((await readSetting(office.platform, scopeOf(id), "words")).value).toEqual(words);
    expect((await readSetting(office.platform, scopeOf(id), "cutoff")).value.startDay).toBe(10);
  });

  it("is refused once the commune is at work", async () => {
    const id = await found();
    await office.db.superuser.query(
      "update commune set name = 'Mường Chanh', set_up_at = now() where id = $1",
      [id],
    );
    expect(await choosePlan(office.platform, scopeOf(id), "hong-gai-2024")).toEqual({
      ok: false,
      code: "plan_fixed_after_setup",
    });
    expect(await choosePlan(office.platform, scopeOf(id), "dai-son-2026")).toEqual({ ok: true, value: null });
  });
});

describe("the end of set-up", () => {
  it("is refused while plan, name or villages are missing, and says which", async () => {
    const id = await found();
    expect(await finishSetup(office.platform, scopeOf(id))).toEqual({
      ok: false,
      code: "setup_steps_missing",
      steps: ["identity", "villages"],
    });
  });
});

describe("a commune's name and the head of its papers", () => {
  const header = {
    superiorBody: "",
    issuingBody: "",
    office: "Phòng Văn hóa - Xã hội",
    place: "",
    officeSymbol: "VHXH",
    signsFor: "TM. Ủy ban nhân dân",
    signerTitle: "Chủ tịch",
    recipients: ["Lưu: VT"],
  };
  const described = (id: number, seenRevision: number, seenHeaderRevision: number, name = "Mường Chanh") =>
    describeCommune(office.platform, scopeOf(id), {
      kind: "commune",
      name,
      province: "Sơn La",
      code: null,
      header,
      seenRevision,
      seenHeaderRevision,
    });

  it("fill in the issuing body and the place where nobody typed them", async () => {
    const id = await found();
    expect(await described(id, 1, 1)).toEqual({ ok: true, value: null });
    const saved = await readSetting(office.platform, scopeOf(id), "document_header");
    expect(saved.value).toMatchObject({
      issuingBody: "Ủy ban nhân dân xã Mường Chanh",
      place: "Mường Chanh",
    });
  });

  it("typed by two officers at once: the second is told, and nothing of either is lost or mixed", async () => {
    const id = await found();
    const verdicts = await Promise.all([
      described(id, 1, 1, "Mường Chanh"),
      described(id, 1, 1, "Mường Tranh"),
    ]);
    expect(verdicts.map(({ ok }) => ok).sort()).toEqual([false, true]);
    const { commune } = await readSetup(office.platform, scopeOf(id));
    const winner = verdicts[0]?.ok ? "Mường Chanh" : "Mường Tranh";
    expect(commune).toMatchObject({ name: winner, revision: 2 });
    const saved = await readSetting(office.platform, scopeOf(id), "document_header");
    expect(saved.value.place).toBe(winner);
  });

  it("sent again from the same page changes nothing and is no conflict", async () => {
    const id = await found();
    await described(id, 1, 1);
    expect(await described(id, 1, 1)).toEqual({ ok: true, value: null });
    const { commune } = await readSetup(office.platform, scopeOf(id));
    expect(commune.revision).toBe(2);
  });

  it("refuse a national code that another commune of the house bears", async () => {
    const taken = await found();
    await office.db.superuser.query(
      "update commune set name = 'A', code = '04009', set_up_at = now() where id = $1",
      [taken],
    );
    const id = await found();
    const verdict = await describeCommune(office.platform, scopeOf(id), {
      kind: "commune",
      name: "Mường Chanh",
      province: "Sơn La",
      code: "04009",
      header,
      seenRevision: 1,
      seenHeaderRevision: 1,
    });
    expect(verdict).toEqual({ ok: false, code: "commune_code_taken" });
    const { commune } = await readSetup(office.platform, scopeOf(id));
    expect(commune.name).toBe("");
  });
});
