import { beforeEach, describe, expect, it } from "vitest";
import { readSetup } from "#app/features/communes/read-setup.server.ts";
import * as found from "#app/routes/office/found.tsx";
import * as overview from "#app/routes/office/overview.tsx";
import * as settings from "#app/routes/office/settings.tsx";
import * as cutoffPage from "#app/routes/office/settings-cutoff.tsx";
import * as setup from "#app/routes/office/setup.tsx";
import * as identity from "#app/routes/office/setup-identity.tsx";
import * as plan from "#app/routes/office/setup-plan.tsx";
import * as codes from "#app/routes/office/setup-recovery-codes.tsx";
import * as second from "#app/routes/office/setup-second-officer.tsx";
import * as village from "#app/routes/office/setup-village.tsx";
import * as villages from "#app/routes/office/setup-villages.tsx";
import * as words from "#app/routes/office/setup-words.tsx";
import { OFFICE_PATHS, STEP_PATHS } from "#app/ui/setup/paths.ts";
import { testBrowser } from "../accounts/test-browser.ts";
import { browserOf, founderDesk } from "./founder-desk.ts";
import { testOffice } from "./office.ts";

const office = testOffice();
const desk = founderDesk(office);

const IDENTITY = {
  kind: "commune",
  name: "Xã Mường Chanh",
  province: "Sơn La",
  code: "",
  superiorBody: "",
  issuingBody: "",
  office: "Phòng Văn hóa - Xã hội",
  place: "",
  officeSymbol: "VHXH",
  signsFor: "TM. Ủy ban nhân dân",
  signerTitle: "Chủ tịch",
  recipients: "Lưu: VT\nCác thôn",
  revision: "1",
  headerRevision: "1",
};
const WORDS = {
  team: "Tổ số",
  teamShort: "Tổ",
  village: "bản",
  office: "Phòng Văn hóa - Xã hội",
  revision: "1",
};

