import sharp from "sharp";
import type { Grant } from "#app/domain/access/actor.ts";
import { addDays, type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import { makeGroupName } from "#app/domain/zalo/group-name.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { creditReplicas, writeStageClaims } from "#app/features/initiatives/credit-initiative.server.ts";
import { proposeInitiative, submitInitiative } from "#app/features/initiatives/propose-initiative.server.ts";
import { takeStep } from "#app/features/initiatives/take-step.server.ts";
import { decideClaims } from "#app/features/ledger/decide-claims.server.ts";
import { uploadPhoto } from "#app/features/photos/upload-photo.server.ts";
import { addStoryLink } from "#app/features/stories/add-story-link.server.ts";
import { adoptStory, reportAdoption } from "#app/features/stories/adopt-story.server.ts";
import { confirmAdoption } from "#app/features/stories/confirm-adoption.server.ts";
import { creditAuthor } from "#app/features/stories/credit-author.server.ts";
import { recordStoryConsent } from "#app/features/stories/keep-story-people.server.ts";
import { moveStoryOn } from "#app/features/stories/move-story.server.ts";
import { saveStory } from "#app/features/stories/save-story.server.ts";
import { keepZaloGroup, saveNaming } from "#app/features/zalo-groups/keep-zalo-groups.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { DEMO_INITIATIVES, DEMO_SCENES, DEMO_STORIES, type DemoStory } from "./demo-stories.ts";
import { callerOf } from "./load-demo-titles.server.ts";

interface Demo {
  as(who: string | number, day: LocalDate): Caller | null;
  /** Another officer than the one who edits. */
  second(day: LocalDate): Caller | null;
  id(): string;
  readonly today: LocalDate;
  readonly communeId: number;
  readonly platform: Platform;
  readonly villages: readonly { readonly id: number; readonly name: string }[];
  /** By team, who leads it. */
  readonly leaders: readonly (Grant & { readonly accountId: string; readonly username: string })[];
}

/** Stories, initiatives and groups of the fictional commune, by the same verbs as real ones; a second start adds nothing. */
export async function loadDemoStories(platform: Platform, communeId: number): Promise<void> {
  const demo = await findDemo(platform, communeId);
  if (demo === null) return;
  const ids: string[] = [];
  for (const story of DEMO_STORIES) ids.push(await tellStory(demo, story));
  for (const initiative of DEMO_INITIATIVES) await takeInitiative(demo, initiative);
  // Verified as any other work, by the leaders, the second officer where nobody else may.
  await verifyAll(demo);
  await reuse(demo, ids[0] ?? "");
  await showGroups(demo);
}

async function tellStory(demo: Demo, story: DemoStory): Promise<string> {
  const day = addDays(demo.today, -(story.ago ?? 2));
  const id = demo.id();
  const author = demo.as(story.by, day);
  const editor = demo.as("van.phong", day);
  if (!author || !editor) return id;
  const photos = story.scene === null ? [] : [await drawScene(demo, author, story.scene)];
  const { kind, field, title, body } = story;
  const text = { kind, field, title, body, movement: null, videoLink: null };
  must(await saveStory(author, { ...text, id, seenVersion: null, people: story.people.join("\n"), photos }));
  if (story.state === "draft") return id;
  const move = (caller: Caller, act: "submit" | "approve" | "publish") =>
    moveStoryOn(caller, { storyId: id, id: demo.id(), act, version: 1, reason: null });
  must(await move(author, "submit"));
  if (story.state !== "published") return id;
  for (const personId of await findPeople(demo, id)) {
    must(
      await recordStoryConsent(author, {
        storyId: id,
        personId,
        askedBy: "Người viết chuyện",
        askedOn: addDays(day, -1),
      }),
    );
  }
  must(await move(editor, "approve"));
  must(await move(editor, "publish"));
  if (story.link !== null) {
    const link = { storyId: id, id: demo.id(), link: story.link, publishedOn: day };
    must(await addStoryLink(editor, { ...link, channel: "digital_village" }));
    must(await addStoryLink(editor, { ...link, id: demo.id(), channel: "loudspeaker", link: null }));
  }
  await creditAuthor(editor, id);
  return id;
}

async function drawScene(demo: Demo, author: Caller, scene: "tea" | "market"): Promise<string> {
  const bytes = await sharp(Buffer.from(DEMO_SCENES[scene])).png().toBuffer();
  const photo = await uploadPhoto(author, { id: demo.id() as never, bytes: new Uint8Array(bytes) });
  if (!photo.ok) throw new Error(`a picture of the demonstration is refused: ${photo.code}`);
  return photo.value.photoId;
}

function findPeople({ platform, communeId }: Demo, storyId: string): Promise<string[]> {
  return platform.db.withCommunes(scopeOf(communeId), async (tx) => {
    const rows = await tx.storyPerson.findMany({ where: { communeId, storyId }, select: { id: true } });
    return rows.map(({ id }) => id);
  });
}

/** Two teams do the same; one is confirmed, one waits for the office. */
async function reuse(demo: Demo, storyId: string): Promise<void> {
  const promises = [
    ["Mở bàn trà ở nhà sinh hoạt bản, hai chiều chủ nhật", "11 bà con gọi được cho con, 4 người tự nạp tiền"],
    ["Mượn ấm chén của hội phụ nữ, mở ở sân đình", "8 bà con tham gia buổi đầu"],
  ] as const;
  for (const [index, [promise, result]] of promises.entries()) {
    const leader = demo.leaders[index + 2];
    const day = addDays(demo.today, -30 + index * 9);
    const caller = leader ? demo.as(leader.username, day) : null;
    if (!caller || leader?.teamId == null) continue;
    const id = demo.id();
    const dueOn = addDays(day, 14);
    const taken = await adoptStory(caller, { storyId, id, teamId: leader.teamId, promise, dueOn });
    if (!taken.ok) continue;
    must(await reportAdoption(caller, { adoptionId: id, result }));
    const second = demo.second(demo.today);
    // Where the author's own record waits still, the reuse waits with it.
    if (index === 0 && second) await confirmAdoption(second, id);
  }
}

async function takeInitiative(demo: Demo, wish: (typeof DEMO_INITIATIVES)[number]): Promise<void> {
  const { by, steps, ...text } = wish;
  const id = demo.id();
  for (const [act, ago] of steps) {
    const day = addDays(demo.today, -ago);
    if (act === "submit") {
      const author = demo.as(by, day);
      if (!author) return;
      const proposed = await proposeInitiative(author, { id, ...text, coauthors: [] });
      if (!proposed.ok) return;
      must(await submitInitiative(author, { id: demo.id(), initiativeId: id, reason: "Gửi xét." }));
      continue;
    }
    const office = demo.as("van.phong", day);
    if (!office) return;
    const village = demo.villages[act === "replicate" ? 4 : 2];
    const isRecognition = act === "recognise";
    must(
      await takeStep(office, {
        id: demo.id(),
        initiativeId: id,
        act,
        reason: REASONS[act],
        happenedOn: day,
        villageId: act === "pilot" || act === "replicate" ? (village?.id ?? null) : null,
        evidenceLink: null,
        documentNumber: isRecognition ? "48/QĐ-UBND" : null,
        documentDate: isRecognition ? day : null,
      }),
    );
    await writeStageClaims(office, id);
  }
  await verifyAll(demo);
  const second = demo.second(demo.today);
  if (second) await creditReplicas(second, id);
}

const REASONS = {
  review: "Dễ làm, ít tốn, đúng chỗ bà con đang vướng. Đồng ý làm thử một tháng.",
  pilot: "Làm thử bốn tuần: 31 người dùng, 26 người tự làm lại được khi tổ quay lại.",
  recognise: "Hội đồng xét, thống nhất công nhận và phổ biến.",
  replicate: "Tổ bên cạnh đã làm theo, có danh sách người dùng.",
} as const;

async function verifyAll(demo: Demo): Promise<void> {
  const { platform, communeId, today, leaders } = demo;
  const waiting = await platform.db.withCommunes(scopeOf(communeId), (tx) =>
    tx.claim.findMany({
      where: { communeId, state: "submitted", activityKey: { in: ["story", "initiative"] } },
      select: { id: true, revision: true, teamId: true },
    }),
  );
  for (const { id: claimId, revision, teamId } of waiting) {
    const leader = leaders.find((grant) => grant.teamId === teamId);
    const callers = [leader ? demo.as(leader.username, today) : null, demo.second(today)];
    for (const caller of callers) {
      if (!caller) continue;
      const decision = { decisionId: demo.id(), claimId, revision, reasonCode: null, reason: null };
      const [answer] = await decideClaims(caller, [{ ...decision, verdict: "approve" }]);
      if (answer?.outcome.ok) break;
    }
  }
}

async function showGroups(demo: Demo): Promise<void> {
  const day = addDays(demo.today, -60);
  const office = demo.as("van.phong", day);
  if (!office) return;
  const naming = {
    villageTemplate: "CNCĐ_{thon}_{xa}_{huyen}",
    communeTemplate: "{to} - {loai-xa} {xa}",
    district: "Sông Ngàn",
  };
  must(await saveNaming(office, naming));
  const facts = {
    commune: "Suối Mây",
    communeKind: "xã",
    district: "Sông Ngàn",
    province: "",
    team: "Tổ công nghệ số cộng đồng",
  };
  const nameOf = (template: string, village: string) => makeGroupName(template, { ...facts, village });
  const link = (key: string) => `https://zalo.me/g/vidu${key}`;
  const commune = { place: 0, status: "new" as const, name: nameOf(naming.communeTemplate, "") };
  must(await keepZaloGroup(office, { ...commune, link: link("xa") }));
  for (const [index, { id, name }] of demo.villages.entries()) {
    if (index % 6 === 5) continue;
    const isNew = index % 2 === 0;
    const status = index % 6 === 3 ? "none" : isNew ? "new" : "existing";
    const written = isNew ? nameOf(naming.villageTemplate, name) : `Bà con ${name}`;
    const group = { place: id, status, name: status === "none" ? null : written } as const;
    must(await keepZaloGroup(office, { ...group, link: status === "none" ? null : link(String(index)) }));
  }
}

function must(verdict: { readonly ok: boolean }): void {
  if (!verdict.ok) throw new Error(`a story of the demonstration is refused: ${JSON.stringify(verdict)}`);
}

function scopeOf(communeId: number): CommuneScope {
  return { actorId: null, verb: "seed.demo", requestId: "demo", communes: [communeId] };
}

async function findDemo(platform: Platform, communeId: number): Promise<Demo | null> {
  const today = localDateAt(platform.clock.now().getTime());
  return platform.db.withCommunes(scopeOf(communeId), async (tx) => {
    if ((await tx.story.count({ where: { communeId } })) > 0) return null;
    const grants = await tx.$queryRaw<(Grant & { accountId: string; username: string })[]>`
      select g.account_id as "accountId", a.username, g.role, g.commune_id as "communeId",
             g.village_id as "villageId", g.team_id as "teamId", g.valid_from::text as "validFrom",
             g.valid_to::text as "validTo"
        from role_grant g join account a on a.id = g.account_id
       where g.commune_id = ${communeId} and g.ended_at is null order by a.username <> 'to.truong', a.username`;
    if (!grants.some(({ username }) => username === "van.phong")) return null;
    const villages = await tx.village.findMany({
      where: { communeId, validTo: null },
      select: { id: true, name: true },
      orderBy: [{ sortKey: "asc" }, { id: "asc" }],
    });
    const leaders = grants.filter(({ role }) => role === "leader");
    const as = (who: string | number, day: LocalDate): Caller | null => {
      const accountId =
        typeof who === "number"
          ? leaders[who]?.accountId
          : grants.find(({ username }) => username === who)?.accountId;
      return accountId === undefined ? null : callerOf(platform, communeId, accountId, day, grants);
    };
    return {
      as,
      second: (day) => as("van.phong.hai", day),
      id: () => makeId(platform.clock.now().getTime(), platform.random.bytes(10)),
      today,
      communeId,
      platform,
      villages,
      leaders,
    };
  });
}
