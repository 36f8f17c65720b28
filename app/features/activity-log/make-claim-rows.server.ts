import { createHash } from "node:crypto";
import { canonicalClaim } from "#app/domain/activity/canonical-claim.ts";
import type { ClaimContent, PriorityGroup, UnitContent } from "#app/domain/activity/claim.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import type { ClaimDraft } from "./draft.ts";
import type { KnownFacts } from "./find-claim-facts.server.ts";
import type { LogAct } from "./log-act.ts";
import { makePersonNamer } from "./person-key.server.ts";

/** One record with all that belongs to it, as the database takes it in. */
export type ClaimRows = ReturnType<ReturnType<typeof makeRowMaker>>;

export function hashClaim(memberId: string, content: ClaimContent): string {
  return createHash("sha256").update(canonicalClaim(memberId, content), "utf8").digest("hex");
}

/** Whoever calls has judged the drafts: everything they name is known. */
export function makeRowMaker(keys: KeyRing, act: LogAct, known: KnownFacts) {
  const namePerson = makePersonNamer(keys, act.communeId);
  return (draft: ClaimDraft, marks: readonly string[]) => {
    const { id, memberId, content, isFromPaper } = draft;
    const place = placeOf(known, memberId, content);
    const people = [
      { memberId, part: "claimant" as string },
      ...content.helpers.map((helper) => ({ memberId: helper.memberId, part: helper.part as string })),
    ];
    return {
      id,
      memberId,
      ...place,
      activityKey: content.activityKey,
      workDate: content.workDate,
      mode: content.mode,
      audience: content.audience,
      place: content.place,
      note: content.note,
      link: content.link,
      visits: content.visits,
      minutes: content.minutes,
      counters: content.counters,
      movements: content.movements,
      isFromPaper,
      marks,
      content,
      sha256: hashClaim(memberId, content),
      participants: people.map((each) => ({ ...each, ...placeOf(known, each.memberId, content) })),
      units: content.units.map((unit, index) => unitRow(unit, index + 1, known, namePerson)),
      photos: photoRows(draft, known),
    };
  };
}

function placeOf(known: KnownFacts, memberId: string, { workDate }: ClaimContent) {
  const team = known.teamOf(memberId, workDate);
  if (!team) throw new Error(`member ${memberId} was in no team on ${workDate}`);
  return { teamId: team.teamId, villageId: team.villageId };
}

function unitRow(
  unit: UnitContent,
  ordinal: number,
  known: KnownFacts,
  namePerson: ReturnType<typeof makePersonNamer>,
) {
  const { householdId, slot, groups } = unit;
  const household = householdId === null ? undefined : known.household(householdId);
  // What the whole household is, each of its people is; who is elderly or disabled is said of the person.
  const allGroups = new Set<PriorityGroup>([
    ...groups,
    ...(household?.isPoor ? ["poor_household" as const] : []),
    ...(household?.isMinority ? ["ethnic_minority" as const] : []),
    ...(household?.isRemote ? ["remote" as const] : []),
  ]);
  return {
    ordinal,
    householdId,
    slot,
    villageId: household?.villageId ?? null,
    personKey: household && slot !== null ? namePerson(household.rootId, slot).toString("hex") : null,
    serviceKey: unit.serviceKey,
    outcome: unit.outcome,
    stage: unit.stage,
    isPriority: allGroups.size > 0,
    groups: [...allGroups],
    bonuses: unit.bonuses,
    quantity: unit.quantity,
    checks: unit.checks ?? [],
  };
}

function photoRows(draft: ClaimDraft, known: KnownFacts) {
  const { content, signedSheet } = draft;
  const photoOf = (name: string) => known.photoOf(draft, name) ?? name;
  const named = [...content.photos, ...(signedSheet === null ? [] : [signedSheet])];
  const ids = [...new Set(named.map(photoOf))];
  const sheet = signedSheet === null ? null : photoOf(signedSheet);
  return ids.map((photoId, index) => ({ photoId, position: index + 1, isSignedSheet: photoId === sheet }));
}