describe("a first set-up, page by page", () => {
  it("leads from the plan to an open house, each step saved by itself", async () => {
    const choice = await desk.browser.get(found.loader, OFFICE_PATHS.found);
    expect(choice.body.plans).toHaveLength(4);
    const founded = await desk.browser.post(found.action, OFFICE_PATHS.found, { preset: "dai-son-2026" });
    expect(founded).toMatchObject({ status: 303, location: OFFICE_PATHS.setup });

    // The role changed with the founding, so the next page renews the token and comes back.
    const renewed = await desk.browser.get(setup.loader, OFFICE_PATHS.setup);
    expect(renewed).toMatchObject({ status: 302, location: OFFICE_PATHS.setup });
    const hub = await desk.browser.get(setup.loader, OFFICE_PATHS.setup);
    expect(hub.body.steps).toMatchObject({ plan: "done", identity: "open" });

    const described = await desk.browser.post(identity.action, STEP_PATHS.identity, IDENTITY);
    expect(described.location).toBe(STEP_PATHS.villages);
    const list = { intent: "save", kind: "village", list: "Bản Cuôn\t120\nBản Lạ" };
    const pasted = await desk.browser.post(villages.action, STEP_PATHS.villages, list);
    expect(pasted.location).toBe(`${STEP_PATHS.villages}?them=2&dem=0`);
    expect((await desk.browser.post(words.action, STEP_PATHS.words, WORDS)).location).toBe(
      STEP_PATHS.second_officer,
    );

    const form = await desk.browser.get(second.loader, STEP_PATHS.second_officer);
    const officer = { account: form.body.newAccountId, role: "office", name: "Vàng A Sáng", username: "" };
    const slip = await desk.browser.post(second.action, STEP_PATHS.second_officer, officer);
    expect(slip.body.slip).toMatchObject({
      displayName: "Vàng A Sáng",
      link: expect.stringContaining("/ghi-danh"),
    });
    expect(slip.headers.get("Cache-Control")).toBe("no-store");

    const later = await desk.browser.post(setup.action, OFFICE_PATHS.setup, {
      intent: "put-off",
      step: "recovery_codes",
    });
    expect(later.location).toBe(OFFICE_PATHS.setup);
    const opened = await desk.browser.post(setup.action, OFFICE_PATHS.setup, { intent: "finish" });
    expect(opened.location).toBe(OFFICE_PATHS.overview);

    const seen = await desk.browser.get(overview.loader, OFFICE_PATHS.overview);
    expect(seen.body.overview).toMatchObject({
      commune: { name: "Mường Chanh", isTrial: true, isSetUp: true },
      officerCount: 2,
      waitingActs: 0,
    });
    // The office's pages that the menu has no room for.
    expect(seen.body.desk).toEqual(
      expect.arrayContaining(["plans", "import", "units", "personalData", "acts"]),
    );
    // A slip is no recovery code; the overview keeps reminding of what was put off.
    expect(seen.body.overview.recoveryCodesLeft).toBe(0);
  });

  it("can be left and taken up by another officer, at the same step", async () => {
    const communeId = await desk.openCommune();
    await desk.browser.post(identity.action, STEP_PATHS.identity, IDENTITY);
    const colleague = await office.makeAccount({ name: "Cầm Thị Inh" });
    await office.grant(colleague, communeId, "office");
    const theirs = await browserOf(office, colleague);
    const hub = await theirs.get(setup.loader, OFFICE_PATHS.setup);
    expect(hub.body.steps).toMatchObject({ identity: "done", villages: "open" });
    const pasted = await theirs.post(villages.action, STEP_PATHS.villages, {
      intent: "save",
      kind: "village",
      list: "Bản Cuôn",
    });
    expect(pasted.status).toBe(303);
  });

  it("cannot be finished while something needed is missing, and says what", async () => {
    await desk.openCommune();
    const refused = await desk.browser.post(setup.action, OFFICE_PATHS.setup, { intent: "finish" });
    expect(refused).toMatchObject({ status: 422 });
    expect(refused.body.problems.form).toMatchObject({
      code: "setup_steps_missing",
      steps: ["identity", "villages"],
    });
  });

  it("sent twice from the same pages changes nothing the second time", async () => {
    const communeId = await desk.openCommune();
    const form = await desk.browser.get(second.loader, STEP_PATHS.second_officer);
    const officer = {
      account: form.body.newAccountId,
      role: "commune_leader",
      name: "Hà Văn Ún",
      username: "",
    };
    for (let round = 0; round < 2; round++) {
      expect((await desk.browser.post(identity.action, STEP_PATHS.identity, IDENTITY)).status).toBe(303);
      expect((await desk.browser.post(words.action, STEP_PATHS.words, WORDS)).status).toBe(303);
      expect((await desk.browser.post(second.action, STEP_PATHS.second_officer, officer)).status).toBe(200);
    }
    const { commune } = await readSetup(office.platform, office.scope(communeId, desk.accountId));
    expect(commune.revision).toBe(2);
    const roles = await office.db.maintain.query(
      "select role from role_grant where commune_id = $1 order by role",
      [communeId],
    );
    expect(roles.rows).toEqual([{ role: "commune_leader" }, { role: "office" }]);
  });
});

