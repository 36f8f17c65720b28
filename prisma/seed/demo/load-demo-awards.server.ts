import type { Grant } from "#app/domain/access/actor.ts";
import { isOnList } from "#app/domain/awards/shortlist.ts";
import { addDays, type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import type { ProposalForm } from "#app/features/awards/awards.schema.ts";
import { answerDeparture, askDeparture } from "#app/features/awards/depart-from-ranking.server.ts";
import { findAwardList } from "#app/features/awards/find-award-list.server.ts";
import { clearHold, enterHold } from "#app/features/awards/keep-hold.server.ts";
import { proposeAward } from "#app/features/awards/propose-award.server.ts";
import { proposeRanked } from "#app/features/awards/propose-ranked.server.ts";
import { storeFile } from "#app/features/files/store-file.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { findReviews } from "#app/features/year/find-review.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { callerOf } from "./load-demo-titles.server.ts";

interface DemoAwards {
  readonly office: Caller;
  readonly chief: Caller;
  readonly leader: Caller;
  readonly leaderVillage: number;
  /** Who did most, one of each team, most first. */
  readonly members: readonly {
    readonly memberId: string;
    readonly name: string;
    readonly villageId: number;
  }[];
  readonly models: readonly { readonly id: string; readonly name: string; readonly villageId: number }[];
  readonly households: readonly { readonly id: string; readonly code: string; readonly village: string }[];
  /** The newest annual review that is locked, else the middle of a year. */
  readonly review: { readonly id: string; readonly isAnnual: boolean; readonly title: string } | null;
  newId(): string;
}

/** The list of the fictional commune's locked review, with one departure, holds, and commendations between reviews. */
export async function loadDemoAwards(platform: Platform, communeId: number): Promise<void> {
  const demo = await findDemo(platform, communeId);
  if (demo === null) return;
  await showHolds(demo);
  await showTimely(demo);
  if (demo.review !== null) await showList(demo, demo.review);
}

async function showHolds({ office, members, newId }: DemoAwards): Promise<void> {
  const [standing, over] = [members.at(-1), members.at(-2)];
  if (!standing || !over) return;
  const ended = newId();
  await done(office, (tx, act) =>
    enterHold(tx, act, {
      id: ended,
      recipient: { kind: "member", id: over.memberId },
      kind: "complaint",
      fromDay: addDays(office.today, -60),
      reason: "Có đơn phản ánh số lượt hướng dẫn ghi trong tháng.",
      document: "Thông báo 41/TB-UBND",
    }),
  );
  await done(office, (tx, act) =>
    clearHold(tx, act, {
      hold: ended,
      clearedOn: addDays(office.today, -32),
      clearReason: "Đã gọi lại 20 hộ, số liệu đúng. Đơn không có cơ sở.",
      clearDocument: "Kết luận 07/KL-UBND",
    }),
  );
  await done(office, (tx, act) =>
    enterHold(tx, act, {
      id: newId(),
      recipient: { kind: "member", id: standing.memberId },
      kind: "inspection",
      fromDay: addDays(office.today, -6),
      reason: "Đoàn kiểm tra đang đối chiếu phiếu khảo sát của tổ.",
      document: "Quyết định 96/QĐ-UBND",
    }),
  );
}

async function showTimely({ office, leader, leaderVillage, members, newId }: DemoAwards): Promise<void> {
  const [quick] = members;
  const own = members.find(({ villageId }) => villageId === leaderVillage);
  if (quick) {
    const achievement =
      "Phát hiện, ngăn kịp thời vụ giả danh cán bộ để chiếm đoạt tài khoản của người cao tuổi trong thôn.";
    await proposeFor(office, person(quick, { basis: "sudden", achievement }, office, newId()), null);
  }
  if (!own) return;
  const minutes = new File(["%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n"], "bien-ban-hop-to.pdf");
  const stored = await storeFile(leader, { id: newId(), file: minutes });
  const achievement = "Đi cùng đoàn lưu động 12 buổi tối liền, giúp bà con cài sổ sức khỏe điện tử.";
  const form = person(
    own,
    { basis: "thematic", theme: "Sổ sức khỏe điện tử toàn dân", achievement },
    leader,
    newId(),
  );
  await done(leader, (tx, act) =>
    proposeAward(tx, act, form, {
      state: "sent",
      reach: new Set([leaderVillage]),
      proposedFrom: leaderVillage,
      fileId: stored.ok ? stored.value.fileId : null,
    }),
  );
}

async function showList(demo: DemoAwards, review: NonNullable<DemoAwards["review"]>): Promise<void> {
  const { office, chief, newId, models, households, members } = demo;
  const list = await read(office, (tx, communeId) => findAwardList(tx, communeId, review.id, office.today));
  if (list === null) return;
  const rows = list.clusters.flatMap((cluster) => cluster.rows);
  const next = rows.find(({ standing }) => standing === "out");
  if (next) {
    const id = newId();
    const reason =
      "Thôn xa trung tâm, sóng yếu; từ giữa năm tăng nhanh số hộ được hướng dẫn và nộp báo cáo đủ.";
    await done(office, (tx, act) =>
      askDeparture(tx, act, { id, reviewId: review.id, villageId: next.villageId, kind: "bring_in", reason }),
    );
    await done(chief, (tx, act) =>
      answerDeparture(tx, act, { reviewId: review.id, departure: id, answer: "agreed", reason: null }),
    );
  }
  await done(office, (tx, act) => proposeRanked(tx, act, review.id));
  const base = {
    review: review.id,
    ...(review.isAnnual ? { basis: "merit" as const } : { basis: "movement" as const, theme: review.title }),
    form: "commendation" as const,
    firstDay: list.review.firstDay,
    lastDay: list.review.lastDay,
  };
  const onList = new Set(rows.filter(({ standing }) => isOnList(standing)).map(({ villageId }) => villageId));
  for (const member of members.slice(1, 4)) {
    const achievement = `Đến tận nhà hướng dẫn, nhiều người trong thôn đã tự làm được (${review.title}).`;
    await proposeFor(office, { ...person(member, { ...base, achievement }, office, newId()), ...base }, null);
  }
  const [model] = models.filter(({ villageId }) => !onList.has(villageId)).concat(models);
  if (model) {
    const recipient = { kind: "village" as const, id: model.villageId };
    const achievement = `Có mô hình "${model.name}" hoạt động đều, nơi khác đến học.`;
    const chosen = { kind: "model" as const, id: model.id };
    const village = rows.find(({ villageId }) => villageId === model.villageId)?.name ?? "thôn";
    const printedName = `Cán bộ và Nhân dân ${village}`;
    await proposeFor(office, { ...base, id: newId(), chosen, recipient, printedName, achievement }, null);
  }
  const [household] = households;
  if (household) {
    const recipient = { kind: "household" as const, id: household.id };
    const achievement = "Gia đình số tiêu biểu, cho mượn nhà làm điểm hướng dẫn bà con.";
    const printedName = `Hộ ${household.code}, ${household.village}`;
    await proposeFor(
      office,
      { ...base, id: newId(), chosen: recipient, recipient, printedName, achievement },
      null,
    );
  }
}

type Wish = Pick<ProposalForm, "basis" | "achievement"> & { readonly theme?: string };

function person(
  { memberId, name }: DemoAwards["members"][number],
  { basis, theme, achievement }: Wish,
  { today }: Caller,
  id: string,
): ProposalForm {
  const recipient = { kind: "member" as const, id: memberId };
  return {
    id,
    chosen: recipient,
    recipient,
    basis,
    theme,
    form: "commendation",
    printedName: name,
    achievement,
    firstDay: addDays(today, -30),
    lastDay: today,
  };
}

function proposeFor(caller: Caller, form: ProposalForm, fileId: string | null) {
  return done(caller, (tx, act) =>
    proposeAward(tx, act, form, { state: "proposed", reach: "whole", proposedFrom: null, fileId }),
  );
}

type Work = Parameters<typeof inRoster<{ readonly ok: boolean }>>[2];

async function done(caller: Caller, work: Work): Promise<void> {
  const verdict = await inRoster(caller, "seed.demo", work);
  if (!verdict.ok)
    throw new Error(`the demonstration's commendation was refused: ${JSON.stringify(verdict)}`);
}

function read<Found>(caller: Caller, work: (tx: Tx, communeId: number) => Promise<Found>): Promise<Found> {
  const scope = caller.scope("seed.demo");
  return caller.platform.db.withCommunes(scope, (tx) => work(tx, scope.communes[0] ?? 0));
}

async function findDemo(platform: Platform, communeId: number): Promise<DemoAwards | null> {
  const today = localDateAt(platform.clock.now().getTime());
  const scope = { actorId: null, verb: "seed.demo", requestId: "demo", communes: [communeId] };
  return platform.db.withCommunes(scope, async (tx) => {
    if ((await tx.awardHold.count({ where: { communeId } })) > 0) return null;
    const grants = await tx.$queryRaw<(Grant & { accountId: string; username: string })[]>`
      select g.account_id as "accountId", a.username, g.role, g.commune_id as "communeId",
             coalesce(g.village_id, t.village_id) as "villageId", g.team_id as "teamId",
             g.valid_from::text as "validFrom", g.valid_to::text as "validTo"
        from role_grant g
        join account a on a.id = g.account_id
        left join team t on t.commune_id = g.commune_id and t.id = g.team_id
       where g.commune_id = ${communeId} and g.ended_at is null order by a.username`;
    const as = ({ accountId }: { accountId: string }) =>
      callerOf(platform, communeId, accountId, today, grants);
    const holder = (role: string) => grants.find((grant) => grant.role === role);
    const leader = grants.find(({ username, role }) => username === "to.truong" && role === "leader");
    const [office, chief] = [holder("office"), holder("commune_leader")];
    const members = await findMembers(tx, communeId, today);
    if (!office || !chief || !leader?.villageId || members.length < 6) return null;
    const locked = (await findReviews(tx, communeId)).filter(
      ({ state }) => state === "locked" || state === "published",
    );
    const review = locked.find(({ kind }) => kind === "annual") ?? locked.find(({ kind }) => kind === "mid");
    return {
      office: as(office),
      chief: as(chief),
      leader: as(leader),
      leaderVillage: leader.villageId,
      members,
      models: await tx.$queryRaw<DemoAwards["models"][number][]>`
        select id, name, village_id as "villageId" from digital_model
         where commune_id = ${communeId} and state = 'replicated' order by started_on, id`,
      households: await tx.$queryRaw<DemoAwards["households"][number][]>`
        select h.id, h.code, v.name as village from badge_award b
          join household h on h.commune_id = b.commune_id and h.id::text = b.subject_id
          join village v on v.commune_id = h.commune_id and v.id = h.village_id
         where b.commune_id = ${communeId} and b.badge_key = 'digital-family' and b.revoked_at is null
         order by h.code limit 1`,
      review: review ? { id: review.id, isAnnual: review.kind === "annual", title: review.title } : null,
      newId: () => makeId(platform.clock.now().getTime(), platform.random.bytes(10)),
    };
  });
}

function findMembers(tx: Tx, communeId: number, today: LocalDate): Promise<DemoAwards["members"][number][]> {
  return tx.$queryRaw<DemoAwards["members"][number][]>`
    select "memberId", name, "villageId" from (
      select distinct on (t.id) m.id as "memberId", m.full_name as name, t.village_id as "villageId",
             count(l.seq) as lines
        from membership s
        join member m on m.commune_id = s.commune_id and m.id = s.member_id
        join team t on t.commune_id = s.commune_id and t.id = s.team_id and t.village_id is not null
        left join ledger_line l on l.commune_id = m.commune_id and l.member_id = m.id
       where s.commune_id = ${communeId} and s.role = 'member' and s.valid_from <= ${today}::date
         and coalesce(s.valid_to, ${today}::date) >= ${today}::date
       group by t.id, t.village_id, m.id, m.full_name
       order by t.id, count(l.seq) desc, m.id) best
     order by lines desc, "memberId"`;
}
