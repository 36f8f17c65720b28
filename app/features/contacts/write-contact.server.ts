import type { z } from "zod";
import { type ContactRefusal, MOST_CONTACTS } from "#app/domain/contacts/contact.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import type { contactSchema } from "./contact.schema.ts";
import { sealCallNumber } from "./contact-phone.server.ts";

/** Adds a contact person, or changes the one of that id. Sending twice is sending once. */
export async function writeContact(
  tx: Tx,
  keys: KeyRing,
  { communeId, actorId, now }: RosterAct & { readonly actorId: string },
  { id, phone, ...facts }: z.output<typeof contactSchema>,
): Promise<Verdict<null, Extract<ContactRefusal, { code: "contacts_full" }>>> {
  await tx.$executeRaw`select from commune where id = ${communeId} for update`;
  const others = await tx.contactPerson.count({ where: { communeId, id: { not: id } } });
  if (others >= MOST_CONTACTS) return refused({ code: "contacts_full", maximum: MOST_CONTACTS });
  const row = { ...facts, phoneCipher: sealCallNumber(keys, communeId, phone) };
  await tx.contactPerson.upsert({
    where: { communeId_id: { communeId, id } },
    create: { communeId, id, ...row, enteredBy: actorId, enteredAt: now },
    update: row,
    select: { id: true },
  });
  return allowed(null);
}
