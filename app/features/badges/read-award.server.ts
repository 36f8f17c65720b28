import type { BadgeContent } from "#app/domain/badges/badge.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { BadgeSubject } from "#app/domain/plan/badge-proposal.ts";
import { parseBadgeContent } from "./badge-content.schema.ts";
import { type BadgeReader, findOwnPlace } from "./badge-reader.server.ts";

export interface AwardPage {
  readonly id: string;
  readonly badgeKey: string;
  readonly version: number;
  readonly content: BadgeContent;
  readonly tier: number;
  readonly occasion: string;
  readonly earnedOn: LocalDate;
  readonly subject: BadgeSubject;
  readonly bearer: string;
  /** The reader's own, or of a team the reader is in. */
  readonly isMine: boolean;
  readonly isByRule: boolean;
  readonly isFinal: boolean;
  readonly number: string | null;
  readonly validUntil: LocalDate | null;
  readonly revocation: { readonly on: LocalDate; readonly reason: string; readonly isByRule: boolean } | null;
  readonly claims: readonly AwardClaim[];
  readonly claimCount: number;
}

export interface AwardClaim {
  readonly id: string;
  readonly workDate: LocalDate;
  readonly activityKey: string;
  readonly visits: number;
}

/** A streak of a year or a hundred households: the page names so many records, newest first, and counts the rest. */
const SHOWN_CLAIMS = 60;

type Row = Omit<AwardPage, "content" | "isMine" | "revocation" | "claims" | "claimCount"> & {
  readonly content: unknown;
  readonly subjectId: string;
  readonly revokedOn: LocalDate | null;
  readonly reason: string | null;
  readonly isRevokedByRule: boolean;
};

/** One award down to the records that earned it. Null where the commune has none of that name. */
export async function readAward(reader: BadgeReader, awardId: string): Promise<AwardPage | null> {
  const { platform, communeId, scope } = reader;
  if (communeId === null) return null;
  return platform.db.withCommunes(scope("badges.read-award"), async (tx) => {
    const [row] = await tx.$queryRaw<Row[]>`
      select a.id, a.badge_key as "badgeKey", a.version, d.content, a.tier::int as tier, a.occasion,
             a.earned_on::text as "earnedOn", a.subject, a.subject_id as "subjectId",
             coalesce(m.full_name, t.name, v.name, h.code, '') as bearer, a.granted_by is null as "isByRule",
             a.is_final or coalesce(n.state = 'sealed', false) as "isFinal", a.number,
             a.valid_until::text as "validUntil",
             (a.revoked_at at time zone 'Asia/Ho_Chi_Minh')::date::text as "revokedOn", a.revoke_reason as reason,
             a.revoked_by is null as "isRevokedByRule"
        from badge_award a
        join badge_definition d on d.commune_id = a.commune_id and d.key = a.badge_key and d.version = a.version
        left join month n on n.commune_id = a.commune_id and n.id = a.month_id
        left join member m on m.commune_id = a.commune_id and a.subject = 'member' and m.id::text = a.subject_id
        left join team t on t.commune_id = a.commune_id and a.subject = 'team' and t.id::text = a.subject_id
        left join village v on v.commune_id = a.commune_id and a.subject = 'village' and v.id::text = a.subject_id
        left join household h on h.commune_id = a.commune_id and a.subject = 'household' and h.id::text = a.subject_id
       where a.commune_id = ${communeId} and a.id = ${awardId}::uuid`;
    if (!row) return null;
    const place = await findOwnPlace(tx, communeId, reader);
    const claims = await tx.$queryRaw<(AwardClaim & { count: number })[]>`
      select c.id, c.work_date::text as "workDate", c.activity_key as "activityKey", c.visits,
             (count(*) over ())::int as count
        from badge_award a
        cross join lateral jsonb_array_elements_text(
          case when jsonb_typeof(a.basis -> 'claims') = 'array' then a.basis -> 'claims' else '[]' end) as named (id)
        join claim c on c.commune_id = a.commune_id and c.id = named.id::uuid
       where a.commune_id = ${communeId} and a.id = ${awardId}::uuid
       order by c.work_date desc, c.id desc limit ${SHOWN_CLAIMS}`;
    const { content, subjectId, revokedOn, reason, isRevokedByRule, ...award } = row;
    const own = row.subject === "team" ? place?.teams.map(({ id }) => String(id)) : [place?.memberId];
    return {
      ...award,
      content: parseBadgeContent(content),
      isMine: own?.includes(subjectId) ?? false,
      revocation: revokedOn && { on: revokedOn, reason: reason ?? "", isByRule: isRevokedByRule },
      claims: claims.map(({ count: _, ...claim }) => claim),
      claimCount: claims[0]?.count ?? 0,
    };
  });
}
