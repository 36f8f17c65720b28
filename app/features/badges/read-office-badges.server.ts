import type { BadgeContent } from "#app/domain/badges/badge.ts";
import type { BadgeDraftState, ListedBadge } from "#app/domain/badges/shown-badge.ts";
import { type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { BadgeReader } from "./badge-reader.server.ts";
import { type BadgeDraft, findBadgeDraft } from "./find-badge-draft.server.ts";
import { findBadges, newestOf } from "./find-badges.server.ts";
import { type BadgePreview, previewBadge } from "./preview-badge.server.ts";

/** Every badge of the commune with what the office must know of it at a glance. */
export async function readOfficeBadges({
  platform,
  communeId,
  scope,
}: BadgeReader): Promise<readonly ListedBadge[] | null> {
  if (communeId === null) return null;
  return platform.db.withCommunes(scope("badges.read-office-badges"), async (tx) => {
    const badges = await findBadges(tx, communeId);
    const counts = await tx.badgeAward.groupBy({
      by: ["badgeKey"],
      where: { communeId, revokedAt: null },
      _count: { _all: true },
    });
    const drafts = await tx.badgeDraft.findMany({
      where: { communeId },
      select: { key: true, proposedBy: true },
    });
    return badges.map((badge) => {
      const { version, content } = newestOf(badge);
      const draft = drafts.find(({ key }) => key === badge.key);
      const state: BadgeDraftState | null = draft ? (draft.proposedBy ? "waiting" : "drafted") : null;
      const count = counts.find(({ badgeKey }) => badgeKey === badge.key)?._count._all ?? 0;
      return { key: badge.key, version, content, draft: state, awards: count };
    });
  });
}

export interface BadgeVersionLine {
  readonly version: number;
  readonly from: LocalDate;
  readonly content: BadgeContent;
  readonly note: string | null;
  readonly proposedBy: string | null;
  readonly publishedBy: string | null;
}

export interface OfficeBadge {
  readonly key: string;
  /** The newest first. */
  readonly versions: readonly BadgeVersionLine[];
  readonly draft: (BadgeDraft & { readonly proposedByName: string | null }) | null;
  readonly recent: readonly RecentAward[];
  readonly preview: BadgePreview | null;
}

export interface RecentAward {
  readonly id: string;
  readonly bearer: string;
  readonly tier: number;
  readonly occasion: string;
  readonly earnedOn: LocalDate;
}

const RECENT = 12;

/** One badge for those who keep it; with a preview where it is asked for. */
export async function readOfficeBadge(
  { platform, communeId, scope, today }: BadgeReader,
  key: string,
  wish: { readonly withPreview: boolean },
): Promise<OfficeBadge | null> {
  if (communeId === null) return null;
  return platform.db.withCommunes(scope("badges.read-office-badge"), async (tx) => {
    const badge = (await findBadges(tx, communeId)).find((each) => each.key === key);
    if (!badge) return null;
    const rows = await tx.badgeDefinition.findMany({
      where: { communeId, key },
      orderBy: { version: "desc" },
      select: { version: true, note: true, proposedBy: true, publishedBy: true, publishedAt: true },
    });
    const draft = await findBadgeDraft(tx, communeId, key);
    const people = rows.flatMap(({ proposedBy, publishedBy }) => [proposedBy, publishedBy]);
    const names = await readAccountNames(tx, [...people, draft?.proposal?.by ?? null]);
    const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null));
    return {
      key,
      versions: rows.flatMap(({ version, note, publishedAt, ...by }) => {
        const content = badge.versions.find((each) => each.version === version)?.content;
        return content
          ? [
              {
                version,
                note,
                content,
                from: localDateAt(publishedAt.getTime()),
                proposedBy: nameOf(by.proposedBy),
                publishedBy: nameOf(by.publishedBy),
              },
            ]
          : [];
      }),
      draft: draft && { ...draft, proposedByName: nameOf(draft.proposal?.by ?? null) },
      recent: await readRecent(tx, communeId, key),
      preview:
        draft && wish.withPreview ? await previewBadge(tx, communeId, badge, draft.content, today) : null,
    };
  });
}

async function readAccountNames(
  tx: Tx,
  ids: readonly (string | null)[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const rows = await tx.account.findMany({
    where: { id: { in: wanted } },
    select: { id: true, displayName: true },
  });
  return new Map(rows.map(({ id, displayName }) => [id, displayName]));
}

function readRecent(tx: Tx, communeId: number, key: string): Promise<RecentAward[]> {
  return tx.$queryRaw<RecentAward[]>`
    select a.id, coalesce(m.full_name, t.name, v.name, h.code || ', ' || home.name, '') as bearer, a.tier::int as tier, a.occasion,
           a.earned_on::text as "earnedOn"
      from badge_award a
      left join member m on m.commune_id = a.commune_id and a.subject = 'member' and m.id::text = a.subject_id
      left join team t on t.commune_id = a.commune_id and a.subject = 'team' and t.id::text = a.subject_id
      left join village v on v.commune_id = a.commune_id and a.subject = 'village' and v.id::text = a.subject_id
      left join household h on h.commune_id = a.commune_id and a.subject = 'household' and h.id::text = a.subject_id
      left join village home on home.commune_id = h.commune_id and home.id = h.village_id
     where a.commune_id = ${communeId} and a.badge_key = ${key} and a.revoked_at is null
     order by a.earned_on desc, a.granted_at desc, a.id desc limit ${RECENT}`;
}
