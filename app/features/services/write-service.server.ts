import { isSameName, type ServiceEntry, type ServiceRefusal } from "#app/domain/activity/service.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { SetupRefusal } from "#app/domain/roster/setup.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { lockServices } from "./lock-services.server.ts";
import { findServices, type ServiceLine } from "./read-services.server.ts";

export interface ServiceWish extends Omit<ServiceEntry, "retiredOn"> {
  readonly retiredOn: LocalDate | null;
  /** 0 for a new entry, whose key the form made. */
  readonly revision: number;
}

type Refusal = ServiceRefusal | Extract<SetupRefusal, { code: "changed_meanwhile" }>;

/** Adds, renames or retires one entry. Its key stays, and with it all work that names it (C18). */
export async function writeService(
  platform: Pick<Platform, "db" | "live">,
  scope: CommuneScope,
  wish: ServiceWish,
): Promise<Verdict<null, Refusal>> {
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    await lockServices(tx, communeId);
    const services = await findServices(tx, communeId);
    const known = services.find(({ key }) => key === wish.key);
    if (known && isUnchanged(known, wish)) return allowed(null);
    const judged = judge(services, known, wish);
    if (!judged.ok) return judged;
    await write(tx, communeId, wish, services.length);
    await platform.live.touch(tx, `commune:${communeId}`);
    return allowed(null);
  });
}

function judge(
  services: readonly ServiceLine[],
  known: ServiceLine | undefined,
  wish: ServiceWish,
): Verdict<null, Refusal> {
  if (!known && wish.revision > 0) return refused({ code: "service_not_there" });
  if (known && known.revision !== wish.revision) return refused({ code: "changed_meanwhile" });
  const twin = services.find(
    ({ key, name, retiredOn }) =>
      key !== wish.key && retiredOn === null && wish.retiredOn === null && isSameName(name, wish.name),
  );
  return twin ? refused({ code: "service_name_taken", name: twin.name }) : allowed(null);
}

async function write(tx: Tx, communeId: number, wish: ServiceWish, position: number): Promise<void> {
  const { key, revision, retiredOn, ...facts } = wish;
  const row = { ...facts, retiredOn: retiredOn && toDatabaseDay(retiredOn) };
  if (revision === 0) {
    await tx.service.create({ data: { communeId, key, position, ...row } });
  } else {
    await tx.service.update({
      where: { communeId_key: { communeId, key } },
      data: { ...row, revision: { increment: 1 } },
    });
  }
}

const FACTS = ["name", "kind", "pillar", "sector", "inQuota", "isProject06", "retiredOn"] as const;

function isUnchanged(known: ServiceEntry, wish: ServiceEntry): boolean {
  return FACTS.every((fact) => known[fact] === wish[fact]);
}
