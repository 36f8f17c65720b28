import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { safePath } from "./safe-path.ts";

const PAGE = "https://thidua.example.vn/dang-nhap";

describe("where a sign-in may lead", () => {
  it.each(["/", "/tai-khoan", "/bang-xep-hang/2026-11?trang=2&q=%C3%A1", "/a/../b", "/?next=//evil.example"])(
    "%s stays a place of this house",
    (wish) => {
      expect(new URL(safePath(wish, "/fallback"), PAGE).href).toBe(new URL(wish, PAGE).href);
    },
  );

  it.each([
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/..//evil.example",
    "/.//evil.example",
    "/%2e%2e//evil.example",
    "https://evil.example",
    "HTTPS:evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "evil.example",
    "",
    " /tai-khoan",
    "/x\r\nSet-Cookie: a=b",
    "/x\u0000",
    `/${"a".repeat(600)}`,
    null,
    undefined,
  ])("%s leads to the fallback", (wish) => {
    expect(safePath(wish, "/fallback")).toBe("/fallback");
  });

  const anyWish = fc.string({ unit: fc.constantFrom(..."/\\.:?#@%2eEfF5cC\t\n ahtps", "evil.example") });
  test.prop([anyWish])("no wish leads to another site", (wish) => {
    expect(new URL(safePath(wish), PAGE).origin).toBe(new URL(PAGE).origin);
  });
});
