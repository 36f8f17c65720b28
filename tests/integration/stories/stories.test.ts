import { beforeEach, describe, expect, it } from "vitest";
import { CONSENT_TEXT_VERSION } from "#app/domain/people/consent.ts";
import { setPublication } from "#app/features/board-live/set-publication.server.ts";
import { giveConsent } from "#app/features/personal-data/give-consent.server.ts";
import * as feed from "#app/routes/member/stories.tsx";
import * as one from "#app/routes/member/story.tsx";
import * as edit from "#app/routes/member/story-edit.tsx";
import * as photo from "#app/routes/member/story-photo.ts";
import * as write from "#app/routes/member/story-write.tsx";
import * as desk from "#app/routes/office/stories.tsx";
import * as board from "#app/routes/public/commune-board.tsx";
import * as publicList from "#app/routes/public/stories.tsx";
import * as publicOne from "#app/routes/public/story.tsx";
import * as publicPhoto from "#app/routes/public/story-photo.ts";
import { drawPhoto } from "#tests/support/draw-photo.ts";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { type LoggingTeam, makeLoggingTeam, rowsOf } from "../activity-log/loggers.ts";
import { testOffice } from "../communes/office.ts";
import { approval, decide, expectBooksInOrder } from "../ledger/books.ts";
import { freshId } from "../roster/rosterers.ts";

const office = testOffice();
const NOW = new Date("2026-11-20T02:00:00Z");
let team: LoggingTeam;
let lan: TestBrowser;
let editor: TestBrowser;
let editorId: string;
let second: TestBrowser;
let far: TestBrowser;

const TEXT = {
  kind: "good_practice",
  field: "society",
  title: "Bàn trà dạy gọi video",
  body: "Chiều thứ bảy ở nhà văn hóa, bà con mang điện thoại tới học gọi video cho con cháu.\n\nMỗi người một cuộc gọi.",
};

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
  lan = await team.commune.browser(team.lan.accountId);
  editorId = await office.makeAccount({ name: "Hà Thị Biên" });
  await officer(editorId);
  const secondId = await office.makeAccount({ name: "Đinh Văn Tập" });
  await officer(secondId);
  editor = await team.commune.browser(editorId);
  second = await team.commune.browser(secondId);
  far = await team.commune.browser(await farLeader());
});

function officer(accountId: string): Promise<unknown> {
  return office.grant(accountId, team.commune.communeId, "office");
}

async function farLeader(): Promise<string> {
  const [{ id: teamId }] = await rowsOf(office, team, "select id from team where id <> $1", team.teamId);
  return (await team.logger({ name: "Sùng A Trưởng", team: teamId, role: "leader" })).accountId;
}

async function draft(by = lan, wish: Record<string, string> = {}, id = freshId()): Promise<string> {
  const answer = await by.post(write.action, "/chuyen/viet", { id, ...TEXT, ...wish });
  expect(answer.status).toBe(303);
  return id;
}

function press(by: TestBrowser, storyId: string, act: string, wish: Record<string, string> = {}) {
  return by.post(one.action, "/", { act, id: freshId(), version: "1", ...wish }, { storyId });
}

const look = async (by: TestBrowser, storyId: string) => (await by.get(one.loader, "/", { storyId })).body;

async function published(wish: Record<string, string> = {}): Promise<string> {
  const id = await draft(lan, wish);
  expect((await press(lan, id, "submit")).status).toBe(303);
  expect((await press(editor, id, "approve")).status).toBe(303);
  expect((await press(editor, id, "publish")).status).toBe(303);
  return id;
}

const points = async () =>
  (await rowsOf(office, team, "select coalesce(sum(points), 0)::int as sum from ledger_line"))[0].sum;

