import { isId } from "#app/domain/ids.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { readKeptFile } from "#app/platform/files/file-store.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { isEditor } from "./story-place.server.ts";

export interface StoryPhoto {
  readonly sha256: string;
  readonly bytes: Buffer;
}

interface Wish {
  readonly storyId: string;
  /** "1.webp" */
  readonly file: string;
  readonly isSmall: boolean;
}

/** A picture of a story, for whoever may read the story. */
export async function readStoryPhoto(caller: Caller, wish: Wish): Promise<StoryPhoto | null> {
  const scope = caller.scope("stories.read-photo");
  const communeId = onlyCommune(scope);
  const sha256 = await caller.platform.db.withCommunes(scope, (tx) =>
    findPhoto(tx, communeId, wish, {
      readerId: caller.person.accountId,
      isEditor: isEditor(caller),
      isStranger: false,
    }),
  );
  return read(caller.platform, sha256);
}

/** The same for strangers: of stories that are published on a published board, every consent standing. */
export async function readPublicStoryPhoto(
  platform: Platform,
  { communeId, requestId, ...wish }: Wish & { readonly communeId: number; readonly requestId: string },
): Promise<StoryPhoto | null> {
  const scope = { actorId: null, verb: "stories.read-public-photo", requestId, communes: [communeId] };
  const sha256 = await platform.db.withCommunes(scope, (tx) =>
    findPhoto(tx, communeId, wish, { readerId: null, isEditor: false, isStranger: true }),
  );
  return read(platform, sha256);
}

async function read({ config }: Pick<Platform, "config">, sha256: string | null): Promise<StoryPhoto | null> {
  if (sha256 === null) return null;
  const bytes = await readKeptFile(config.dataDir, sha256);
  return bytes && { sha256, bytes };
}

interface Reader {
  readonly readerId: string | null;
  readonly isEditor: boolean;
  readonly isStranger: boolean;
}

async function findPhoto(
  tx: Tx,
  communeId: number,
  { storyId, file, isSmall }: Wish,
  reader: Reader,
): Promise<string | null> {
  const number = /^([1-4])\.webp$/.exec(file)?.[1];
  if (number === undefined || !isId(storyId)) return null;
  const [row] = await tx.$queryRaw<{ sha256: string }[]>`
    select encode(case when ${isSmall}::boolean then f.thumb_sha256 else f.sha256 end, 'hex') as sha256
      from story s
      join story_version v on v.commune_id = s.commune_id and v.story_id = s.id and v.version = s.version
      join photo f on f.commune_id = s.commune_id and f.id = v.photos[${Number(number)}::int]
     where s.commune_id = ${communeId} and s.id = ${storyId}::uuid
       and case when ${reader.isStranger}::boolean
             then s.state = 'published'
              and exists (select from board_publication b where b.commune_id = s.commune_id and b.is_public)
              and not exists (select from story_person p
                               where p.commune_id = s.commune_id and p.story_id = s.id and not p.is_dropped
                                 and (p.asked_on is null or p.withdrawn_on is not null))
             else s.state = 'published' or ${reader.isEditor}::boolean or s.author_id = ${reader.readerId}::uuid end`;
  return row?.sha256 ?? null;
}
