// One statement per promise of the ledger. Each answers the rows that break it: table, row, says.

/** Days that no month took count with the month before them, and those before all with the first. */
const MONTH_OF_WORK = `(
  select m.commune_id, m.id, m.scheme_version,
         case when lag(m.id) over w is null then '1900-01-01'::date else m.first_day end as from_day,
         coalesce(lead(m.first_day) over w - 1, m.last_day) as until_day
    from month m window w as (partition by m.commune_id order by m.first_day))`;

/** V1: what undoes a line names one line of its own key, takes back exactly that, and does it once. */
export const WRONG_UNDOINGS = `
select 'ledger_line' as "table", format('commune %s, seq %s', l.commune_id, l.seq) as row,
       case when u.seq is null then format('undoes line %s, which is not there', l.corrects_seq)
            when u.line_key <> l.line_key or u.claim_id is distinct from l.claim_id
              then format('undoes line %s of another claim or key', u.seq)
            when u.corrects_seq is not null then format('undoes line %s, which is itself an undoing', u.seq)
            when u.points <> -l.points then format('takes back %s, but line %s gave %s', -l.points, u.seq, u.points)
            else format('undoes line %s a second time', u.seq) end as says
  from ledger_line l
  left join ledger_line u on u.commune_id = l.commune_id and u.seq = l.corrects_seq
 where l.corrects_seq is not null
   and (u.seq is null or u.line_key <> l.line_key or u.claim_id is distinct from l.claim_id
     or u.corrects_seq is not null or u.points <> -l.points
     or exists (select from ledger_line t
                 where t.commune_id = l.commune_id and t.line_key = l.line_key and t.corrects_seq = l.corrects_seq
                   and t.seq < l.seq))`;

/** The steps of a key are counted without a gap: a line taken out of the middle is missed. */
export const BROKEN_STEPS = `
select 'ledger_line' as "table", format('commune %s, key %s', commune_id, line_key) as row,
       format('has %s lines, but its steps run to %s', count(*), max(step) + 1) as says
  from ledger_line group by commune_id, line_key having max(step) + 1 <> count(*) or min(step) <> 0`;

/** V2: what stands of a claim is one line per key, at the revision that was verified, and the claim is verified. */
export const AWARDS_WITHOUT_CLAIM = `
select 'ledger_line' as "table", format('commune %s, key %s', s.commune_id, s.line_key) as row,
       case when c.id is null then 'stands for a claim that is not there'
            when c.state <> 'verified' then format('stands, but its claim %s is %s', c.id, c.state)
            when c.revision <> s.revision then format('stands for revision %s, but claim %s is verified at %s', s.revision, c.id, c.revision)
            else 'more than one line stands under this key' end as says
  from (select l.commune_id, l.line_key, l.claim_id, max(l.revision) as revision, sum(l.points) as points,
               sum(case when l.corrects_seq is null then 1 else -1 end) as standing
          from ledger_line l where l.claim_id is not null
         group by l.commune_id, l.line_key, l.claim_id) s
  left join claim c on c.commune_id = s.commune_id and c.id = s.claim_id
 where s.points <> 0 and (c.id is null or c.state <> 'verified' or c.revision <> s.revision or s.standing <> 1)`;

/** A claim counts because of a decision of its own that approves it. */
export const CLAIMS_WITHOUT_APPROVAL = `
select 'claim' as "table", format('commune %s, %s', c.commune_id, c.id) as row,
       case when d.id is null then 'counts, but its decision is not there'
            when d.claim_id <> c.id then format('counts by decision %s of another claim', d.id)
            when d.verdict not in ('approve', 'amend') then format('counts, but decision %s says %s', d.id, d.verdict)
            else format('counts at revision %s, but decision %s saw %s', c.revision, d.id, d.revision) end as says
  from claim c
  left join claim_decision d on d.commune_id = c.commune_id and d.id = c.decision_id
 where c.state = 'verified'
   and (d.id is null or d.claim_id <> c.id or d.verdict not in ('approve', 'amend') or d.revision <> c.revision)`;

/** V3: every line has its decision, by the person it names. */
export const LINES_WITHOUT_DECISION = `
select 'ledger_line' as "table", format('commune %s, seq %s', l.commune_id, l.seq) as row,
       case when d.id is null then 'was booked without a decision'
            when d.decided_by <> l.verifier_id then format('names another verifier than decision %s', d.id)
            else format('stands on decision %s, which is no approval of its claim', d.id) end as says
  from ledger_line l
  left join claim_decision d on d.commune_id = l.commune_id and d.id = l.decision_id
 where d.id is null or d.decided_by <> l.verifier_id
    or (l.kind in ('award', 'bonus', 'priority') and l.corrects_seq is null
        and (d.claim_id <> l.claim_id or d.verdict not in ('approve', 'amend') or d.revision <> l.revision))`;

/** V3: nobody decided on work they had a part in, typed, or that came from their own device. */
export const OWN_DECISIONS = `
select 'claim_decision' as "table", format('commune %s, %s', d.commune_id, d.id) as row,
       case when c.entered_by = d.decided_by then format('claim %s was decided by whoever typed it', c.id)
            when p.is_party then format('claim %s was decided by somebody who took part in it', c.id)
            else format('claim %s was decided from the device it was sent from', c.id) end as says
  from claim_decision d
  join claim c on c.commune_id = d.commune_id and c.id = d.claim_id
  cross join lateral (
    select exists (select from claim_participant t
                     join member m on m.commune_id = t.commune_id and m.id = t.member_id
                    where t.commune_id = d.commune_id and t.claim_id = d.claim_id and m.account_id = d.decided_by) as is_party) p
 where d.verdict in ('approve', 'amend', 'reverse')
   and (c.entered_by = d.decided_by or p.is_party
     or (d.verdict <> 'reverse' and d.device_id is not null and d.device_id = c.device_id))`;

/** V4: a line is judged by the rules the month of its work opened with. */
export const WRONG_RULES = `
select 'ledger_line' as "table", format('commune %s, seq %s', l.commune_id, l.seq) as row,
       coalesce(format('was judged by rules %s, but month %s opened with %s', l.scheme_version, m.id, m.scheme_version),
                format('no month holds its day of work %s', l.work_date)) as says
  from ledger_line l
  left join ${MONTH_OF_WORK} m on m.commune_id = l.commune_id and l.work_date between m.from_day and m.until_day
 where m.scheme_version is distinct from l.scheme_version`;

/** V6: nothing was booked after the figures froze, and what is an adjustment says so. */
export const LATE_LINES = `
select 'ledger_line' as "table", format('commune %s, seq %s', l.commune_id, l.seq) as row,
       case when b.id is null then format('is booked in month %s, which is not there', l.month_id)
            when l.made_at >= b.grace_ends_at
              then format('was booked in month %s at %s, after its figures froze', b.id, to_char(l.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
            when l.month_id < w.id then format('work of month %s is booked in the earlier month %s', w.id, l.month_id)
            else format('work of month %s booked in %s, and is_adjustment is %s', w.id, l.month_id, l.is_adjustment) end as says
  from ledger_line l
  left join month b on b.commune_id = l.commune_id and b.id = l.month_id
  left join ${MONTH_OF_WORK} w on w.commune_id = l.commune_id and l.work_date between w.from_day and w.until_day
 where b.id is null or l.made_at >= b.grace_ends_at
    or (w.id is not null and (l.month_id < w.id or l.is_adjustment <> (l.month_id <> w.id)))`;
