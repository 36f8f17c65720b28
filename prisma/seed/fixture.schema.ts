import { z } from "zod";
import { ROLES } from "#app/domain/access/roles.ts";
import { PASSWORD_MAXIMUM } from "#app/domain/accounts/password.ts";
import { ACTOR_KINDS } from "#app/domain/actors/actor.ts";
import { parseLocalDate } from "#app/domain/calendar/local-date.ts";
import { CONTACT_READERS, parseCallNumber } from "#app/domain/contacts/contact.ts";
import {
  LONGEST_HEAD_LABEL,
  LONGEST_HOUSEHOLD_CODE,
  LONGEST_LANE,
  MOST_ADULTS,
  MOST_SLOTS,
  PRIORITIES,
} from "#app/domain/households/household.ts";
import { isSlotLabel } from "#app/domain/households/slot-label.ts";
import { teamRoles } from "#app/domain/people/membership.ts";
import { parsePhone } from "#app/domain/people/phone.ts";
import { AFFILIATION_KINDS } from "#app/domain/people/team.ts";
import { PRESET_IDS } from "#app/domain/plan/plan-preset.ts";
import {
  COMMUNE_KINDS,
  isCommuneCode,
  LONGEST_COMMUNE_NAME,
  VILLAGE_KINDS,
} from "#app/domain/roster/commune.ts";
import { LONGEST_VILLAGE_NAME } from "#app/domain/roster/village.ts";
import { VENUE_KINDS } from "#app/domain/venues/venue.ts";
import { lineText, secretText } from "#app/features/forms/text.schema.ts";

// docs/fixture-format.md says the same in words. Keys that nobody knows are refused: a misspelt one would be lost.

/** Checked here, handed on as plain text: the loader asks the domain again and uses its value. */
function checkedText(isRight: (text: string) => boolean, sentence: string) {
  return z.string().refine(isRight, sentence);
}

const day = checkedText((text) => parseLocalDate(text) !== null, "must be a day such as 2026-11-20");
const code = checkedText(isCommuneCode, "must be the five digits of the commune, as text");
const count = (maximum: number) => z.number().int().min(0).max(maximum).optional();

const villageSchema = z.strictObject({
  name: lineText({ maximum: LONGEST_VILLAGE_NAME }),
  kind: z.enum(VILLAGE_KINDS).default("village"),
  households: count(100_000),
  adults: count(500_000),
});

const memberSchema = z.strictObject({
  name: lineText({ minimum: 2, maximum: 120 }),
  role: z.enum(teamRoles).default("member"),
  birthYear: z.number().int().min(1900).max(2100).optional(),
  sex: z.enum(["female", "male"]).optional(),
  ethnicity: lineText({ maximum: 60 }).optional(),
  position: lineText({ maximum: 160 }).optional(),
  hasItSkill: z.boolean().optional(),
  isCore: z.boolean().default(false),
  phone: checkedText((text) => parsePhone(text) !== null, "must be a mobile number of Việt Nam").optional(),
  affiliations: z
    .array(
      z.strictObject({
        kind: z.enum(AFFILIATION_KINDS),
        organisation: lineText({ maximum: 160 }).optional(),
      }),
    )
    .max(10)
    .default([]),
  /** User name of the account the person signs in with; the rights in the team follow from the membership. */
  account: z.string().optional(),
  /** Code of the household the person lives in, on the list of the team's village. */
  household: lineText({ maximum: LONGEST_HOUSEHOLD_CODE }).optional(),
  /** For whoever is here for the days of a campaign only: its name and their last day. */
  guest: z.strictObject({ campaign: lineText({ minimum: 2, maximum: 160 }), until: day }).optional(),
});

const teamSchema = z.strictObject({
  name: lineText({ maximum: 160 }),
  /** Name of a village of the commune; without it the team is the commune's own. */
  village: z.string().optional(),
  decision: z.strictObject({ number: lineText({ maximum: 60 }), date: day }).optional(),
  from: day.optional(),
  members: z.array(memberSchema).max(200).default([]),
});

