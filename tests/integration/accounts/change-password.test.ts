import { beforeEach, describe, expect, it } from "vitest";
import { loader as accountPage } from "#app/routes/member/account.tsx";
import { action as changePassword } from "#app/routes/member/password.tsx";
import { action as signIn } from "#app/routes/public/sign-in.tsx";
import { testOffice } from "../communes/office.ts";
import { makePerson, PASSWORD, type Person, type TestBrowser, testBrowser } from "./test-browser.ts";

const office = testOffice();
const platform = () => office.platform;
let count = 0;

beforeEach(async () => {
  await office.db.owner.query("truncate throttle");
});

const nameOne = () => `nguoi.${++count}`;

async function enter({ username, password }: Person): Promise<TestBrowser> {
  const browser = testBrowser(platform);
  await browser.post(signIn, "/dang-nhap", { name: username, password });
  return browser;
}

const open = (browser: TestBrowser) => browser.get(accountPage, "/tai-khoan");
const isIn = async (browser: TestBrowser) => (await open(browser)).status === 200;

describe("one's own password", () => {
  const words = {
    current: PASSWORD,
    password: "bốn con cua bò ngang sân đình",
    repeated: "bốn con cua bò ngang sân đình",
  };

  it("changes with the old one, signs out everywhere else, and renews the token here", async () => {
    const person = await makePerson(platform(), { username: nameOne(), mustChangePassword: true });
    const [here, there] = [await enter(person), await enter(person)];
    expect((await open(here)).location).toBe("/tai-khoan/mat-khau?tiep=%2Ftai-khoan");
    const copy = testBrowser(platform, { cookies: here.cookies });
    const answer = await here.post(changePassword, "/tai-khoan/mat-khau?tiep=%2Ftai-khoan", words);
    expect(answer).toMatchObject({ status: 303, location: "/tai-khoan" });
    expect(await isIn(here)).toBe(true);
    expect(await isIn(there)).toBe(false);
    expect(await isIn(copy)).toBe(false);
    expect(
      (await testBrowser(platform).post(signIn, "/dang-nhap", { name: person.username, password: PASSWORD }))
        .status,
    ).toBe(422);
    expect(
      (
        await testBrowser(platform).post(signIn, "/dang-nhap", {
          name: person.username,
          password: words.password.normalize("NFD"),
        })
      ).status,
    ).toBe(303);
  });

  it.each([
    [{ current: "không phải mật khẩu này" }, "current", "password_wrong"],
    [{ password: "ngắn quá" }, "password", "password_too_short"],
    [{ password: "thidua@2026thon" }, "password", "password_too_common"],
    [{ password: PASSWORD }, "password", "password_unchanged"],
    [{ repeated: "bốn con cua bò ngang sân chùa" }, "repeated", "passwords_differ"],
  ])("%j is answered beside its field", async (change, field, code) => {
    const person = await makePerson(platform(), { username: nameOne() });
    const browser = await enter(person);
    const answer = await browser.post(changePassword, "/tai-khoan/mat-khau", { ...words, ...change });
    expect(answer.status).toBe(422);
    expect(answer.body.problems[field]).toMatchObject({ code });
    expect(JSON.stringify(answer.body)).not.toContain(PASSWORD);
  });
});
