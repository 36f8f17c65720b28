import {
  agreementRate,
  countLooks,
  type LookCounts,
  type LookVerdict,
} from "#app/domain/audits/agreement.ts";
import type { DrawReason } from "#app/domain/audits/draw.ts";
import { type LookRefusal, mayLook } from "#app/domain/audits/may-look.ts";
import type { Instant, LocalDate } from "#app/domain/calendar/local-date.ts";
import { makeSortKey } from "#app/domain/text/sort-key.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findSchemeOn } from "#app/features/scheme/find-scheme.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findLookedAt } from "./find-looked-at.server.ts";

/** A month's draw, as anybody may check it (docs/second-looks.md). */
export interface DrawView {
  readonly monthId: number;
  readonly commitment: string;
  readonly committedAt: Instant;
  /** After the month's work had ended: the promise came too late to bind. */
  readonly isLate: boolean;
  readonly secret: string | null;
  readonly root: string | null;
  readonly claimCount: number | null;
  readonly drawnAt: Instant | null;
}

export interface LookView {
  readonly claimId: string;
  readonly villageId: number | null;
  readonly monthId: number;
  readonly reason: DrawReason;
  readonly memberName: string;
  readonly teamName: string;
  readonly villageName: string | null;
  readonly activityName: string;
  readonly workDate: LocalDate;
  readonly visits: number;
  readonly verifierName: string;
  readonly verdict: LookVerdict | null;
  readonly facts: string | null;
  readonly auditorName: string | null;
  readonly auditedAt: Instant | null;
  readonly isCorrectionAsked: boolean;
}

export interface RateView {
  readonly name: string;
  readonly counts: LookCounts;
  /** Basis points; null while too few were asked. */
  readonly rate: number | null;
}

export interface Looks {
  readonly draws: readonly DrawView[];
  readonly waiting: readonly LookView[];
  readonly waitingCount: number;
  /** Where somebody has to go, and for how many. */
  readonly places: readonly { readonly villageId: number; readonly name: string; readonly waiting: number }[];
  readonly done: readonly LookView[];
  readonly verifiers: readonly RateView[];
  readonly villages: readonly RateView[];
  /** The one opened for its verdict, and why it is not this reader's to take. */
  readonly opened: (LookView & { readonly refusal: LookRefusal | null }) | null;
}

const SHOWN_AT_MOST = 30;
const MONTHS_SHOWN = 13;

export interface LooksWish {
  readonly openedId: string | null;
  readonly villageId: number | null;
}

export async function readLooks(caller: Caller, { openedId, villageId }: LooksWish): Promise<Looks> {
  const scope = caller.scope("second-looks.read");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const rows = await findLooks(tx, communeId);
    const { scheme } = await findSchemeOn(tx, communeId, caller.today);
    const nameOf = new Map(scheme.activities.map(({ key, name }) => [key, name]));
    const views = rows.map(({ activityKey, ...row }) => ({
      ...row,
      activityName: nameOf.get(activityKey) ?? activityKey,
    }));
    const open = views.filter(({ verdict }) => verdict === null || verdict === "unreachable");
    const waiting = villageId === null ? open : open.filter((look) => look.villageId === villageId);
    const done = views
      .filter(({ verdict }) => verdict !== null)
      .sort((left, right) => (right.auditedAt ?? 0) - (left.auditedAt ?? 0));
    const byLot = views.filter(({ reason, verdict }) => reason === "lot" && verdict !== null);
    const opened = views.find(({ claimId }) => claimId === openedId);
    return {
      draws: await findDraws(tx, communeId),
      waiting: waiting.slice(0, SHOWN_AT_MOST),
      waitingCount: waiting.length,
      places: placesOf(open),
      done: done.slice(0, SHOWN_AT_MOST),
      verifiers: ratesBy(byLot, ({ verifierName }) => verifierName),
      villages: ratesBy(byLot, ({ villageName }) => villageName),
      opened: opened ? { ...opened, refusal: await refusalOf(tx, caller, communeId, opened.claimId) } : null,
    };
  });
}

