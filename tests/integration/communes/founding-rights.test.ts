import { beforeEach, describe, expect, it } from "vitest";
import { foundCommune } from "#app/features/communes/found-commune.server.ts";
import * as found from "#app/routes/office/found.tsx";
import * as second from "#app/routes/office/setup-second-officer.tsx";
import { OFFICE_PATHS, STEP_PATHS } from "#app/ui/setup/paths.ts";
import { type TestBrowser, testBrowser } from "../accounts/test-browser.ts";
import { NOW, testOffice } from "./office.ts";

const office = testOffice();
let founder: string;
let browser: TestBrowser;

async function browserOf(accountId: string): Promise<TestBrowser> {
  const { cookie } = await office.signIn(accountId);
  const [name = "", value = ""] = cookie.split("=");
  return testBrowser(() => office.platform, { cookies: new Map([[name, value]]) });
}

beforeEach(async () => {
  office.setNow(NOW);
  founder = await office.makeAccount({ isFounder: true });
  browser = await browserOf(founder);
});

async function openCommune(): Promise<number> {
  const stamp = { actorId: founder, verb: "test", requestId: "r" };
  const communeId = await foundCommune(office.platform, stamp, "dai-son-2026");
  browser = await browserOf(founder);
  return communeId;
}

describe("who may found and appoint", () => {
  it("nobody but a founder founds", async () => {
    const communeId = await openCommune();
    const colleague = await office.makeAccount();
    await office.grant(colleague, communeId, "office");
    const theirs = await browserOf(colleague);
    expect((await theirs.get(found.loader, OFFICE_PATHS.found)).status).toBe(404);
    expect((await theirs.post(found.action, OFFICE_PATHS.found, { preset: "dai-son-2026" })).status).toBe(
      404,
    );
  });

  it("a second person is not appointed on an old proof: who they are is asked again first", async () => {
    await openCommune();
    office.setNow(new Date("2026-11-20T02:25:00Z"));
    const answer = await browser.get(second.loader, STEP_PATHS.second_officer);
    expect(answer.location).toMatch(/^\/xac-thuc\?tiep=/);
  });
});