describe("a story from its author to the page", () => {
  it("H02: goes from draft to published by an editor, never by its author, and keeps each version", async () => {
    const id = await draft();
    expect((await far.get(one.loader, "/", { storyId: id })).status).toBe(404);
    expect((await press(lan, id, "approve")).status).toBe(404);
    await press(lan, id, "submit");
    expect((await press(editor, id, "return", { reason: "Thêm kết quả." })).status).toBe(303);
    const again = { id, version: "1", ...TEXT, title: "Bàn trà dạy gọi video, 12 người biết gọi" };
    expect((await lan.post(edit.action, "/", again, { storyId: id })).status).toBe(303);
    expect((await lan.post(edit.action, "/", again, { storyId: id })).status).toBe(422);
    await press(lan, id, "submit", { version: "2" });
    expect((await press(editor, id, "approve", { version: "1" })).body.problems.form.code).toBe(
      "story_changed",
    );
    await press(editor, id, "approve", { version: "2" });
    await press(editor, id, "publish", { version: "2" });
    expect((await look(far, id)).story).toMatchObject({ state: "published", version: 2, steps: [] });
    expect(await rowsOf(office, team, "select 1 from story_version")).toHaveLength(2);
    const steps = (await look(lan, id)).story.steps.map(({ act }: { act: string }) => act);
    expect(steps).toEqual(["write", "submit", "return", "submit", "approve", "publish"]);
  });

  it("H02: another button of a page from before is refused in words, and changes nothing", async () => {
    const id = await draft();
    await press(lan, id, "submit");
    const step = { id: freshId() };
    expect((await press(editor, id, "approve", step)).status).toBe(303);
    const other = await press(editor, id, "return", { ...step, reason: "Thêm kết quả." });
    expect(other.status).toBe(422);
    expect(other.body.problems.form.code).toBe("story_changed");
    expect((await press(editor, id, "approve", step)).status).toBe(303);
    expect((await look(lan, id)).story.state).toBe("approved");
  });

  it("H02: an officer does not edit a story of their own", async () => {
    const id = await draft(editor);
    await press(editor, id, "submit");
    expect((await press(editor, id, "approve")).body.problems.form.code).toBe("story_is_yours");
    expect((await press(second, id, "approve")).status).toBe(303);
  });

  it("H02: whoever is named agreed, and who asked them is recorded; the names refuse publication until then", async () => {
    const unlisted = await draft(lan, { body: `${TEXT.body}\n\nAnh Quàng Văn Minh pha trà.` });
    expect((await press(lan, unlisted, "submit")).body.problems.people).toMatchObject({
      code: "story_names_not_listed",
      names: ["Quàng Văn Minh"],
    });
    const id = await draft(lan, { people: "Quàng Văn Minh\nBà Chủ Nhà" });
    await press(lan, id, "submit");
    await press(editor, id, "approve");
    const refused = await press(editor, id, "publish");
    expect(refused.body.problems.form).toMatchObject({
      code: "story_names_without_consent",
      names: ["Bà Chủ Nhà", "Quàng Văn Minh"],
    });
    for (const { id: personId } of (await look(editor, id)).story.people) {
      const consent = { act: "consent", personId, askedBy: "Vì Thị Lan", askedOn: "2026-11-18" };
      expect((await press(lan, id, "consent", consent)).status).toBe(303);
    }
    expect((await press(editor, id, "publish")).status).toBe(303);
    expect((await look(editor, id)).story.people[0]).toMatchObject({ askedBy: "Vì Thị Lan" });
    expect((await look(far, id)).story.people).toEqual([]);
  });

  it("B10, H10, H11, H12: carries its links by channel; only what is heard has no address", async () => {
    const id = await published({ videoLink: "https://video.example.vn/ban-tra" });
    const link = {
      channel: "digital_village",
      link: "https://langso.dx.gov.vn/ban-tra",
      publishedOn: "2026-11-20",
    };
    expect((await press(editor, id, "link", link)).status).toBe(303);
    expect((await press(editor, id, "link", { ...link, channel: "facebook", link: "" })).status).toBe(422);
    const heard = { ...link, channel: "loudspeaker", link: "" };
    expect((await press(editor, id, "link", heard)).status).toBe(303);
    const { story } = await look(far, id);
    expect(story.links.map(({ channel }: { channel: string }) => channel).sort()).toEqual([
      "digital_village",
      "loudspeaker",
    ]);
    expect(story.videoLink).toBe("https://video.example.vn/ban-tra");
  });

  it("H01: counts in the month it was published, against what the plan asks", async () => {
    await draft();
    const before = (await editor.get(desk.loader, "/van-phong/chuyen")).body.desk.progress;
    expect(before.asked).toBe(1);
    expect(before.months[0].published).toBe(0);
    await published();
    const { progress } = (await editor.get(desk.loader, "/van-phong/chuyen")).body.desk;
    expect(progress.months[0].published).toBe(1);
    expect(progress.teams[0]).toMatchObject({ id: team.teamId, published: 1 });
  });
});

