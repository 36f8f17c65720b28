import { describe, expect, it } from "vitest";
import { parseConfig, withPort } from "./parse-config.server.ts";

const facts = { appRoot: "/srv/house", role: "all" } as const;

function accepted(environment: Record<string, string>, role: "all" | "web" | "worker" = "all") {
  const reading = parseConfig(environment, { ...facts, role });
  if (!reading.ok) throw new Error(reading.problems.join("; "));
  return reading.config;
}

function refused(environment: Record<string, string>, role: "all" | "web" | "worker" = "all"): string {
  const reading = parseConfig(environment, { ...facts, role });
  expect(reading.ok, "the environment was accepted").toBe(false);
  return reading.ok ? "" : reading.problems.join("\n");
}

const databases = {
  DATABASE_URL: "postgresql://tds_app:secret-a@db/tds",
  DATABASE_OWNER_URL: "postgresql://tds_owner:secret-b@db/tds",
  DATABASE_MAINTAIN_URL: "postgresql://tds_maintain:secret-c@db/tds",
};

describe("one box needs no variable at all", () => {
  it("listens on the loopback, owns its database and trusts no proxy", () => {
    expect(accepted({})).toEqual({
      mode: "production",
      role: "all",
      host: "127.0.0.1",
      port: 3000,
      portWasAsked: false,
      publicOrigins: ["http://localhost:3000", "http://127.0.0.1:3000"],
      dataDir: "/srv/house/.data",
      appRoot: "/srv/house",
      database: null,
      redisUrl: null,
      masterKeyFile: null,
      metricsPort: null,
      trustedProxies: [],
      failpoint: null,
    });
  });

  it("takes an empty variable for one that is not set", () => {
    expect(accepted({ PORT: "", DATABASE_URL: " ", REDIS_URL: "" })).toEqual(accepted({}));
  });

  it("moves its origins when another port has to be taken, and leaves origins that were asked for", () => {
    expect(withPort(accepted({}), 3001).publicOrigins).toEqual([
      "http://localhost:3001",
      "http://127.0.0.1:3001",
    ]);
    const asked = accepted({ PUBLIC_ORIGIN: "https://thidua.example.vn" });
    expect(withPort(asked, 3001)).toMatchObject({ port: 3001, publicOrigins: ["https://thidua.example.vn"] });
  });
});

describe("a house that can be reached from outside needs https", () => {
  it.each(["0.0.0.0", "::", "192.168.1.4", "thidua.example.vn"])("HOST %s alone is refused", (HOST) => {
    expect(refused({ HOST })).toContain("PUBLIC_ORIGIN must be set to the https address");
    expect(accepted({ HOST, PUBLIC_ORIGIN: "https://thidua.example.vn" }).host).toBe(HOST);
  });

  it("a plain http origin is refused, except on the machine itself", () => {
    expect(refused({ PUBLIC_ORIGIN: "http://thidua.example.vn" })).toContain("must begin with https");
    expect(accepted({ PUBLIC_ORIGIN: "http://localhost:8080" }).publicOrigins).toEqual([
      "http://localhost:8080",
    ]);
  });

  it.each([
    "https://a.vn/",
    "https://a.vn/path",
    "a.vn",
    "https://A.vn",
    "ftp://a.vn",
    "https://u:p@a.vn",
    ",",
  ])("%s is not an origin", (PUBLIC_ORIGIN) => {
    expect(refused({ PUBLIC_ORIGIN })).toContain("PUBLIC_ORIGIN must list origins");
  });
});

describe("the database is three roles or none", () => {
  it("names the addresses that are missing", () => {
    expect(refused({ DATABASE_URL: databases.DATABASE_URL })).toContain(
      "DATABASE_OWNER_URL and DATABASE_MAINTAIN_URL must be set too",
    );
    expect(accepted(databases).database?.ownerUrl).toBe(databases.DATABASE_OWNER_URL);
  });

  it("refuses one role for two jobs", () => {
    const sentence = refused({ ...databases, DATABASE_OWNER_URL: databases.DATABASE_URL });
    expect(sentence).toContain("three different roles");
  });

  it("refuses web and worker apart without a shared database", () => {
    expect(refused({}, "web")).toContain("DATABASE_URL must be set");
    expect(accepted(databases, "worker").role).toBe("worker");
  });

  it("never repeats a password in a sentence", () => {
    const sentence = refused({
      DATABASE_URL: "mysql://root:hunter2@db/tds",
      REDIS_URL: "http://:hunter2@cache",
    });
    expect(sentence).toContain("DATABASE_URL must be a URL such as");
    expect(sentence).toContain("REDIS_URL must be a URL such as");
    expect(sentence).not.toContain("hunter2");
  });
});

describe("each variable answers for itself", () => {
  it.each([
    [{ PORT: "70000" }, "PORT must be a number"],
    [{ PORT: "80a" }, "PORT must be a number"],
    [{ NODE_ENV: "staging" }, "NODE_ENV must be production"],
    [{ TRUSTED_PROXIES: "10.0.0.0/33" }, "TRUSTED_PROXIES must list"],
    [{ TRUSTED_PROXIES: "proxy.example.vn" }, "TRUSTED_PROXIES must list"],
    [{ PORT: "9100", METRICS_PORT: "9100" }, "METRICS_PORT must differ"],
    [{ NODE_ENV: "test", FAILPOINT: "outbox" }, "FAILPOINT must read name:n"],
  ])("%o is refused by name", (environment, sentence) => {
    expect(refused(environment as Record<string, string>)).toContain(sentence);
  });

  it("reads lists and ranges of both address families", () => {
    expect(accepted({ TRUSTED_PROXIES: "10.0.0.0/8, ::1 ,fd00::/8" }).trustedProxies).toEqual([
      "10.0.0.0/8",
      "::1",
      "fd00::/8",
    ]);
  });

  it("honours a failpoint in tests only", () => {
    expect(accepted({ FAILPOINT: "outbox.after-commit:2" }).failpoint).toBeNull();
    expect(accepted({ FAILPOINT: "outbox.after-commit:2", NODE_ENV: "test" }).failpoint).toEqual({
      name: "outbox.after-commit",
      pass: 2,
    });
  });
});
