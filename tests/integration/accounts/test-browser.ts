import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { generateSync } from "otplib";
import type { Role } from "#app/domain/access/roles.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import { type Phone, parsePhone } from "#app/domain/people/phone.ts";
import { keepPhone } from "#app/features/accounts/keep-phone.server.ts";
import { sealTotpSecret } from "#app/features/accounts/open-totp-secret.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { communeScope, stamp } from "#tests/support/test-database.ts";

/** What a loader or an action answered, however it did: returned, wrapped with a status, or thrown. */
export interface Answer {
  readonly status: number;
  readonly location: string | null;
  /** Asserted by the test that reads it. */
  // biome-ignore lint/suspicious/noExplicitAny: loaders answer what they like
  readonly body: any;
  /** Of a file. */
  readonly bytes?: Uint8Array;
  readonly headers: Headers;
}

type Handler = (args: LoaderFunctionArgs & ActionFunctionArgs) => unknown;

export interface TestBrowser {
  readonly cookies: Map<string, string>;
  get(loader: unknown, path: string, params?: Record<string, string>): Promise<Answer>;
  post(action: unknown, path: string, form: Form, params?: Record<string, string>): Promise<Answer>;
}

/** A field that comes several times is written as pairs; a form with files is one already. */
type Form = Record<string, string> | [string, string][] | FormData;

const ORIGIN = "http://localhost:3000";

/** Calls loaders and actions as functions and keeps cookies as a browser does. */
export function testBrowser(
  platform: () => Platform,
  wish: { address?: string; cookies?: Map<string, string> } = {},
): TestBrowser {
  const cookies = new Map(wish.cookies);
  async function call(handler: unknown, method: string, path: string, form: Form | null, params = {}) {
    const request = new Request(ORIGIN + path, {
      method,
      headers: {
        Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
        "User-Agent": "Mozilla/5.0 (Linux; Android 13) Chrome/120.0 Mobile Safari/537.36",
      },
      ...(form && { body: form instanceof FormData ? form : new URLSearchParams(form) }),
    });
    const visit = { requestId: "test", clientAddress: wish.address ?? "203.0.113.7", nonce: "" };
    const answer = await read(handler as Handler, {
      request,
      params,
      context: { platform: platform(), visit },
    });
    for (const line of answer.headers.getSetCookie()) keep(cookies, line);
    return answer;
  }
  return {
    cookies,
    get: (loader, path, params) => call(loader, "GET", path, null, params),
    post: (action, path, form, params) => call(action, "POST", path, form, params),
  };
}

async function read(handler: Handler, args: LoaderFunctionArgs & ActionFunctionArgs): Promise<Answer> {
  const given = await Promise.resolve(handler(args)).catch((thrown: unknown) => {
    if (thrown instanceof Response) return thrown;
    throw thrown;
  });
  if (given instanceof Response) {
    const { status, headers } = given;
    const bytes = new Uint8Array(await given.arrayBuffer());
    const body = new TextDecoder().decode(bytes);
    return { status, headers, location: headers.get("Location"), body, bytes };
  }
  const wrapped = given as { type?: string; data?: unknown; init?: ResponseInit | null } | null;
  if (wrapped?.type === "DataWithResponseInit") {
    return {
      status: wrapped.init?.status ?? 200,
      headers: new Headers(wrapped.init?.headers),
      location: null,
      body: wrapped.data,
    };
  }
  return { status: 200, headers: new Headers(), location: null, body: given };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = "", ...attributes] = line.split(";").map((part) => part.trim());
  const [name = "", value = ""] = pair.split("=");
  if (attributes.includes("Max-Age=0")) cookies.delete(name);
  else cookies.set(name, value);
}

export interface Person {
  readonly accountId: string;
  readonly username: string;
  readonly password: string;
  readonly phone: Phone | null;
  readonly totpSecret: string | null;
}

export interface PersonWish {
  readonly username: string;
  readonly displayName?: string;
  readonly password?: string;
  readonly phone?: string;
  readonly roles?: readonly { role: Role; communeId: number; teamId?: number; from?: string; to?: string }[];
  readonly hasCodeApp?: boolean;
  readonly isFounder?: boolean;
  readonly mustChangePassword?: boolean;
}

export const PASSWORD = "mèo leo cây bưởi tìm trăng khuya";
const TOTP_SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

export async function makePerson(platform: Platform, wish: PersonWish): Promise<Person> {
  const now = platform.clock.now();
  const accountId = makeId(now.getTime(), platform.random.bytes(10));
  const password = wish.password ?? PASSWORD;
  const phone = wish.phone === undefined ? null : parsePhone(wish.phone);
  const passwordHash = await platform.passwords.hash(password);
  await platform.db.withGlobals(stamp(), (tx) =>
    tx.account.create({
      data: {
        id: accountId,
        username: wish.username,
        displayName: wish.displayName ?? "Vi Thị Hương Giang",
        passwordHash,
        isFounder: wish.isFounder ?? false,
        mustChangePassword: wish.mustChangePassword ?? false,
        createdAt: now,
        ...(phone && keepPhone(platform.keys, phone)),
        ...(wish.hasCodeApp && {
          totpSecretSealed: sealTotpSecret(platform.keys, TOTP_SECRET),
          totpConfirmedAt: now,
        }),
      },
    }),
  );
  for (const role of wish.roles ?? []) await giveRole(platform, accountId, role);
  return {
    accountId,
    username: wish.username,
    password,
    phone,
    totpSecret: wish.hasCodeApp ? TOTP_SECRET : null,
  };
}

export async function giveRole(
  platform: Platform,
  accountId: string,
  { role, communeId, teamId, from = "2026-01-01", to }: NonNullable<PersonWish["roles"]>[number],
): Promise<void> {
  const now = platform.clock.now();
  await platform.db.withCommunes(communeScope(communeId), async (tx) => {
    await tx.$executeRaw`
      insert into commune (id, kind, name, preset_id, founded_by, founded_at, set_up_at)
      values (${communeId}, 'commune', 'Nậm Mười', 'dai-son-2026', ${accountId}::uuid, ${now}, ${now})
      on conflict do nothing`;
    if (teamId !== undefined) {
      await tx.$executeRaw`
        insert into team (commune_id, id, kind, name, valid_from)
        values (${communeId}, ${teamId}, 'commune', ${`Tổ ${teamId}`}, '2026-01-01') on conflict do nothing`;
    }
    await tx.roleGrant.create({
      data: {
        id: makeId(now.getTime(), platform.random.bytes(10)),
        communeId,
        accountId,
        role,
        teamId: teamId ?? null,
        validFrom: day(from),
        validTo: to === undefined ? null : day(to),
        grantedAt: now,
      },
    });
  });
}

function day(text: string): Date {
  return new Date(`${text as LocalDate}T00:00:00Z`);
}

/** The code the app shows at this moment. */
export function codeAt(secret: string | null, now: Date): string {
  if (secret === null) throw new Error("the person has no code app");
  return generateSync({ strategy: "totp", secret, epoch: Math.floor(now.getTime() / 1000) });
}
