import type { Capability } from "#app/domain/access/matrix.ts";
import type { Role } from "#app/domain/access/roles.ts";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import { allow, allowAnyone, type Caller, type Guest } from "#app/features/accounts/allow.server.ts";
import { makeSlip, type PrintedSlip } from "#app/features/accounts/enrolment-make-slip.server.ts";
import { foundCommune } from "#app/features/communes/found-commune.server.ts";
import { communeScope } from "#tests/support/test-database.ts";
import { type TestOffice, testOffice } from "../communes/office.ts";

export const ORIGIN = "http://localhost:3000";
export const PIN = "583917";

/** A browser: keeps its cookies, as the house set them. */
export class Phone {
  readonly #cookies = new Map<string, string>();

  keep(cookies: readonly string[]): void {
    for (const cookie of cookies) {
      const [pair = ""] = cookie.split(";");
      const equals = pair.indexOf("=");
      this.#cookies.set(pair.slice(0, equals), pair.slice(equals + 1));
    }
  }

  drop(name: string): void {
    this.#cookies.delete(name);
  }

  request(path = "/"): Request {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    return new Request(`${ORIGIN}${path}`, {
      headers: { Cookie: cookie, "User-Agent": "Mozilla/5.0 (Linux; Android 14) Chrome/143.0" },
    });
  }
}

export interface Village {
  readonly office: TestOffice;
  /** A commune of its own, with a founder who is its officer. */
  makeCommune(): Promise<{ communeId: number; officerId: string }>;
  /** Somebody with a role and neither password nor second factor. */
  makePerson(communeId: number, role?: Role, name?: string): Promise<string>;
  guest(phone: Phone): Promise<Guest>;
  /** The officer, all the way in, asked for one capability. */
  officer(accountId: string, capability: Capability): Promise<Caller>;
  slipFor(communeOfficer: string, accountId: string): Promise<PrintedSlip>;
}

export function testVillage(): Village {
  const office = testOffice();
  const context = () => ({
    platform: office.platform,
    visit: { requestId: "test", clientAddress: "203.0.113.9", nonce: "test" },
  });
  const door = (request: Request) => ({ request, context: context(), params: {} });

  const village: Village = {
    office,
    async makeCommune() {
      const officerId = await office.makeAccount({ isFounder: true });
      const stamp = { actorId: officerId, verb: "communes.found-commune", requestId: "test" };
      return { communeId: await foundCommune(office.platform, stamp, "dai-son-2026"), officerId };
    },
    async makePerson(communeId, role = "sector_office", name = "Giàng A Chứ") {
      const { platform } = office;
      const now = platform.clock.now();
      const id = makeId(now.getTime(), platform.random.bytes(10));
      await platform.db.withCommunes(communeScope(communeId), async (tx) => {
        await tx.account.create({
          data: { id, username: `p${id.replaceAll("-", "").slice(-20)}`, displayName: name, createdAt: now },
        });
        await tx.roleGrant.create({
          data: {
            id: makeId(now.getTime(), platform.random.bytes(10)),
            communeId,
            accountId: id,
            role,
            validFrom: new Date(`${localDateAt(now.getTime())}T00:00:00Z`),
            grantedAt: now,
          },
        });
      });
      return id;
    },
    guest: (phone) => allowAnyone(door(phone.request())),
    async officer(accountId, capability) {
      const { cookie } = await office.signIn(accountId);
      return allow(door(new Request(`${ORIGIN}/`, { headers: { Cookie: cookie } })), capability);
    },
    async slipFor(officerId, accountId) {
      const made = await makeSlip(await village.officer(officerId, "slip.make"), accountId);
      if (!made.ok) throw new Error(`no slip: ${made.code}`);
      return made.value;
    },
  };
  return village;
}

/** The token in the slip's picture. */
export function tokenOf(slip: { link: string }): string {
  return new URL(slip.link).searchParams.get("ma") ?? "";
}
