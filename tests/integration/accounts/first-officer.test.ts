import { beforeEach, describe, expect, it } from "vitest";
import { allow, type Door } from "#app/features/accounts/allow.server.ts";
import { makeFirstOfficerLink } from "#app/features/accounts/make-first-officer-link.server.ts";
import { action as setUp, loader as setUpPage } from "#app/routes/member/second-factor-setup.tsx";
import { action as accept, loader as page } from "#app/routes/public/first-officer.tsx";
import { NOW, testOffice } from "../communes/office.ts";
import { codeAt, testBrowser } from "./test-browser.ts";

const office = testOffice();
const platform = () => office.platform;

const form = {
  displayName: "Sùng A Páo",
  username: "Páo.Sùng",
  password: "gùi ngô qua dốc sương mù",
  repeated: "gùi ngô qua dốc sương mù",
};

beforeEach(async () => {
  office.setNow(NOW);
  await office.db.superuser.query("delete from first_officer_link; delete from account; truncate throttle");
});

async function makeToken(): Promise<string> {
  const link = await makeFirstOfficerLink(platform());
  expect(link).toMatch(/^http:\/\/localhost:3000\/thiet-lap-dau-tien\/[A-Za-z0-9_-]{43}$/);
  return link?.split("/").at(-1) ?? "";
}

const path = (token: string) => `/thiet-lap-dau-tien/${token}`;

describe("the first officer's link", () => {
  it("makes the account, then asks for the second factor, then opens the founding of a commune", async () => {
    const token = await makeToken();
    const browser = testBrowser(platform);
    expect(await browser.get(page, path(token), { token })).toMatchObject({
      status: 200,
      body: { isOpen: true },
    });
    const answer = await browser.post(accept, path(token), form, { token });
    expect(answer).toMatchObject({ status: 303, location: "/tai-khoan/xac-thuc-hai-lop" });

    const found = async (args: Door) => (await allow(args, "commune.found")).person.username;
    const early = await browser.get(found, "/thiet-lap");
    expect(early.location).toBe("/tai-khoan/xac-thuc-hai-lop?tiep=%2Fthiet-lap");
    const { offer } = (await browser.get(setUpPage, "/tai-khoan/xac-thuc-hai-lop")).body;
    const code = codeAt(offer.secret.replaceAll(" ", ""), NOW);
    await browser.post(setUp, "/tai-khoan/xac-thuc-hai-lop", { intent: "code-app", code });
    expect((await browser.get(found, "/thiet-lap")).body).toBe("pao.sung");
  });

  it("works once, even when it is used twice at the same moment", async () => {
    const token = await makeToken();
    const answers = await Promise.all(
      ["mot", "hai", "ba"].map((username) =>
        testBrowser(platform).post(accept, path(token), { ...form, username }, { token }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
    const { rows } = await office.db.superuser.query("select count(*)::int as accounts from account");
    expect(rows[0].accounts).toBe(1);
    expect(await testBrowser(platform).get(page, path(token), { token })).toMatchObject({
      status: 404,
      body: { isOpen: false },
    });
  });

  it("is made anew at each start while there is no officer, the one before is dead, and then never again", async () => {
    const first = await makeToken();
    const second = await makeToken();
    expect(
      (await testBrowser(platform).post(accept, path(first), form, { token: first })).body.problems,
    ).toMatchObject({
      form: { code: "link_not_valid" },
    });
    expect((await testBrowser(platform).post(accept, path(second), form, { token: second })).status).toBe(
      303,
    );
    expect(await makeFirstOfficerLink(platform())).toBeNull();
  });

  it("ends after 24 hours", async () => {
    const token = await makeToken();
    office.setNow(new Date(NOW.getTime() + 24 * 60 * 60 * 1000));
    expect((await testBrowser(platform).post(accept, path(token), form, { token })).status).toBe(422);
  });

  it("is not used up by a form that was refused, and says what is wrong beside the field", async () => {
    const token = await makeToken();
    const cases = [
      [{ displayName: "" }, "displayName", "required"],
      [{ username: "0912" }, "username", "username_invalid"],
      [{ password: "pao.sung 2026 xa" }, "password", "password_too_common"],
      [{ repeated: "khác" }, "repeated", "passwords_differ"],
    ] as const;
    for (const [change, field, code] of cases) {
      const answer = await testBrowser(platform).post(accept, path(token), { ...form, ...change }, { token });
      expect(answer.status).toBe(422);
      expect(answer.body.problems[field]).toMatchObject({ code });
      expect(answer.body.values).not.toHaveProperty("password");
    }
    expect((await testBrowser(platform).post(accept, path(token), form, { token })).status).toBe(303);
  });

  it.each(["", "x", "A".repeat(43), "%2e%2e", "A".repeat(5000)])(
    "invented as %.12j opens nothing",
    async (token) => {
      await makeToken();
      const answer = await testBrowser(platform).get(page, "/thiet-lap-dau-tien/x", { token });
      expect(answer.status).toBe(404);
    },
  );
});