const householdSchema = z.strictObject({
  /** Name of a village of the commune. */
  village: z.string(),
  code: lineText({ maximum: LONGEST_HOUSEHOLD_CODE }),
  lane: lineText({ maximum: LONGEST_LANE }).optional(),
  head: lineText({ minimum: 2, maximum: LONGEST_HEAD_LABEL }),
  adults: z.number().int().min(0).max(MOST_ADULTS),
  priorities: z.array(z.enum(PRIORITIES)).max(PRIORITIES.length).default([]),
  longAbsent: z.boolean().default(false),
  /** User name of an account that proposes to the office that the household is away for long. */
  absenceProposedBy: z.string().optional(),
  from: day.optional(),
  /** How the neighbours call its people, with the last three digits of their phones: "Bà Lan ...123". */
  people: z
    .array(
      checkedText(
        (text) => isSlotLabel(text),
        "must be a name, perhaps followed by three dots and three digits",
      ),
    )
    .max(MOST_SLOTS)
    .default([]),
});

const venueSchema = z.strictObject({
  name: lineText({ minimum: 2, maximum: 120 }),
  kind: z.enum(VENUE_KINDS),
  /** Name of a village of the commune; without it the place is everybody's. */
  village: z.string().optional(),
  note: lineText({ maximum: 200 }).optional(),
});

const contactSchema = z.strictObject({
  name: lineText({ minimum: 2, maximum: 120 }),
  duty: lineText({ minimum: 2, maximum: 160 }),
  phone: checkedText(
    (text) => parseCallNumber(text) !== null,
    "must be a mobile or fixed number of Việt Nam",
  ),
  shownTo: z.enum(CONTACT_READERS).default("members"),
});

const actorSchema = z.strictObject({
  kind: z.enum(ACTOR_KINDS),
  name: lineText({ minimum: 2, maximum: 160 }),
});

const communeSchema = z.strictObject({
  code,
  kind: z.enum(COMMUNE_KINDS),
  name: lineText({ maximum: LONGEST_COMMUNE_NAME }),
  province: lineText({ maximum: 80 }),
  preset: z.enum(PRESET_IDS),
  /** User name of the account that founds it. */
  founder: z.string(),
  /** Without it the commune runs in trial. */
  regulation: z.strictObject({ number: lineText({ maximum: 40 }), date: day }).optional(),
  villages: z.array(villageSchema).max(500).default([]),
  teams: z.array(teamSchema).max(2_000).default([]),
  households: z.array(householdSchema).max(100_000).optional(),
  venues: z.array(venueSchema).max(500).optional(),
  contacts: z.array(contactSchema).max(20).optional(),
  /** Bodies the plan names beside the teams. */
  actors: z.array(actorSchema).max(200).optional(),
});

const grantSchema = z.strictObject({
  commune: code,
  role: z.enum(ROLES),
  /** Name of a village of that commune. */
  village: z.string().optional(),
  /** Number or name of a team of that commune; a name is looked for in the village, where one is named. */
  team: z.union([z.number().int().min(1), lineText({ maximum: 160 })]).optional(),
  from: day.optional(),
  to: day.optional(),
});

const accountSchema = z.strictObject({
  username: z.string(),
  displayName: lineText({ minimum: 2, maximum: 120 }),
  phone: checkedText((text) => parsePhone(text) !== null, "must be a mobile number of Việt Nam").optional(),
  /** Without it the account opens only by a slip. */
  password: secretText({ maximum: PASSWORD_MAXIMUM }).optional(),
  /** Secret of the code app, base32 without spaces: taken into service at once. */
  totpSecret: z
    .string()
    .regex(/^[A-Z2-7]{32,64}$/, "must be base32, 32 letters or more")
    .optional(),
  founder: z.boolean().default(false),
  roles: z.array(grantSchema).max(50).default([]),
});

export const fixtureSchema = z.strictObject({
  format: z.literal(1),
  accounts: z.array(accountSchema).max(10_000).default([]),
  communes: z.array(communeSchema).max(1_000).default([]),
});

export type Fixture = z.output<typeof fixtureSchema>;
export type CommuneInFixture = Fixture["communes"][number];
export type TeamInFixture = CommuneInFixture["teams"][number];
export type HouseholdInFixture = NonNullable<CommuneInFixture["households"]>[number];
export type AccountInFixture = Fixture["accounts"][number];
export type GrantInFixture = AccountInFixture["roles"][number];