async function refusalOf(
  tx: Tx,
  caller: Caller,
  communeId: number,
  claimId: string,
): Promise<LookRefusal | null> {
  const found = await findLookedAt(tx, communeId, claimId, caller.person.accountId);
  if (!found) return { code: "look_not_there" };
  const verdict = mayLook(found.claim, found.person);
  if (verdict.ok) return null;
  const { ok: _, ...refusal } = verdict;
  return refusal;
}

function placesOf(looks: readonly LookView[]): Looks["places"] {
  const places = new Map<number, { villageId: number; name: string; waiting: number }>();
  for (const { villageId, villageName } of looks) {
    if (villageId === null || villageName === null) continue;
    const place = places.get(villageId) ?? { villageId, name: villageName, waiting: 0 };
    places.set(villageId, { ...place, waiting: place.waiting + 1 });
  }
  return [...places.values()].sort((left, right) =>
    makeSortKey(left.name) < makeSortKey(right.name) ? -1 : 1,
  );
}

function ratesBy(looks: readonly LookView[], nameOf: (look: LookView) => string | null): RateView[] {
  const groups = new Map<string, LookView[]>();
  for (const look of looks) {
    const name = nameOf(look);
    if (name !== null) groups.set(name, [...(groups.get(name) ?? []), look]);
  }
  return [...groups]
    .map(([name, own]) => {
      const counts = countLooks(own.map(({ verdict }) => verdict));
      return { name, counts, rate: agreementRate(counts) };
    })
    .sort(
      (left, right) =>
        (left.rate ?? 10_001) - (right.rate ?? 10_001) || right.counts.differs - left.counts.differs,
    );
}

type LookRow = Omit<LookView, "activityName"> & { readonly activityKey: string };

/** Of a year and a month, so that rates speak of people as they work now. The lot's own order is kept. */
function findLooks(tx: Tx, communeId: number): Promise<LookRow[]> {
  return tx.$queryRaw<LookRow[]>`
    with shown as (
      select id, month_id from audit_draw
       where commune_id = ${communeId} and drawn_at is not null order by month_id desc limit ${MONTHS_SHOWN})
    select i.claim_id as "claimId", i.village_id as "villageId", s.month_id as "monthId", i.reason, m.full_name as "memberName",
           t.name as "teamName", v.name as "villageName", c.activity_key as "activityKey",
           c.work_date::text as "workDate", c.visits, w.display_name as "verifierName", i.verdict, i.facts,
           a.display_name as "auditorName", (extract(epoch from i.audited_at) * 1000)::float8 as "auditedAt",
           i.correction_id is not null as "isCorrectionAsked"
      from audit_item i
      join shown s on s.id = i.draw_id
      join claim c on c.commune_id = i.commune_id and c.id = i.claim_id
      join member m on m.commune_id = c.commune_id and m.id = c.member_id
      join team t on t.commune_id = c.commune_id and t.id = c.team_id
      left join village v on v.commune_id = i.commune_id and v.id = i.village_id
      join lateral (
        select d.decided_by from claim_decision d
         where d.commune_id = c.commune_id and d.claim_id = c.id and d.verdict in ('approve', 'amend')
         order by d.decided_at desc limit 1) d on true
      join account w on w.id = d.decided_by
      left join account a on a.id = i.audited_by
     where i.commune_id = ${communeId}
     order by s.month_id, i.position`;
}

function findDraws(tx: Tx, communeId: number): Promise<DrawView[]> {
  return tx.$queryRaw<DrawView[]>`
    select d.month_id as "monthId", encode(d.commitment, 'hex') as commitment,
           (extract(epoch from d.committed_at) * 1000)::float8 as "committedAt",
           d.committed_at >= m.grace_ends_at as "isLate", encode(d.secret, 'hex') as secret,
           encode(d.claims_sha256, 'hex') as root, d.claim_count as "claimCount",
           (extract(epoch from d.drawn_at) * 1000)::float8 as "drawnAt"
      from audit_draw d
      join month m on m.commune_id = d.commune_id and m.id = d.month_id
     where d.commune_id = ${communeId}
     order by d.month_id desc limit ${MONTHS_SHOWN}`;
}
