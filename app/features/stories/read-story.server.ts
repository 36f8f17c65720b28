import { can } from "#app/domain/access/can.ts";
import type { ClaimState } from "#app/domain/activity/claim.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { StoryState } from "#app/domain/stories/story.ts";
import type { AdoptionView, StoryLink, StoryStep, StoryText, StoryView } from "#app/domain/stories/views.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { ledTeams } from "./adopt-story.server.ts";
import { findPeople, isEditor, mayBePublic } from "./story-place.server.ts";

interface StoryRow extends StoryText {
  readonly id: string;
  readonly state: StoryState;
  readonly authorId: string;
  readonly teamId: number | null;
  readonly authorName: string;
  readonly place: string | null;
  readonly publishedOn: LocalDate | null;
  readonly memberId: string | null;
  readonly claimId: string | null;
  readonly claimState: ClaimState | null;
}

/** Published for all of the commune; before that for its author and the editors. Null: not there, or not for you. */
export function readStory(caller: Caller, storyId: string): Promise<StoryView | null> {
  const scope = caller.scope("stories.read-one");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const row = await findRow(tx, communeId, storyId);
    if (!row) return null;
    const isAuthor = row.authorId === caller.person.accountId;
    const editor = isEditor(caller);
    if (row.state !== "published" && !isAuthor && !editor) return null;
    const people = await findPeople(tx, communeId, storyId);
    const adoptions = await findAdoptions(tx, caller, communeId, row, editor);
    const mayKeep = isAuthor || editor;
    const { authorId: _, teamId, memberId, claimId, claimState, ...shown } = row;
    return {
      ...shown,
      isPublic: row.state === "published" && mayBePublic(people),
      // Who agreed to what is between them and those who keep it.
      people: mayKeep ? people : [],
      links: await findLinks(tx, communeId, storyId),
      steps: mayKeep ? await findSteps(tx, communeId, storyId) : [],
      adoptions,
      claim: mayKeep && claimId !== null && claimState ? { id: claimId, state: claimState } : null,
      hasMember: memberId !== null,
      may: {
        write: isAuthor && (row.state === "draft" || row.state === "needs_changes"),
        keep: mayKeep && row.state !== "removed",
        edit: editor && !isAuthor,
        adopt: row.state === "published" ? await findAdopters(tx, caller, communeId, teamId, adoptions) : [],
      },
    };
  });
}

/** The text as its author last wrote it, for the form; null for everybody else. */
export function readOwnText(
  caller: Caller,
  storyId: string,
): Promise<(StoryText & { readonly state: StoryState; readonly people: readonly string[] }) | null> {
  const scope = caller.scope("stories.read-own-text");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const row = await findRow(tx, communeId, storyId);
    if (row?.authorId !== caller.person.accountId) return null;
    if (row.state !== "draft" && row.state !== "needs_changes") return null;
    const { version, kind, field, movement, title, body, videoLink, photos, state } = row;
    const people = (await findPeople(tx, communeId, storyId)).map(({ name }) => name);
    return { version, kind, field, movement, title, body, videoLink, photos, state, people };
  });
}

async function findRow(tx: Tx, communeId: number, storyId: string): Promise<StoryRow | null> {
  const [row] = await tx.$queryRaw<StoryRow[]>`
    select s.id, s.state, s.version, v.kind, v.field, v.movement, v.title, v.body, v.video_link as "videoLink",
           array(select unnest(v.photos)::text) as photos, s.author_id as "authorId", s.team_id as "teamId",
           s.member_id as "memberId", coalesce(m.full_name, a.display_name) as "authorName",
           coalesce(p.name, t.name) as place, s.published_on::text as "publishedOn", s.claim_id as "claimId",
           c.state as "claimState"
      from story s
      join story_version v on v.commune_id = s.commune_id and v.story_id = s.id and v.version = s.version
      join account a on a.id = s.author_id
      left join member m on m.commune_id = s.commune_id and m.id = s.member_id
      left join village p on p.commune_id = s.commune_id and p.id = s.village_id
      left join team t on t.commune_id = s.commune_id and t.id = s.team_id
      left join claim c on c.commune_id = s.commune_id and c.id = s.claim_id
     where s.commune_id = ${communeId} and s.id = ${storyId}::uuid`;
  return row ?? null;
}

function findLinks(tx: Tx, communeId: number, storyId: string): Promise<StoryLink[]> {
  return tx.$queryRaw`
    select id, channel, link, published_on::text as "publishedOn" from story_link
     where commune_id = ${communeId} and story_id = ${storyId}::uuid order by published_on, id`;
}

function findSteps(tx: Tx, communeId: number, storyId: string): Promise<StoryStep[]> {
  return tx.$queryRaw`
    select s.id, s.act, s.version, s.reason, a.display_name as by, (extract(epoch from s.done_at) * 1000)::float8 as at
      from story_step s join account a on a.id = s.done_by
     where s.commune_id = ${communeId} and s.story_id = ${storyId}::uuid
       and (s.act <> 'write' or s.version = 1) order by s.done_at, s.id`;
}

async function findAdoptions(
  tx: Tx,
  caller: Caller,
  communeId: number,
  story: StoryRow,
  editor: boolean,
): Promise<AdoptionView[]> {
  const own = caller.person.accountId;
  const teams = ledTeams(caller);
  const confirmers = can(caller.actor, "story.confirm", null, caller.today);
  const isOfAuthorsTeam =
    confirmers.ok && confirmers.value.grants.some(({ teamId }) => teamId !== null && teamId === story.teamId);
  const rows = await tx.$queryRaw<
    (Omit<AdoptionView, "mayReport" | "mayConfirm"> & { takenById: string; reportedById: string | null })[]
  >`
    select d.id, d.team_id as "teamId", t.name as "teamName", d.promise, d.due_on::text as "dueOn", d.state,
           a.display_name as "takenBy", d.taken_by as "takenById", d.reported_by as "reportedById", d.result,
           d.done_on::text as "doneOn", b.display_name as "confirmedBy", d.is_credited as "isCredited"
      from story_adoption d
      join team t on t.commune_id = d.commune_id and t.id = d.team_id
      join account a on a.id = d.taken_by
      left join account b on b.id = d.confirmed_by
     where d.commune_id = ${communeId} and d.story_id = ${story.id}::uuid and d.state <> 'given_up'
     order by d.taken_at, d.id`;
  return rows.map(({ takenById, reportedById, ...row }) => {
    const isParty = takenById === own || reportedById === own || story.authorId === own;
    return {
      ...row,
      mayReport: (row.state === "taken" || row.state === "done") && teams.includes(row.teamId),
      mayConfirm: row.state === "done" && !isParty && (editor || isOfAuthorsTeam),
    };
  });
}

async function findAdopters(
  tx: Tx,
  caller: Caller,
  communeId: number,
  authorsTeam: number | null,
  adoptions: readonly AdoptionView[],
): Promise<StoryView["may"]["adopt"]> {
  const free = ledTeams(caller).filter(
    (teamId) => teamId !== authorsTeam && !adoptions.some((adoption) => adoption.teamId === teamId),
  );
  if (free.length === 0) return [];
  return tx.team.findMany({
    where: { communeId, id: { in: free }, validTo: null },
    select: { id: true, name: true },
    orderBy: { id: "asc" },
  });
}
