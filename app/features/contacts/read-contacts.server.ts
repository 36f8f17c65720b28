import {
  CONTACT_READERS,
  type ContactReaders,
  formatCallNumber,
  isShownTo,
} from "#app/domain/contacts/contact.ts";
import { isOneOf } from "#app/domain/people/team.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { openCallNumber } from "./contact-phone.server.ts";

export interface ContactView {
  readonly id: string;
  readonly name: string;
  readonly duty: string;
  /** As it is dialled, and as it is read aloud. */
  readonly number: string;
  readonly spoken: string;
  readonly shownTo: ContactReaders;
  readonly position: number;
}

/** All of them, for the office that keeps the list. */
export async function readContacts(caller: Caller): Promise<ContactView[]> {
  const { platform } = caller;
  const scope = caller.scope("contacts.read");
  const communeId = scope.communes[0] ?? 0;
  const rows = await platform.db.withCommunes(scope, (tx) =>
    tx.contactPerson.findMany({
      where: { communeId },
      orderBy: [{ position: "asc" }, { enteredAt: "asc" }, { id: "asc" }],
    }),
  );
  return rows.map(({ id, name, duty, phoneCipher, shownTo, position }) => {
    if (!isOneOf(CONTACT_READERS, shownTo))
      throw new Error(`the database holds an unknown word "${shownTo}"`);
    const number = openCallNumber(platform.keys, communeId, phoneCipher);
    return { id, name, duty, number, spoken: formatCallNumber(number), shownTo, position };
  });
}

/** Those shown to this person: a member of a team, or whoever leads one. */
export async function readShownContacts(caller: Caller): Promise<ContactView[]> {
  const { communeId, actor, today } = caller;
  const roles = actor.grants
    .filter(
      (grant) =>
        grant.communeId === communeId &&
        grant.validFrom <= today &&
        (grant.validTo === null || grant.validTo >= today),
    )
    .map(({ role }) => role);
  const leads = roles.includes("leader") || roles.includes("deputy");
  if (communeId === null || !(leads || roles.includes("member"))) return [];
  const contacts = await readContacts(caller);
  return contacts.filter(({ shownTo }) => isShownTo(shownTo, leads ? "leaders" : "members"));
}
