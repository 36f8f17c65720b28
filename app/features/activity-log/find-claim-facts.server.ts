import type { ClaimContent } from "#app/domain/activity/claim.ts";
import type { ClaimFacts, HouseholdFact } from "#app/domain/activity/claim-facts.ts";
import { kindOf, type Scheme } from "#app/domain/activity/scheme.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { findMonthHolding } from "#app/features/months/find-month.server.ts";
import { findSchemeOn, findSchemeVersion } from "#app/features/scheme/find-scheme.server.ts";
import { ensureServices } from "#app/features/services/ensure-services.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { ClaimDraft } from "./draft.ts";
import { findOpenFrom } from "./find-open-from.server.ts";
import type { LogAct } from "./log-act.ts";

/** A team somebody was in on a day, with its village. */
export interface TeamOnDay {
  readonly teamId: number;
  readonly villageId: number | null;
}

export interface ListedHousehold extends HouseholdFact {
  readonly villageId: number;
  /** The household as it was first listed, before mergers and splits. */
  readonly rootId: string;
  readonly isPoor: boolean;
  readonly isMinority: boolean;
  readonly isRemote: boolean;
}

/** Everything the house knows about a batch of records, read in a handful of statements whatever its size. */
export interface KnownFacts {
  factsOf(draft: ClaimDraft): ClaimFacts;
  /** T16: the team as of the day of work; a village's team before any other. */
  teamOf(memberId: string, day: LocalDate): TeamOnDay | null;
  household(id: string): ListedHousehold | undefined;
  /** A photo by the name its sender gave it, or by its own; nobody puts another's picture on a record. */
  photoOf(draft: ClaimDraft, name: string): string | undefined;
}

export async function findClaimFacts(
  tx: Tx,
  act: LogAct,
  drafts: readonly ClaimDraft[],
): Promise<KnownFacts> {
  const contents = drafts.map(({ content }) => content);
  const openFrom = await findOpenFrom(tx, act);
  const schemeOf = await findSchemes(tx, act, drafts, openFrom);
  const teamOf = await findTeams(tx, act, drafts);
  const households = await findListed(tx, act, contents);
  const services = await findServices(tx, act, contents);
  const photos = new Map<string, Map<string, string>>();
  for (const [sentBy, own] of bySender(drafts)) {
    photos.set(sentBy, await findPhotos(tx, act.communeId, sentBy, own));
  }
  return {
    teamOf,
    household: (id) => households.get(id),
    photoOf: ({ sentBy }, name) => photos.get(sentBy)?.get(name),
    factsOf: ({ memberId, sentBy, content, mayReachBack }) => ({
      today: act.today,
      openFrom,
      mayReachBack,
      kind: kindOf(schemeOf(content.workDate), content.activityKey),
      memberId,
      isInTeam: teamOf(memberId, content.workDate) !== null,
      services,
      households,
      teamMates: new Set(
        content.helpers.flatMap((helper) =>
          teamOf(helper.memberId, content.workDate) === null ? [] : helper.memberId,
        ),
      ),
      photos: new Set(photos.get(sentBy)?.keys()),
    }),
  };
}

/** Each day's rules: those its month pinned. A month that takes work is opened by the first record of it. */
async function findSchemes(
  tx: Tx,
  act: LogAct,
  drafts: readonly ClaimDraft[],
  openFrom: LocalDate,
): Promise<(day: LocalDate) => Scheme> {
  const ofDay = new Map<LocalDate, Scheme>();
  const ofVersion = new Map<number, Scheme>();
  let month: { firstDay: LocalDate; lastDay: LocalDate; schemeVersion: number } | null = null;
  for (const day of new Set(drafts.map(({ content }) => content.workDate))) {
    if (day < openFrom || day > act.today) {
      ofDay.set(day, (await findSchemeOn(tx, act.communeId, day)).scheme);
      continue;
    }
    if (!month || day < month.firstDay || day > month.lastDay)
      month = await findMonthHolding(tx, act.communeId, day, act.now.getTime());
    const { schemeVersion } = month;
    const scheme =
      ofVersion.get(schemeVersion) ?? (await findSchemeVersion(tx, act.communeId, schemeVersion));
    ofVersion.set(schemeVersion, scheme);
    ofDay.set(day, scheme);
  }
  return (day) => {
    const scheme = ofDay.get(day);
    if (!scheme) throw new Error(`no rules were read for ${day}`);
    return scheme;
  };
}

