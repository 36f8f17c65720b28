import { createHash } from "node:crypto";
import { type ClaimContent, PLAIN_UNIT } from "#app/domain/activity/claim.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { startOfDay } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { submitClaim } from "#app/features/activity-log/submit-claim.server.ts";
import { writeRegisterClaim } from "#app/features/activity-log/write-register-claim.server.ts";

/** SCORING.md row 26; what earns nothing else is not claimed. */
export const SESSION_KIND = "required-training";
export const CERTIFICATE_KIND = "member-certificate";

export interface AttendedSession {
  readonly id: string;
  readonly title: string;
  readonly heldOn: LocalDate;
  readonly minutes: number;
}

/** The same record whoever writes it down, and however often: its name follows from session and member. */
export function claimIdOf(subjectId: string, memberId: string, day: LocalDate): string {
  return makeId(startOfDay(day), createHash("sha256").update(`${subjectId}/${memberId}`).digest());
}

/** The member's own record of a session he signed in at; null where the rules of the day do not take it. */
export async function claimOwnSession(
  caller: Caller,
  memberId: string,
  session: AttendedSession,
): Promise<string | null> {
  const id = claimIdOf(session.id, memberId, session.heldOn);
  const outcome = await submitClaim(caller, {
    id,
    content: contentOf(SESSION_KIND, session.heldOn, session.title, session.minutes),
  });
  return outcome.ok || outcome.code === "claim_id_reused" ? id : null;
}

/** The same for somebody on the organiser's list: whoever ticked the list wrote it down and is not its verifier. */
export async function claimListedSession(
  caller: Caller,
  memberId: string,
  session: AttendedSession,
): Promise<string | null> {
  const id = claimIdOf(session.id, memberId, session.heldOn);
  const written = await writeRegisterClaim(caller, {
    id,
    memberId,
    activityKey: SESSION_KIND,
    workDate: session.heldOn,
    mode: "class",
    note: session.title,
    link: null,
    unit: {},
    helpers: [],
  });
  return written.ok ? id : null;
}

export async function claimOwnCertificate(
  caller: Caller,
  memberId: string,
  certificate: {
    readonly id: string;
    readonly title: string;
    readonly completedOn: LocalDate;
    readonly link: string | null;
    readonly photoId: string | null;
  },
): Promise<string | null> {
  const { completedOn, title, link, photoId } = certificate;
  const id = claimIdOf(certificate.id, memberId, completedOn);
  const content = contentOf(CERTIFICATE_KIND, completedOn, title, null);
  const outcome = await submitClaim(caller, {
    id,
    content: { ...content, mode: "online_group", link, photos: photoId === null ? [] : [photoId] },
  });
  return outcome.ok || outcome.code === "claim_id_reused" ? id : null;
}

function contentOf(
  activityKey: string,
  workDate: LocalDate,
  note: string,
  minutes: number | null,
): ClaimContent {
  return {
    activityKey,
    workDate,
    mode: "class",
    audience: "residents",
    place: null,
    note,
    link: null,
    visits: 0,
    minutes,
    counters: {},
    movements: [],
    units: [PLAIN_UNIT],
    helpers: [],
    photos: [],
  };
}