describe("what a story earns", () => {
  it("H01: is the author's ordinary record, verified by another and never by who published it", async () => {
    const id = await published();
    expect(await points()).toBe(0);
    const [claim] = await rowsOf(office, team, "select * from claim where id = $1::uuid", id);
    expect(claim).toMatchObject({ activity_key: "story", state: "submitted", is_from_paper: false });
    expect(claim.member_id).toBe(team.lan.memberId);
    expect((await decide(team.leader, approval(id))).ok).toBe(true);
    expect(await points()).toBe(800);
    await expectBooksInOrder(office, team);
  });

  it("H03: another team takes it over, tells the result, and somebody else confirms: one reuse more, once", async () => {
    const id = await published();
    const { may } = (await look(far, id)).story;
    const adoptionId = freshId();
    const wish = {
      id: adoptionId,
      teamId: String(may.adopt[0].id),
      promise: "Mở bàn trà sáng chủ nhật",
      dueOn: "2026-12-01",
    };
    expect((await press(far, id, "adopt", wish)).status).toBe(303);
    expect((await press(far, id, "adopt", { ...wish, id: freshId() })).status).toBe(422);
    expect((await press(editor, id, "confirm", { adoptionId })).status).toBe(422);
    await press(far, id, "report", { adoptionId, result: "9 bà con gọi được" });
    expect((await press(far, id, "confirm", { adoptionId })).status).toBe(404);
    // The author's own record is still in the queue: nothing to add to yet.
    expect((await press(second, id, "confirm", { adoptionId })).body.problems.form.code).toBe(
      "story_claim_waits",
    );
    await decide(team.leader, approval(id));
    // Who wrote the record down has a part in it.
    expect((await press(editor, id, "confirm", { adoptionId })).body.problems.form.code).toBe(
      "verify_typed_by_you",
    );
    expect((await press(second, id, "confirm", { adoptionId })).status).toBe(303);
    expect((await press(second, id, "confirm", { adoptionId })).status).toBe(303);
    expect(await points()).toBe(900);
    expect((await look(lan, id)).story.adoptions[0]).toMatchObject({ state: "confirmed", isCredited: true });
    await expectBooksInOrder(office, team);
  });

  it("H03: the own team does not take over its own story", async () => {
    const id = await published();
    const leader = await team.commune.browser(team.leader.accountId);
    expect((await look(leader, id)).story.may.adopt).toEqual([]);
    const wish = { teamId: String(team.teamId), promise: "Làm lại", dueOn: "2026-12-01" };
    expect((await press(leader, id, "adopt", wish)).body.problems.form.code).toBe("story_of_own_team");
  });
});