describe("bad input", () => {
  beforeEach(() => desk.openCommune());

  it("keeps what was typed and stands beside its field", async () => {
    const answer = await desk.browser.post(identity.action, STEP_PATHS.identity, {
      ...IDENTITY,
      name: "",
      code: "123",
      province: "Sơn\u202eLa",
    });
    expect(answer.status).toBe(422);
    expect(answer.body.problems).toMatchObject({
      name: { code: "required" },
      code: { code: "not_valid" },
      province: { code: "hidden_character" },
    });
    expect(answer.body.values).toMatchObject({ code: "123", office: "Phòng Văn hóa - Xã hội" });
  });

  it("in a pasted list leaves the bad lines in the box and adds the good ones", async () => {
    const answer = await desk.browser.post(villages.action, STEP_PATHS.villages, {
      intent: "save",
      kind: "village",
      list: "Bản Cuôn\nBản A, Bản B\nBản Lạ\tmột trăm",
    });
    expect(answer.status).toBe(422);
    expect(answer.body.problems.list).toEqual({ code: "village_lines_refused", count: 2 });
    expect(answer.body.values.list).toBe("Bản A, Bản B\nBản Lạ\tmột trăm");
    expect(answer.body.added).toEqual({ added: 1, recounted: 0 });
    const page = await desk.browser.get(villages.loader, STEP_PATHS.villages);
    expect(page.body.villages.map(({ name }: { name: string }) => name)).toEqual(["Bản Cuôn"]);
  });

  it("in the preview writes nothing and shows each line's fate", async () => {
    const answer = await desk.browser.post(villages.action, STEP_PATHS.villages, {
      intent: "preview",
      kind: "village",
      list: "Bản Cuôn\nbản cuôn",
    });
    expect(answer.status).toBe(200);
    expect(answer.body.lines.map(({ outcome }: { outcome: { fate: string } }) => outcome.fate)).toEqual([
      "add",
      "repeated",
    ]);
    expect((await desk.browser.get(villages.loader, STEP_PATHS.villages)).body.villages).toEqual([]);
  });

  it("such as a plan or a kind nobody offers is refused, and a form that is none at all too", async () => {
    expect(
      (await desk.browser.post(plan.action, STEP_PATHS.plan, { preset: "../../etc" })).body.problems.preset,
    ).toEqual({
      code: "not_chosen",
    });
    const kind = { intent: "save", kind: "planet", list: "Bản Cuôn" };
    expect((await desk.browser.post(villages.action, STEP_PATHS.villages, kind)).status).toBe(422);
    expect((await desk.browser.post(words.action, STEP_PATHS.words, {})).status).toBe(422);
  });

  it("such as days that make every report late is refused beside the day, with both dates", async () => {
    const days = {
      intent: "save",
      startDay: "20",
      graceDays: "2",
      teamDay: "20",
      teamMonth: "named",
      teamStrict: "yes",
      officeDay: "25",
      officeMonth: "named",
      revision: "1",
    };
    const answer = await desk.browser.post(cutoffPage.action, OFFICE_PATHS.cutoff, days);
    expect(answer.status).toBe(422);
    expect(answer.body.problems.teamDay).toMatchObject({
      code: "report_due_before_figures_freeze",
      stage: "team",
    });
    expect(answer.body.values.startDay).toBe("20");
    const shown = await desk.browser.post(cutoffPage.action, OFFICE_PATHS.cutoff, {
      ...days,
      intent: "show",
      startDay: "15",
    });
    expect(shown.body.shown).toMatchObject({ startDay: 15, due: { team: { strictlyBefore: true } } });
    const page = await desk.browser.get(cutoffPage.loader, OFFICE_PATHS.cutoff);
    expect(page.body.stored.revision).toBe(1);
  });
});

describe("two officers on one page", () => {
  it("the second saver is shown what stands now beside what they typed, and can save over it", async () => {
    const communeId = await desk.openCommune();
    const colleague = await office.makeAccount();
    await office.grant(colleague, communeId, "office");
    const theirs = await browserOf(office, colleague);
    await desk.browser.post(words.action, STEP_PATHS.words, { ...WORDS, village: "bản" });
    const late = await theirs.post(words.action, STEP_PATHS.words, { ...WORDS, village: "xóm" });
    expect(late.status).toBe(409);
    expect(late.body.values.village).toBe("xóm");
    expect(late.body.standing).toMatchObject({ revision: 2, value: { village: "bản" } });
    const again = await theirs.post(words.action, STEP_PATHS.words, {
      ...WORDS,
      village: "xóm",
      revision: "2",
    });
    expect(again.status).toBe(303);
  });

  it("the same holds for the name, a village and the regulation", async () => {
    await desk.openCommune();
    await desk.browser.post(identity.action, STEP_PATHS.identity, IDENTITY);
    const name = await desk.browser.post(identity.action, STEP_PATHS.identity, {
      ...IDENTITY,
      name: "Mường Tranh",
    });
    expect(name.status).toBe(409);
    expect(name.body.standing.commune.name).toBe("Mường Chanh");

    await desk.browser.post(villages.action, STEP_PATHS.villages, {
      intent: "save",
      kind: "village",
      list: "Bản Cuôn",
    });
    const { body } = await desk.browser.get(villages.loader, STEP_PATHS.villages);
    const id = String(body.villages[0].id);
    const rename = (newName: string) =>
      desk.browser.post(
        village.action,
        `${STEP_PATHS.villages}/${id}`,
        { intent: "rename", newName, revision: "1" },
        { village: id },
      );
    expect((await rename("Bản Cuôn Trên")).status).toBe(303);
    const late = await rename("Bản Cuôn Dưới");
    expect(late.status).toBe(409);
    expect(late.body.standing.name).toBe("Bản Cuôn Trên");
    expect(late.body.values.newName).toBe("Bản Cuôn Dưới");

    const adopt = { intent: "adopt", number: "12/QC-UBND", date: "18/11/2026", revision: "2" };
    expect((await desk.browser.post(settings.action, OFFICE_PATHS.settings, adopt)).location).toBe(
      `${OFFICE_PATHS.settings}?da-luu`,
    );
    const other = await desk.browser.post(settings.action, OFFICE_PATHS.settings, {
      ...adopt,
      number: "13/QC-UBND",
    });
    expect(other.status).toBe(409);
    expect(other.body.standing.regulation.number).toBe("12/QC-UBND");
    const incomplete = await desk.browser.post(settings.action, OFFICE_PATHS.settings, {
      intent: "adopt",
      revision: "3",
    });
    expect(incomplete.body.problems.number).toEqual({ code: "required" });
  });
});

