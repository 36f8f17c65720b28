import { isId } from "#app/domain/ids.ts";
import { publicNameOf } from "#app/domain/people/consent.ts";
import type { PublicPlace } from "#app/domain/publication/public-place.ts";
import { excerptOf } from "#app/domain/stories/story.ts";
import { PUBLIC_STORY_PATHS } from "#app/domain/stories/story-paths.ts";
import type { PublicStory } from "#app/domain/stories/views.ts";
import { findPublicPlace } from "#app/features/board-live/find-public-place.server.ts";
import { readKeptPage } from "#app/features/board-live/read-kept-page.server.ts";
import type { Language } from "#app/messages/language.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { KeptPage } from "#app/platform/kept-pages/kept-pages.ts";
import type { Platform } from "#app/platform/platform.ts";

/** More than a year of a busy commune; older ones stay at their own address. */
const MOST_LISTED = 60;

interface PageWish {
  readonly communeId: number;
  readonly language: Language;
  readonly requestId: string;
}

/** The commune's stories as strangers read them; null where nothing is published. */
export function writePublicStories(
  platform: Platform,
  wish: PageWish & {
    readonly write: (page: {
      readonly place: PublicPlace;
      readonly stories: readonly PublicStory[];
    }) => string;
  },
): Promise<KeptPage | null> {
  const { communeId } = wish;
  return readKeptPage(platform, {
    ...pageOf(wish, PUBLIC_STORY_PATHS.all(communeId)),
    read: async (tx) => ({
      place: await findPublicPlace(tx, communeId),
      stories: await findPublicStories(tx, communeId, null),
    }),
    write: wish.write,
  });
}

/** One story; null where it is not there, not published, or somebody in it took their consent back. */
export async function writePublicStory(
  platform: Platform,
  wish: PageWish & {
    readonly storyId: string;
    readonly write: (page: { readonly place: PublicPlace; readonly story: PublicStory }) => string;
  },
): Promise<KeptPage | null> {
  const { communeId, storyId } = wish;
  if (!isId(storyId)) return null;
  return readKeptPage(platform, {
    ...pageOf(wish, PUBLIC_STORY_PATHS.one(communeId, storyId)),
    read: async (tx) => {
      const [story] = await findPublicStories(tx, communeId, storyId);
      return story ? { place: await findPublicPlace(tx, communeId), story } : null;
    },
    write: wish.write,
  });
}

function pageOf({ communeId, language, requestId }: PageWish, path: string) {
  const key = `${path} ${language}`;
  return { communeId, requestId, verb: "stories.read-public", key, needsPublicBoard: true };
}

type Row = Omit<PublicStory, "author" | "excerpt" | "photos"> & {
  readonly photos: number | null;
  readonly fullName: string | null;
  readonly isErased: boolean;
  readonly hasConsent: boolean;
};

export async function findPublicStories(
  tx: Tx,
  communeId: number,
  storyId: string | null,
): Promise<PublicStory[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select s.id, v.kind, v.title, v.body, p.name as village, s.published_on::text as "publishedOn",
           v.video_link as "videoLink", cardinality(v.photos) as photos, m.full_name as "fullName",
           m.erased_at is not null as "isErased",
           exists (select from consent c where c.commune_id = s.commune_id and c.member_id = s.member_id
                      and c.purpose = 'public_full_name' and c.withdrawn_at is null) as "hasConsent",
           (select count(*)::int from story_adoption d
             where d.commune_id = s.commune_id and d.story_id = s.id and d.state = 'confirmed') as adoptions,
           coalesce((select json_agg(json_build_object('channel', l.channel, 'link', l.link) order by l.published_on, l.id)
              from story_link l
             where l.commune_id = s.commune_id and l.story_id = s.id and l.link is not null), '[]') as links
      from story s
      join story_version v on v.commune_id = s.commune_id and v.story_id = s.id and v.version = s.version
      left join member m on m.commune_id = s.commune_id and m.id = s.member_id
      left join village p on p.commune_id = s.commune_id and p.id = s.village_id
     where s.commune_id = ${communeId} and s.state = 'published'
       and (${storyId}::uuid is null or s.id = ${storyId}::uuid)
       and not exists (select from story_person n
                        where n.commune_id = s.commune_id and n.story_id = s.id and not n.is_dropped
                          and (n.asked_on is null or n.withdrawn_on is not null))
     order by s.published_on desc, s.published_at desc, s.id limit ${MOST_LISTED}`;
  return rows.map(({ fullName, isErased, hasConsent, photos, ...story }) => ({
    ...story,
    photos: photos ?? 0,
    excerpt: excerptOf(story.body),
    author:
      fullName === null
        ? ""
        : publicNameOf(
            { fullName, isErased },
            hasConsent ? [{ purpose: "public_full_name", withdrawnAt: null }] : [],
          ),
  }));
}
