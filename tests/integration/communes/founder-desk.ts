import { beforeEach } from "vitest";
import { foundCommune } from "#app/features/communes/found-commune.server.ts";
import { type TestBrowser, testBrowser } from "../accounts/test-browser.ts";
import { NOW, type TestOffice } from "./office.ts";

export interface FounderDesk {
  readonly accountId: string;
  readonly browser: TestBrowser;
  /** Another founder sits down, who has no commune yet. */
  changeFounder(): Promise<void>;
  /** Founds a commune; the founder goes on in a browser that knows of the new role. */
  openCommune(): Promise<number>;
}

export async function browserOf(office: TestOffice, accountId: string): Promise<TestBrowser> {
  const { cookie } = await office.signIn(accountId);
  const [name = "", value = ""] = cookie.split("=");
  return testBrowser(() => office.platform, { cookies: new Map([[name, value]]) });
}

/** A founder at the desk, another one for each test. */
export function founderDesk(office: TestOffice): FounderDesk {
  let accountId = "";
  let browser: TestBrowser;
  const changeFounder = async () => {
    accountId = await office.makeAccount({ isFounder: true });
    browser = await browserOf(office, accountId);
  };
  beforeEach(async () => {
    office.setNow(NOW);
    await changeFounder();
  });
  return {
    get accountId() {
      return accountId;
    },
    get browser() {
      return browser;
    },
    changeFounder,
    async openCommune() {
      const stamp = { actorId: accountId, verb: "test", requestId: "r" };
      const communeId = await foundCommune(office.platform, stamp, "dai-son-2026");
      browser = await browserOf(office, accountId);
      return communeId;
    },
  };
}