describe("stories for strangers", () => {
  const door = (path: string, params: Record<string, string>, headers: Record<string, string> = {}) =>
    ({
      request: new Request(`http://localhost:3000${path}`, { headers }),
      params,
      context: {
        platform: office.platform,
        visit: { requestId: "test", clientAddress: "203.0.113.7", nonce: "" },
      },
    }) as never;
  const commune = () => String(team.commune.communeId);
  const read = (storyId: string, headers = {}) =>
    publicOne.loader(door("/", { commune: commune(), storyId }, headers)) as Promise<Response>;

  async function open(): Promise<void> {
    const done = await setPublication(office.platform, team.commune.scope, {
      isPublic: true,
      seenRevision: 0,
    });
    expect(done.ok).toBe(true);
  }

  it("D19: a story is a page in which nothing runs, with what a chat shows of it, and 304 for who has it", async () => {
    const id = await published({ title: "Bàn trà <b>dạy</b> gọi & nghe" });
    expect((await read(id)).status).toBe(404);
    await open();
    const answer = await read(id);
    const html = await answer.clone().text();
    expect(html).toContain("Bàn trà &lt;b&gt;dạy&lt;/b&gt; gọi &amp; nghe");
    expect(html).not.toMatch(/<script|<b>dạy|\sstyle=/);
    expect(html).toContain('property="og:title"');
    expect(html).toMatch(
      new RegExp(`property="og:image" content="http[^"]+/xa/${commune()}/chuyen/${id}/the.png"`),
    );
    expect(html).not.toContain("Vì Thị Lan");
    const tag = answer.headers.get("ETag") ?? "";
    expect((await read(id, { "If-None-Match": tag })).status).toBe(304);
    const list = await (await publicList.loader(door("/", { commune: commune() }))).text();
    expect(list).toContain(`/xa/${commune()}/chuyen/${id}`);
  });

  it("D19, K05: the public board leads to the newest stories and names the honour roll of the month before", async () => {
    const id = await published();
    await open();
    const html = await ((await board.loader(door("/", { commune: commune() }))) as Response).text();
    expect(html).toContain(`/xa/${commune()}/chuyen/${id}`);
    expect(html.length).toBeLessThan(40_000);
  });

  it("H02: a consent that is taken back takes the story and its pictures off the pages at once", async () => {
    const form = new FormData();
    const id = freshId();
    for (const [name, value] of Object.entries({ id, ...TEXT, people: "Bà Chủ Nhà" })) form.set(name, value);
    const { buffer, name, mimeType } = await drawPhoto(7);
    form.set("photo", new File([new Uint8Array(buffer)], name, { type: mimeType }));
    expect((await lan.post(write.action, "/", form)).status).toBe(303);
    await press(lan, id, "submit");
    const [{ id: personId }] = (await look(lan, id)).story.people;
    await press(lan, id, "consent", { personId, askedBy: "Vì Thị Lan", askedOn: "2026-11-18" });
    await press(editor, id, "approve");
    await press(editor, id, "publish");
    await open();
    const picture = () =>
      publicPhoto.loader(door("/", { commune: commune(), storyId: id, file: "1.webp" })) as Promise<Response>;
    expect((await read(id)).status).toBe(200);
    expect((await picture()).headers.get("Content-Type")).toBe("image/webp");
    expect((await far.get(photo.loader, "/", { storyId: id, file: "1.webp" })).status).toBe(200);
    expect((await press(lan, id, "withdraw", { personId })).status).toBe(422);
    expect((await press(lan, id, "withdraw", { personId, sure: "yes" })).status).toBe(303);
    expect((await read(id)).status).toBe(404);
    expect((await picture()).status).toBe(404);
  });

  it("T12: names the author only who agreed to it", async () => {
    const id = await published();
    await open();
    const scope = { ...team.commune.scope, actorId: team.commune.officerId };
    const consent = { memberId: team.lan.memberId, purpose: "public_full_name", channel: "paper" } as const;
    await giveConsent(office.platform, scope, {
      ...consent,
      id: freshId(),
      textVersion: CONSENT_TEXT_VERSION,
    });
    expect(await (await read(id)).text()).toContain("Vì Thị Lan");
  });

  it("D19: members find published stories newest first, and their own drafts above", async () => {
    const id = await published();
    const own = await draft();
    const { feed: mine } = (await lan.get(feed.loader, "/chuyen")).body;
    expect(mine.stories.map((each: { id: string }) => each.id)).toEqual([id]);
    expect(mine.mine.map((each: { id: string }) => each.id)).toEqual([own]);
    expect((await far.get(feed.loader, "/chuyen?loai=news")).body.feed.stories).toEqual([]);
  });
});
