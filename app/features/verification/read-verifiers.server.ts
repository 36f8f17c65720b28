import type { Instant } from "#app/domain/calendar/local-date.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface TeamWaiting {
  readonly teamId: number;
  readonly teamName: string;
  readonly leaders: readonly string[];
  readonly waiting: number;
  readonly oldestAt: Instant | null;
  readonly dueSoon: number;
  /** When the first of it can no longer count in its own month. */
  readonly closesAt: Instant | null;
}

/** How one person verifies: figures to talk about, never points (part 3, row 22). */
export interface VerifierFigures {
  readonly accountId: string;
  readonly name: string;
  readonly decisions: number;
  readonly within72Hours: number;
  readonly approved: number;
  /** Null where no two decisions followed each other. */
  readonly secondsEach: number | null;
  readonly atNight: number;
}

export interface ReciprocalPair {
  readonly one: string;
  readonly other: string;
  readonly there: number;
  readonly back: number;
}

export interface Verifiers {
  readonly teams: readonly TeamWaiting[];
  readonly people: readonly VerifierFigures[];
  readonly pairs: readonly ReciprocalPair[];
}

const LOOK_BACK_DAYS = 30;
const DUE_SOON_HOURS = 72;
/** Longer pauses are other things done in between. */
const PAUSE_SECONDS = 300;
const PAIR_AT_LEAST = 3;

/** Whether verifying keeps up, team by team, and how each person did it in the last thirty days. */
export async function readVerifiers(caller: Caller): Promise<Verifiers> {
  const scope = caller.scope("verification.read-verifiers");
  const communeId = onlyCommune(scope);
  const since = new Date(caller.now.getTime() - LOOK_BACK_DAYS * 24 * 60 * 60 * 1000);
  return caller.platform.db.withCommunes(scope, async (tx) => ({
    teams: await readTeams(tx, communeId, caller),
    people: await readPeople(tx, communeId, since),
    pairs: await readPairs(tx, communeId, since),
  }));
}

function readTeams(tx: Tx, communeId: number, { today, now }: Caller): Promise<TeamWaiting[]> {
  const soon = new Date(now.getTime() + DUE_SOON_HOURS * 60 * 60 * 1000);
  return tx.$queryRaw<TeamWaiting[]>`
    select t.id as "teamId", t.name as "teamName", coalesce(w.waiting, 0) as waiting, w.oldest as "oldestAt",
           coalesce(w.due, 0) as "dueSoon", w.closes as "closesAt",
           coalesce((select json_agg(m.full_name order by ms.valid_from)
              from membership ms join member m on m.commune_id = ms.commune_id and m.id = ms.member_id
             where ms.commune_id = t.commune_id and ms.team_id = t.id and ms.role = 'leader'
               and ms.valid_from <= ${today}::date and (ms.valid_to is null or ms.valid_to >= ${today}::date)), '[]') as leaders
      from team t
      left join (
        select c.team_id, count(*)::int as waiting, (extract(epoch from min(c.submitted_at)) * 1000)::float8 as oldest,
               (count(*) filter (where mo.state in ('open', 'grace') and mo.grace_ends_at <= ${soon}))::int as due,
               (extract(epoch from min(mo.grace_ends_at) filter (where mo.state in ('open', 'grace'))) * 1000)::float8 as closes
          from claim c
          left join month mo on mo.commune_id = c.commune_id and c.work_date between mo.first_day and mo.last_day
         where c.commune_id = ${communeId} and c.state = 'submitted'
         group by c.team_id) w on w.team_id = t.id
     where t.commune_id = ${communeId} and (w.waiting > 0 or t.valid_to is null or t.valid_to >= ${today}::date)
     order by w.oldest nulls last, t.name, t.id`;
}

function readPeople(tx: Tx, communeId: number, since: Date): Promise<VerifierFigures[]> {
  return tx.$queryRaw<VerifierFigures[]>`
    with seen as (
      select d.decided_by, d.verdict, d.decided_at,
             d.decided_at - coalesce(r.made_at, c.submitted_at) as waited,
             extract(epoch from d.decided_at - lag(d.decided_at) over (partition by d.decided_by order by d.decided_at)) as gap,
             extract(hour from d.decided_at at time zone 'Asia/Ho_Chi_Minh') as hour
        from claim_decision d
        join claim c on c.commune_id = d.commune_id and c.id = d.claim_id
        left join claim_revision r on r.commune_id = d.commune_id and r.claim_id = d.claim_id and r.revision = d.revision
       where d.commune_id = ${communeId} and d.decided_at >= ${since} and d.verdict in ('approve', 'return', 'reject'))
    select s.decided_by as "accountId", a.display_name as name, count(*)::int as decisions,
           (count(*) filter (where s.waited <= interval '72 hours'))::int as "within72Hours",
           (count(*) filter (where s.verdict = 'approve'))::int as approved,
           round(avg(s.gap) filter (where s.gap <= ${PAUSE_SECONDS}))::int as "secondsEach",
           (count(*) filter (where s.hour >= 22 or s.hour < 5))::int as "atNight"
      from seen s
      join account a on a.id = s.decided_by
     group by s.decided_by, a.display_name
     order by count(*) desc, a.display_name, s.decided_by`;
}

function readPairs(tx: Tx, communeId: number, since: Date): Promise<ReciprocalPair[]> {
  return tx.$queryRaw<ReciprocalPair[]>`
    with approved as (
      select d.decided_by as checker, m.account_id as worker, count(*)::int as times
        from claim_decision d
        join claim c on c.commune_id = d.commune_id and c.id = d.claim_id
        join member m on m.commune_id = c.commune_id and m.id = c.member_id
       where d.commune_id = ${communeId} and d.decided_at >= ${since} and d.verdict = 'approve'
         and m.account_id is not null
       group by d.decided_by, m.account_id
      having count(*) >= ${PAIR_AT_LEAST})
    select x.display_name as one, y.display_name as other, there.times as there, back.times as back
      from approved there
      join approved back on back.checker = there.worker and back.worker = there.checker
      join account x on x.id = there.checker
      join account y on y.id = there.worker
     where there.checker < there.worker
     order by there.times + back.times desc, x.display_name
     limit 20`;
}
