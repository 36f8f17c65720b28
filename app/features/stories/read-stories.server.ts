import { excerptOf, type StoryKind, type StoryState } from "#app/domain/stories/story.ts";
import type { StoryCard } from "#app/domain/stories/views.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { Tx } from "#app/platform/db/database.ts";

const PAGE = 12;

export interface StoryFeed {
  readonly stories: readonly StoryCard[];
  readonly more: boolean;
  readonly mine: readonly StoryCard[];
}

/** D19: what was published in the commune, newest first, and what the reader is still writing. */
export function readStories(
  caller: Caller,
  { kind, page }: { readonly kind: StoryKind | null; readonly page: number },
): Promise<StoryFeed> {
  const scope = caller.scope("stories.read");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const stories = await findCards(tx, communeId, {
      states: ["published"],
      kind,
      offset: (page - 1) * PAGE,
      limit: PAGE + 1,
    });
    const mine = await findCards(tx, communeId, {
      states: ["draft", "submitted", "needs_changes", "approved"],
      authorId: caller.person.accountId,
      limit: 20,
    });
    return { stories: stories.slice(0, PAGE), more: stories.length > PAGE, mine };
  });
}

interface CardWish {
  readonly states: readonly StoryState[];
  readonly kind?: StoryKind | null;
  readonly authorId?: string;
  readonly offset?: number;
  readonly limit: number;
}

export async function findCards(tx: Tx, communeId: number, wish: CardWish): Promise<StoryCard[]> {
  const { states, kind = null, authorId = null, offset = 0, limit } = wish;
  const rows = await tx.$queryRaw<(Omit<StoryCard, "excerpt"> & { body: string })[]>`
    select s.id, s.state, v.kind, v.field, v.title, left(v.body, 400) as body, cardinality(v.photos) > 0 as "hasPhoto",
           coalesce(m.full_name, a.display_name) as "authorName", coalesce(p.name, t.name) as place,
           s.published_on::text as "publishedOn",
           (select count(*)::int from story_adoption d
             where d.commune_id = s.commune_id and d.story_id = s.id and d.state in ('done', 'confirmed')) as adoptions
      from story s
      join story_version v on v.commune_id = s.commune_id and v.story_id = s.id and v.version = s.version
      join account a on a.id = s.author_id
      left join member m on m.commune_id = s.commune_id and m.id = s.member_id
      left join village p on p.commune_id = s.commune_id and p.id = s.village_id
      left join team t on t.commune_id = s.commune_id and t.id = s.team_id
     where s.commune_id = ${communeId} and s.state = any(${[...states]})
       and (${kind}::text is null or v.kind = ${kind})
       and (${authorId}::uuid is null or s.author_id = ${authorId}::uuid)
     order by s.published_on desc nulls first, s.changed_at desc, s.id desc
     limit ${limit} offset ${offset}`;
  return rows.map(({ body, ...card }) => ({ ...card, excerpt: excerptOf(body) }));
}
