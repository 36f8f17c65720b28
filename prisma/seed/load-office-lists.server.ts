import { parseCallNumber } from "#app/domain/contacts/contact.ts";
import { writeContact } from "#app/features/contacts/write-contact.server.ts";
import { nameOrganisation } from "#app/features/roster/name-organisation.server.ts";
import { rosterAct } from "#app/features/roster/roster-act.ts";
import { writeVenue } from "#app/features/venues/write-venue.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { CommuneInFixture } from "./fixture.schema.ts";
import { FixtureRefused } from "./fixture-refused.ts";
import type { CommunePlace } from "./load-commune.server.ts";
import { findVillage } from "./load-grants.server.ts";

/**
 * Places and contact persons of a commune that names none yet; a list that is there is left as it is. Bodies are known
 * by kind and name.
 */
export async function loadOfficeLists(
  tx: Tx,
  { platform, stamp, number: communeId, founderId }: CommunePlace,
  { venues = [], contacts = [], actors = [] }: CommuneInFixture,
): Promise<void> {
  const act = { ...rosterAct(platform, { ...stamp, communes: [communeId] }), actorId: founderId };
  for (const { kind, name } of actors) await nameOrganisation(tx, act, { kind, name });
  if ((await tx.venue.count({ where: { communeId } })) === 0) {
    for (const { village, ...venue } of venues) {
      const villageId = village === undefined ? undefined : await findVillage(tx, communeId, village);
      const verdict = await writeVenue(tx, act, { id: act.newId(), villageId, note: undefined, ...venue });
      if (!verdict.ok) throw new FixtureRefused(`The place ${venue.name} is refused (${verdict.code}).`);
    }
  }
  if ((await tx.contactPerson.count({ where: { communeId } })) > 0) return;
  for (const [index, { phone, ...contact }] of contacts.entries()) {
    const number = parseCallNumber(phone);
    if (number === null) throw new FixtureRefused(`"${phone}" is no number to call.`);
    const wish = { id: act.newId(), phone: number, position: index + 1, ...contact };
    const verdict = await writeContact(tx, platform.keys, act, wish);
    if (!verdict.ok) throw new FixtureRefused(`${contact.name} is refused (${verdict.code}).`);
  }
}
