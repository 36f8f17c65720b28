import type { Audience, Mode } from "#app/domain/activity/scheme.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { TeamOnDay } from "./find-claim-facts.server.ts";
import { findOpenFrom } from "./find-open-from.server.ts";
import { findOwnMemberId } from "./find-own-member.server.ts";
import { type LogCaller, logAct } from "./log-act.ts";

/** What this person did last, so that the next record is two taps and no typing. */
export interface LoggingDefaults {
  readonly memberId: string | null;
  /** Today's; null for whoever is in no team today. */
  readonly team: TeamOnDay | null;
  /** The first day that still takes work. */
  readonly openFrom: LocalDate;
  /** Kinds in the order last used, each with how and where it was done then. */
  readonly lastKinds: readonly LastKind[];
  readonly lastPlace: string | null;
  readonly lastMode: Mode | null;
  /** Team-mates of today, for whom to name as helpers. */
  readonly teamMates: readonly { readonly memberId: string; readonly name: string }[];
}

export interface LastKind {
  readonly activityKey: string;
  readonly mode: Mode;
  readonly audience: Audience;
  readonly place: string | null;
  readonly serviceKeys: readonly string[];
  readonly workDate: LocalDate;
}

const KINDS_AT_MOST = 6;

export async function readLoggingDefaults(caller: LogCaller): Promise<LoggingDefaults> {
  const act = logAct(caller);
  const { communeId, today } = act;
  return caller.platform.db.withCommunes(caller.scope("activity-log.read-defaults"), async (tx) => {
    const openFrom = await findOpenFrom(tx, act);
    const memberId = await findOwnMemberId(tx, act);
    if (memberId === null)
      return {
        memberId,
        team: null,
        openFrom,
        lastKinds: [],
        lastPlace: null,
        lastMode: null,
        teamMates: [],
      };
    const [team = null] = await tx.$queryRaw<TeamOnDay[]>`
      select t.id as "teamId", t.village_id as "villageId"
        from membership m join team t on t.commune_id = m.commune_id and t.id = m.team_id
       where m.commune_id = ${communeId} and m.member_id = ${memberId}::uuid and m.valid_from <= ${today}::date
         and (m.valid_to is null or m.valid_to >= ${today}::date)
       order by (t.village_id is null), m.valid_from, t.id limit 1`;
    const lastKinds = await findLastKinds(tx, communeId, memberId);
    const teamMates =
      team &&
      (await tx.$queryRaw<LoggingDefaults["teamMates"]>`
        select distinct p.id as "memberId", p.full_name as name
          from membership m join member p on p.commune_id = m.commune_id and p.id = m.member_id
         where m.commune_id = ${communeId} and m.team_id = ${team.teamId} and m.member_id <> ${memberId}::uuid
           and p.erased_at is null and m.valid_from <= ${today}::date
           and (m.valid_to is null or m.valid_to >= ${today}::date)
         order by name, "memberId"`);
    return {
      memberId,
      team,
      openFrom,
      lastKinds,
      lastPlace: lastKinds.find(({ place }) => place !== null)?.place ?? null,
      lastMode: lastKinds[0]?.mode ?? null,
      teamMates: teamMates ?? [],
    };
  });
}

function findLastKinds(tx: Tx, communeId: number, memberId: string): Promise<LastKind[]> {
  return tx.$queryRaw<LastKind[]>`
    select activity_key as "activityKey", mode, audience, place, work_date::text as "workDate",
           array(select distinct u.service_key from claim_unit u
                  where u.commune_id = ${communeId} and u.claim_id = last.id and u.service_key is not null
                  order by u.service_key) as "serviceKeys"
      from (select distinct on (activity_key) * from claim
             where commune_id = ${communeId} and member_id = ${memberId}::uuid and state <> 'withdrawn'
             order by activity_key, received_at desc, id desc) last
     order by received_at desc, id desc limit ${KINDS_AT_MOST}`;
}
