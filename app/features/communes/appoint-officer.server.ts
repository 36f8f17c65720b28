import { parseUsername, suggestUsername, type UsernameRefusal } from "#app/domain/accounts/login-name.ts";
import type { Id } from "#app/domain/ids.ts";
import { makeId } from "#app/domain/ids.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "../accounts/allow.server.ts";
import { toDatabaseDay } from "./database-day.ts";
import { isUniqueViolation } from "./database-refusals.server.ts";
import { markStep } from "./mark-step.server.ts";
import { onlyCommune } from "./only-commune.ts";

export interface Appointment {
  /** Made with the form, so that sending twice makes one account. */
  readonly accountId: Id;
  readonly role: "office" | "commune_leader";
  readonly name: string;
  /** Null: follows from the name. */
  readonly username: string | null;
}

type Refusal = UsernameRefusal | { readonly code: "username_taken" };

/** A new account for the second person, with a role from today. It opens only with the slip made for it. */
export async function appointOfficer(
  caller: Caller,
  appointment: Appointment,
): Promise<Verdict<{ accountId: Id }, Refusal>> {
  const username = parseUsername(appointment.username ?? suggestUsername(appointment.name) ?? "");
  if (!username.ok) return username;
  try {
    await insertOfficer(caller, appointment, username.value);
  } catch (error) {
    if (isUniqueViolation(error)) return refused({ code: "username_taken" });
    throw error;
  }
  return allowed({ accountId: appointment.accountId });
}

async function insertOfficer(
  caller: Caller,
  { accountId, role, name }: Appointment,
  username: string,
): Promise<void> {
  const { platform, person, now, today } = caller;
  const scope = caller.scope("communes.appoint-officer");
  const communeId = onlyCommune(scope);
  await platform.db.withCommunes(scope, async (tx) => {
    // Two sendings of one form wait for each other here.
    await tx.$executeRaw`select from commune where id = ${communeId} for update`;
    const isKnown = await tx.roleGrant.findFirst({ where: { communeId, accountId }, select: { id: true } });
    if (isKnown) return;
    await tx.account.create({
      data: { id: accountId, username, displayName: name, createdAt: now, createdBy: person.accountId },
    });
    await tx.roleGrant.create({
      data: {
        id: makeId(now.getTime(), platform.random.bytes(10)),
        communeId,
        accountId,
        role,
        validFrom: toDatabaseDay(today),
        grantedBy: person.accountId,
        grantedAt: now,
      },
    });
    await markStep(tx, scope, "second_officer", now);
    await platform.live.touch(tx, `commune:${communeId}`);
  });
}
