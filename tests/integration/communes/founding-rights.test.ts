import { describe, expect, it } from "vitest";
import * as found from "#app/routes/office/found.tsx";
import * as second from "#app/routes/office/setup-second-officer.tsx";
import { OFFICE_PATHS, STEP_PATHS } from "#app/ui/setup/paths.ts";
import { browserOf, founderDesk } from "./founder-desk.ts";
import { testOffice } from "./office.ts";

const office = testOffice();
const desk = founderDesk(office);

describe("who may found and appoint", () => {
  it("nobody but a founder founds", async () => {
    const communeId = await desk.openCommune();
    const colleague = await office.makeAccount();
    await office.grant(colleague, communeId, "office");
    const theirs = await browserOf(office, colleague);
    expect((await theirs.get(found.loader, OFFICE_PATHS.found)).status).toBe(404);
    expect((await theirs.post(found.action, OFFICE_PATHS.found, { preset: "dai-son-2026" })).status).toBe(
      404,
    );
  });

  it("a second person is not appointed on an old proof: who they are is asked again first", async () => {
    await desk.openCommune();
    office.setNow(new Date("2026-11-20T02:25:00Z"));
    const answer = await desk.browser.get(second.loader, STEP_PATHS.second_officer);
    expect(answer.location).toMatch(/^\/xac-thuc\?tiep=/);
  });
});
