import { BlockList, isIP } from "node:net";
import path from "node:path";
import { z } from "zod";
import type { Config } from "./config.ts";

/** What the command line and the launcher know besides the environment. */
export interface ConfigFacts {
  readonly appRoot: string;
  readonly role: Config["role"];
}

export type ConfigReading =
  | { readonly ok: true; readonly config: Config }
  /** One sentence per mistake, ready to be printed; none repeats a password. */
  | { readonly ok: false; readonly problems: readonly string[] };

const DEFAULT_PORT = 3000;
const LOOPBACK_HOSTS: readonly string[] = ["localhost", "::1", "[::1]"];

/** Reads the environment once. A variable that is set but empty counts as not set. */
export function parseConfig(
  environment: Record<string, string | undefined>,
  facts: ConfigFacts,
): ConfigReading {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim() !== ""));
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    return {
      ok: false,
      problems: parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`),
    };
  }
  const variables = parsed.data;
  const config: Config = {
    mode: variables.NODE_ENV,
    role: facts.role,
    host: variables.HOST,
    port: variables.PORT ?? DEFAULT_PORT,
    portWasAsked: variables.PORT !== undefined,
    publicOrigins: variables.PUBLIC_ORIGIN ?? defaultOrigins(variables.PORT ?? DEFAULT_PORT),
    dataDir: path.resolve(facts.appRoot, variables.DATA_DIR),
    appRoot: facts.appRoot,
    database: readDatabase(variables),
    redisUrl: variables.REDIS_URL ?? null,
    masterKeyFile: variables.MASTER_KEY_FILE ? path.resolve(facts.appRoot, variables.MASTER_KEY_FILE) : null,
    metricsPort: variables.METRICS_PORT ?? null,
    trustedProxies: variables.TRUSTED_PROXIES ?? [],
    failpoint: variables.NODE_ENV === "test" ? (variables.FAILPOINT ?? null) : null,
  };
  const problems = [
    ...judgeOrigins(config, variables),
    ...judgeDatabase(config, variables),
    ...judgePorts(config),
  ];
  return problems.length === 0 ? { ok: true, config } : { ok: false, problems };
}

/** The same house on another port. Origins that follow from the port follow it; origins that were asked for stay. */
export function withPort(config: Config, port: number): Config {
  const derived = defaultOrigins(config.port);
  const originsFollowPort =
    derived.length === config.publicOrigins.length &&
    derived.every((origin, index) => origin === config.publicOrigins[index]);
  return { ...config, port, publicOrigins: originsFollowPort ? defaultOrigins(port) : config.publicOrigins };
}

function defaultOrigins(port: number): [string, ...string[]] {
  return [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
}

const portNumber = z
  .string()
  .regex(/^\d{1,5}$/, "must be a number from 0 to 65535")
  .transform(Number)
  .refine((port) => port <= 65_535, "must be a number from 0 to 65535");

const origins = z.string().transform((text, context): [string, ...string[]] => {
  const [first, ...rest] = listOf(text);
  for (const origin of [first, ...rest]) {
    if (origin === undefined || !isOrigin(origin)) {
      const shown = origin ?? text;
      context.addIssue(
        `must list origins such as https://thidua.example.vn, without a path: "${shown}" is none`,
      );
      return z.NEVER;
    }
  }
  return [first as string, ...rest];
});

const proxies = z.string().transform((text, context): string[] => {
  const ranges = listOf(text);
  for (const range of ranges) {
    if (!isRange(range)) {
      context.addIssue(`must list addresses or CIDR ranges such as 10.0.0.0/8: "${range}" is none`);
      return z.NEVER;
    }
  }
  return ranges;
});

// The value itself is never repeated in a sentence: it holds a password.
const databaseUrl = urlOf(
  ["postgres:", "postgresql:"],
  "must be a URL such as postgresql://role:password@host:5432/name",
);
const redisUrl = urlOf(["redis:", "rediss:"], "must be a URL such as redis://host:6379");

