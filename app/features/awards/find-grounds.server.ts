import type { Ground } from "#app/domain/awards/ground.ts";
import type { Recipient } from "#app/domain/awards/recipient.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { CriteriaSheet } from "#app/domain/year/criteria-sheet.ts";
import type { ReviewResult } from "#app/domain/year/review-result.ts";
import { findFigures } from "#app/features/figures/read-figures.server.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface GroundWish {
  readonly recipient: Recipient;
  readonly modelId: string | null;
  readonly initiativeId: string | null;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  /** Of the locked review the proposal belongs to. */
  readonly result: ReviewResult | null;
}

/** What the registers say of a recipient today; kept with the proposal as it was when it was made. */
export async function findGrounds(
  tx: Tx,
  communeId: number,
  wish: GroundWish,
  today: LocalDate,
): Promise<Ground[]> {
  const { recipient, modelId, initiativeId, result } = wish;
  const grounds: Ground[] = [];
  if (recipient.kind === "village" && result) grounds.push(...groundOfReview(result, recipient.id));
  if (modelId !== null) grounds.push(...(await findModel(tx, communeId, modelId)));
  if (initiativeId !== null) grounds.push(...(await findInitiative(tx, communeId, initiativeId)));
  if (recipient.kind === "household") grounds.push(...(await findFamily(tx, communeId, recipient.id)));
  if (recipient.kind === "member")
    grounds.push(await findMemberWork(tx, communeId, recipient.id, wish, today));
  if (recipient.kind === "village" || recipient.kind === "team")
    grounds.push(...(await findWork(tx, communeId, recipient, wish, today)));
  return grounds;
}

/** Bands are kept and shown by the title the sheet gave them. */
export function bandTitles({ bands }: Pick<CriteriaSheet, "bands">): (key: string) => string {
  const titles = new Map(bands.map(({ key, title }) => [key, title]));
  return (key) => titles.get(key) ?? key;
}

function groundOfReview({ review, villages, sheet }: ReviewResult, villageId: number): Ground[] {
  const titleOf = bandTitles(sheet.content);
  return villages
    .filter((village) => village.villageId === villageId)
    .map(({ rank, score, band }) => ({
      kind: "review" as const,
      reviewId: review.id,
      villageId,
      rank,
      score,
      band: titleOf(band),
    }));
}

async function findWork(
  tx: Tx,
  communeId: number,
  { kind, id }: { readonly kind: "village" | "team"; readonly id: number },
  { firstDay, lastDay }: GroundWish,
  today: LocalDate,
): Promise<Ground[]> {
  const span = { kind: "days", from: firstDay, to: lastDay } as const;
  const figures = await findFigures(tx, communeId, span, today);
  const found = (kind === "village" ? figures.villages : figures.teams).find((each) => each.id === id);
  if (!found) return [];
  const { visits, proficient, households } = found;
  return [{ kind: "work", of: kind, id: String(id), visits, people: proficient, households }];
}

/** K13: by the figures a member sees on the own page, of the days the award is for. */
async function findMemberWork(
  tx: Tx,
  communeId: number,
  memberId: string,
  { firstDay, lastDay }: GroundWish,
  today: LocalDate,
): Promise<Ground> {
  const until = lastDay < today ? lastDay : today;
  const [row] = await tx.$queryRaw<{ visits: number; people: number; households: number }[]>`
    with own as (
      select c.id, c.visits from claim_participant p
        join claim c on c.commune_id = p.commune_id and c.id = p.claim_id and c.state = 'verified'
         and c.work_date between ${firstDay}::date and ${until}::date
       where p.commune_id = ${communeId} and p.member_id = ${memberId}::uuid
    )
    select coalesce((select sum(visits) from own), 0)::int as visits,
           (count(distinct u.person_key) filter (where u.outcome = 'proficient'))::int as people,
           (count(distinct u.household_id))::int as households
      from claim_unit u join own on own.id = u.claim_id
     where u.commune_id = ${communeId}`;
  const { visits = 0, people = 0, households = 0 } = row ?? {};
  return { kind: "work", of: "member", id: memberId, visits, people, households };
}

async function findModel(tx: Tx, communeId: number, id: string): Promise<Ground[]> {
  return tx.$queryRaw<Ground[]>`
    select 'model' as kind, name, state, started_on::text as "startedOn" from digital_model
     where commune_id = ${communeId} and id = ${id}::uuid`;
}

async function findInitiative(tx: Tx, communeId: number, id: string): Promise<Ground[]> {
  return tx.$queryRaw<Ground[]>`
    select 'initiative' as kind, i.id, i.state,
           (select s.document_number from initiative_step s
             where s.commune_id = i.commune_id and s.initiative_id = i.id and s.act = 'recognise'
             order by s.done_at desc limit 1) as document,
           (select (count(*))::int from initiative_step s
             where s.commune_id = i.commune_id and s.initiative_id = i.id and s.act = 'replicate') as replicas
      from initiative i where i.commune_id = ${communeId} and i.id = ${id}::uuid`;
}

async function findFamily(tx: Tx, communeId: number, householdId: string): Promise<Ground[]> {
  return tx.$queryRaw<Ground[]>`
    select 'family' as kind, h.id as "householdId", b.number, b.earned_on::text as "on"
      from household h
      left join lateral (
        select a.number, a.earned_on from badge_award a
         where a.commune_id = h.commune_id and a.badge_key = 'digital-family' and a.subject = 'household'
           and a.subject_id = h.id::text and a.revoked_at is null
         order by a.earned_on desc limit 1) b on true
     where h.commune_id = ${communeId} and h.id = ${householdId}::uuid`;
}