describe("who may come in", () => {
  const doors = [
    [setup.loader, OFFICE_PATHS.setup],
    [plan.loader, STEP_PATHS.plan],
    [identity.loader, STEP_PATHS.identity],
    [villages.loader, STEP_PATHS.villages],
    [words.loader, STEP_PATHS.words],
    [second.loader, STEP_PATHS.second_officer],
    [codes.loader, STEP_PATHS.recovery_codes],
    [cutoffPage.loader, OFFICE_PATHS.cutoff],
  ] as const;

  it("a stranger is sent to sign in, with the way back", async () => {
    const stranger = testBrowser(() => office.platform);
    for (const [loader, path] of [
      ...doors,
      [overview.loader, OFFICE_PATHS.overview],
      [found.loader, OFFICE_PATHS.found],
    ] as const) {
      const answer = await stranger.get(loader, path);
      expect(answer.location).toBe(`/dang-nhap?${new URLSearchParams({ tiep: path })}`);
    }
  });

  it("the commune's leader reads the overview and settings and changes neither", async () => {
    const communeId = await desk.openCommune();
    const leader = await office.makeAccount();
    await office.grant(leader, communeId, "commune_leader");
    const theirs = await browserOf(office, leader);
    expect((await theirs.get(overview.loader, OFFICE_PATHS.overview)).body.maySetUp).toBe(false);
    expect((await theirs.get(settings.loader, OFFICE_PATHS.settings)).body.mayEdit).toBe(false);
    for (const [loader, path] of doors) expect((await theirs.get(loader, path)).status).toBe(404);
    const adopt = { intent: "adopt", number: "12/QC-UBND", date: "18/11/2026", revision: "1" };
    expect((await theirs.post(settings.action, OFFICE_PATHS.settings, adopt)).status).toBe(404);
  });

  it("an address that cannot be a village's number is a page that is not there", async () => {
    await desk.openCommune();
    for (const id of ["abc", "0", "-1", "1.5", "1e99", "2147483648", "99999999999", ""]) {
      for (const intent of ["rename", "remove"]) {
        const form = { intent, newName: "Bản Cuôn", revision: "1" };
        const answer = await desk.browser.post(village.action, `${STEP_PATHS.villages}/${id}`, form, {
          village: id,
        });
        expect(answer.status, `${intent} ${id}`).toBe(404);
      }
    }
  });

  it("an officer of another commune sees and changes their own only", async () => {
    await desk.openCommune();
    await desk.browser.post(villages.action, STEP_PATHS.villages, {
      intent: "save",
      kind: "village",
      list: "Bản Cuôn",
    });
    const own = await desk.browser.get(villages.loader, STEP_PATHS.villages);
    const id = String(own.body.villages[0].id);

    await desk.changeFounder();
    await desk.openCommune();
    expect((await desk.browser.get(villages.loader, STEP_PATHS.villages)).body.villages).toEqual([]);
    const path = `${STEP_PATHS.villages}/${id}`;
    expect((await desk.browser.get(village.loader, path, { village: id })).status).toBe(404);
    const stolen = { intent: "rename", newName: "Của tôi", revision: "1" };
    expect((await desk.browser.post(village.action, path, stolen, { village: id })).status).toBe(404);
  });
});
