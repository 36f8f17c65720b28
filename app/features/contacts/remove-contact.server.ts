import type { ContactRefusal } from "#app/domain/contacts/contact.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";

/** Gone from every page at once, name and number with it. */
export async function removeContact(
  tx: Tx,
  { communeId }: RosterAct,
  id: string,
): Promise<Verdict<null, Extract<ContactRefusal, { code: "contact_gone" }>>> {
  const { count } = await tx.contactPerson.deleteMany({ where: { communeId, id } });
  return count === 0 ? refused({ code: "contact_gone" }) : allowed(null);
}