const failpoint = z
  .string()
  .regex(/^[a-z][a-z0-9.-]*:[1-9]\d{0,5}$/, "must read name:n, such as outbox.after-commit:1")
  .transform((text) => {
    const [name = "", pass = ""] = text.split(":");
    return { name, pass: Number(pass) };
  });

const environmentSchema = z.object({
  NODE_ENV: z
    .enum(["production", "development", "test"], "must be production, development or test")
    .default("production"),
  HOST: z.string().trim().default("127.0.0.1"),
  PORT: portNumber.optional(),
  PUBLIC_ORIGIN: origins.optional(),
  DATA_DIR: z.string().default(".data"),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_OWNER_URL: databaseUrl.optional(),
  DATABASE_MAINTAIN_URL: databaseUrl.optional(),
  REDIS_URL: redisUrl.optional(),
  MASTER_KEY_FILE: z.string().optional(),
  METRICS_PORT: portNumber.optional(),
  TRUSTED_PROXIES: proxies.optional(),
  FAILPOINT: failpoint.optional(),
});

type Variables = z.output<typeof environmentSchema>;

function readDatabase(variables: Variables): Config["database"] {
  const {
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    DATABASE_MAINTAIN_URL: maintainUrl,
  } = variables;
  return appUrl && ownerUrl && maintainUrl ? { appUrl, ownerUrl, maintainUrl } : null;
}

function judgeDatabase(config: Config, variables: Variables): string[] {
  const names = ["DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_MAINTAIN_URL"] as const;
  const missing = names.filter((name) => variables[name] === undefined);
  if (missing.length > 0 && missing.length < names.length) {
    return [
      `${missing.join(" and ")} must be set too: the program runs, migrates and maintains as three roles`,
    ];
  }
  if (config.database === null) {
    return config.role === "all"
      ? []
      : ["DATABASE_URL must be set when web and worker are started apart: they share one PostgreSQL"];
  }
  // A role that owns the tables could bypass row-level security.
  const roles = Object.values(config.database).map((url) => new URL(url).username);
  return new Set(roles).size === roles.length
    ? []
    : [`${names.join(", ")} must log in as three different roles, each named in its URL`];
}

function judgeOrigins(config: Config, variables: Variables): string[] {
  const problems: string[] = [];
  for (const origin of config.publicOrigins) {
    const { protocol, hostname } = new URL(origin);
    if (protocol === "http:" && !isLoopback(hostname)) {
      problems.push(`PUBLIC_ORIGIN must begin with https: browsers keep no sign-in for ${origin}`);
    }
  }
  if (!isLoopback(config.host) && config.mode !== "test") {
    const isSecure = variables.PUBLIC_ORIGIN?.some((origin) => origin.startsWith("https:")) ?? false;
    if (!isSecure) {
      problems.push(
        `HOST ${config.host} can be reached from outside, so PUBLIC_ORIGIN must be set to the https address people type`,
      );
    }
  }
  return problems;
}

function judgePorts(config: Config): string[] {
  return config.metricsPort !== null && config.metricsPort !== 0 && config.metricsPort === config.port
    ? ["METRICS_PORT must differ from PORT: metrics have a listener of their own"]
    : [];
}

function isLoopback(host: string): boolean {
  return LOOPBACK_HOSTS.includes(host.toLowerCase()) || (isIP(host) === 4 && host.startsWith("127."));
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (url.protocol === "https:" || url.protocol === "http:") && url.origin === text;
}

function isRange(text: string): boolean {
  const [address = "", prefix, ...rest] = text.split("/");
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  if (prefix === undefined) return true;
  if (!/^\d{1,3}$/.test(prefix)) return false;
  try {
    new BlockList().addSubnet(address, Number(prefix), family === 4 ? "ipv4" : "ipv6");
    return true;
  } catch {
    return false;
  }
}

function listOf(text: string): string[] {
  return text
    .split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function urlOf(protocols: readonly string[], sentence: string) {
  return z
    .string()
    .trim()
    .refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), sentence);
}
