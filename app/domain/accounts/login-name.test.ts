import { describe, expect, it } from "vitest";
import { parseLoginName, parseUsername, suggestUsername } from "./login-name.ts";

describe("a user name", () => {
  it.each([
    ["hoa.nguyenthi", "hoa.nguyenthi"],
    [" Hoa.NguyễnThị ", "hoa.nguyenthi"],
    ["Đặng_Đình-2", "dang_dinh-2"],
  ])("%j is kept as %j", (typed, kept) => {
    expect(parseUsername(typed)).toEqual({ ok: true, value: kept });
    expect(parseUsername(typed.normalize("NFD"))).toEqual({ ok: true, value: kept });
  });

  it.each([
    "",
    "ab",
    "0912345678",
    "1hoa",
    ".hoa",
    "hoa thi",
    "hoa@xa",
    "a".repeat(41),
    "hоа.cyr",
    "hoa\u200b",
    "' or 1=1",
  ])("%j is none", (typed) => {
    expect(parseUsername(typed)).toEqual({ ok: false, code: "username_invalid", minimum: 3, maximum: 40 });
  });

  it.each([
    ["Nguyễn Thị Hoa", "hoa.nguyenthi"],
    ["H'Hen Niê", "nie.hhen"],
    ["Sùng A Páo", "pao.sunga"],
    ["An", null],
    ["", null],
  ])("for %j is proposed as %j", (name, proposed) => {
    expect(suggestUsername(name)).toBe(proposed);
  });
});

describe("what is typed to sign in", () => {
  it("is a phone number or a user name, never both", () => {
    expect(parseLoginName("+84 (0)912.345.678")).toEqual({ kind: "phone", phone: "+84912345678" });
    expect(parseLoginName("Hoa.Nguyen")).toEqual({ kind: "username", username: "hoa.nguyen" });
    expect(parseLoginName("01234567890")).toBeNull();
  });
});
