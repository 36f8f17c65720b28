import { Writable } from "node:stream";
import { beforeEach, describe, expect, it } from "vitest";
import { makeLog } from "./make-log.server.ts";
import { scrubText } from "./scrub.ts";

let lines: string[];
const destination = new Writable({
  write(chunk, _encoding, done) {
    lines.push(String(chunk));
    done();
  },
});
const log = makeLog({ mode: "production", role: "web" }, destination);
beforeEach(() => {
  lines = [];
});

function written(): Record<string, unknown> {
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? "") as Record<string, unknown>;
}

describe("a log line", () => {
  it("is one JSON object with time, level, role and what was said", () => {
    log.info({ requestId: "019a", status: 200, durationMs: 12.5 }, "request");
    expect(written()).toMatchObject({
      level: "info",
      role: "web",
      requestId: "019a",
      status: 200,
      msg: "request",
    });
    expect(written().time).toMatch(/^\d{4}-\d{2}-\d{2}T/);
  });

  it.each([
    "password",
    "newPassword",
    "pin",
    "token",
    "sessionToken",
    "cookie",
    "authorization",
    "phone",
    "phoneNumber",
    "email",
    "name",
    "fullName",
    "display_name",
    "body",
    "headers",
    "query",
    "search",
    "clientAddress",
    "ip",
    "cccd",
    "birthYear",
    "otpCode",
    "recoverySecret",
    "values",
  ])(
    "never holds what stands under %s, on the first level or deeper, in arrays or in a child's bindings",
    (key) => {
      log
        .child({ [key]: "CANARY-1" })
        .warn({ [key]: "CANARY-2", deep: { er: [{ [key]: { very: "CANARY-3" } }] } }, "x");
      expect(lines.join("")).not.toContain("CANARY");
      expect(lines.join("")).toContain("[removed]");
    },
  );

  it("keeps numbers, dates, ids and route patterns readable", () => {
    const kept = {
      id: "019a3c1e-7b2d-7c3f-9a10-123456789012",
      route: "/bang-xep-hang/:ky",
      at: new Date("2026-11-20T01:02:03Z"),
      stamp: "2026-11-20T08:00:00.000Z",
      count: 123456789012,
      big: 5n,
    };
    log.info(kept, "kept");
    expect(written()).toMatchObject({ ...kept, at: "2026-11-20T01:02:03.000Z", big: "5" });
  });

  it("takes phone numbers, identity numbers, addresses and query strings out of any text", () => {
    for (const text of [
      "gọi 0912 345 678 nhé",
      "+84912345678",
      "CCCD 001099012345",
      "0912.345.678",
      "(+84) 912-345-678",
      "a.nguyen@example.vn wrote",
      "GET /tim?ten=Nguyễn",
      "from 203.113.7.9:80",
      "from 2001:db8:0:1::7",
      "postgres://tds:hunter2@db/tds",
    ]) {
      const scrubbed = scrubText(text);
      expect(scrubbed, text).toContain("[removed]");
      expect(scrubbed, text).not.toMatch(/\d{3}|Nguy|hunter2|nguyen/);
    }
    log.info("người dân 0912345678");
    expect(lines.join("")).not.toContain("0912345678");
  });

  it("tells where an error came from and not what data it met", () => {
    const cause = Object.assign(
      new Error('duplicate key: Key (phone)=(0912345678) already exists "Nguyễn Văn A"'),
      {
        code: "23505",
        constraint: "account_phone_key",
        detail: "Key (phone)=(0912345678) already exists.",
      },
    );
    const error = new Error(
      "Invalid `prisma.account.create()` invocation:\n{ data: { name: 'Nguyễn Văn A' } }",
      { cause },
    );
    log.error({ err: error }, "failed");
    const line = lines.join("");
    expect(line).not.toMatch(/0912345678|Nguyễn/);
    expect(written().err).toMatchObject({
      type: "Error",
      cause: { code: "23505", constraint: "account_phone_key" },
    });
    expect(line).toContain("log.test.ts");
  });

  it("does the same for an error logged alone or under another name", () => {
    log.error(new Error("row { name: 'Nguyễn' }"));
    log.error({ reason: new Error('"Nguyễn" is taken') }, "failed");
    expect(lines).toHaveLength(2);
    expect(lines.join("")).not.toContain("Nguyễn");
  });

  it("stays short and finite for huge, deep and circular values", () => {
    const circle: Record<string, unknown> = {
      text: "x".repeat(1e6),
      list: Array.from({ length: 1e5 }, () => 1),
    };
    circle.self = circle;
    log.info(circle, "big");
    expect(lines.join("").length).toBeLessThan(5000);
  });
});