async function findTeams(tx: Tx, { communeId }: LogAct, drafts: readonly ClaimDraft[]) {
  const ids = new Set(
    drafts.flatMap(({ memberId, content }) => [
      memberId,
      ...content.helpers.map((helper) => helper.memberId),
    ]),
  );
  const rows = await tx.$queryRaw<
    { memberId: string; teamId: number; villageId: number | null; from: LocalDate; until: LocalDate | null }[]
  >`/* activity-log.find-teams */
    select m.member_id as "memberId", t.id as "teamId", t.village_id as "villageId",
           m.valid_from::text as "from", m.valid_to::text as "until"
      from membership m join team t on t.commune_id = m.commune_id and t.id = m.team_id
     where m.commune_id = ${communeId} and m.member_id = any(${[...ids]}::uuid[])
     order by (t.village_id is null), m.valid_from, t.id`;
  const byMember = new Map<string, (typeof rows)[number][]>();
  for (const row of rows) byMember.set(row.memberId, [...(byMember.get(row.memberId) ?? []), row]);
  return (memberId: string, day: LocalDate): TeamOnDay | null =>
    byMember.get(memberId)?.find(({ from, until }) => from <= day && (until === null || day <= until)) ??
    null;
}

/** Every household named, with its people's slots and the one it continues, however often villages were merged. */
async function findListed(
  tx: Tx,
  { communeId }: LogAct,
  contents: readonly ClaimContent[],
): Promise<Map<string, ListedHousehold>> {
  const ids = new Set(contents.flatMap(({ units }) => units.flatMap(({ householdId }) => householdId ?? [])));
  if (ids.size === 0) return new Map();
  const rows = await tx.$queryRaw<
    (Omit<ListedHousehold, "slots"> & { id: string; slots: readonly number[] })[]
  >`/* activity-log.find-listed */
    with recursive line as (
      select id as named, id, continues_id from household
       where commune_id = ${communeId} and id = any(${[...ids]}::uuid[])
      union all
      select line.named, h.id, h.continues_id from line
        join household h on h.commune_id = ${communeId} and h.id = line.continues_id
    )
    select h.id, h.village_id as "villageId", h.valid_to::text as "endedOn", root.id as "rootId",
           h.is_poor as "isPoor", h.is_minority as "isMinority", h.is_remote as "isRemote",
           array(select s.slot::int from person_slot s
                  where s.commune_id = h.commune_id and s.household_id = h.id) as slots
      from household h join line root on root.named = h.id and root.continues_id is null
     where h.commune_id = ${communeId} and h.id = any(${[...ids]}::uuid[])`;
  return new Map(rows.map(({ id, slots, ...household }) => [id, { ...household, slots: new Set(slots) }]));
}

async function findServices(
  tx: Tx,
  { communeId }: LogAct,
  contents: readonly ClaimContent[],
): Promise<ClaimFacts["services"]> {
  const keys = new Set(contents.flatMap(({ units }) => units.flatMap(({ serviceKey }) => serviceKey ?? [])));
  if (keys.size === 0) return new Map();
  const read = () => tx.$queryRaw<{ key: string; retiredOn: LocalDate | null }[]>`
    select key, retired_on::text as "retiredOn" from service
     where commune_id = ${communeId} and key = any(${[...keys]})`;
  let rows = await read();
  if (rows.length < keys.size) {
    // A phone may be the first to name a service here, before anybody opened the catalogue.
    await ensureServices(tx, communeId);
    rows = await read();
  }
  return new Map(rows.map(({ key, retiredOn }) => [key, { retiredOn }]));
}

function bySender(drafts: readonly ClaimDraft[]): ReadonlyMap<string, readonly ClaimDraft[]> {
  const found = new Map<string, ClaimDraft[]>();
  for (const draft of drafts) found.set(draft.sentBy, [...(found.get(draft.sentBy) ?? []), draft]);
  return found;
}

/** Pictures the sender sent, under either name, and those the records already carry. */
async function findPhotos(
  tx: Tx,
  communeId: number,
  accountId: string,
  drafts: readonly ClaimDraft[],
): Promise<Map<string, string>> {
  const names = drafts.flatMap(({ content, signedSheet }) => [
    ...content.photos,
    ...(signedSheet === null ? [] : [signedSheet]),
  ]);
  if (names.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ name: string; photoId: string }[]>`
    select name, photo_id as "photoId" from photo_upload u, lateral (values (u.id), (u.photo_id)) as v (name)
     where u.commune_id = ${communeId} and u.uploaded_by = ${accountId}::uuid
       and (u.id = any(${names}::uuid[]) or u.photo_id = any(${names}::uuid[]))
    union
    select u.id, u.photo_id
      from photo_upload u join claim_photo f on f.commune_id = u.commune_id and f.photo_id = u.photo_id
     where u.commune_id = ${communeId} and u.id = any(${names}::uuid[])
       and f.claim_id = any(${drafts.map(({ id }) => id)}::uuid[])
    union
    select photo_id, photo_id from claim_photo
     where commune_id = ${communeId} and claim_id = any(${drafts.map(({ id }) => id)}::uuid[])`;
  return new Map(rows.map(({ name, photoId }) => [name, photoId]));
}
