import type { Grant } from "#app/domain/access/actor.ts";
import { isListed, type ProposalView } from "#app/domain/awards/award.ts";
import { addDays, type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import type { CouncilRole } from "#app/domain/council/minutes.ts";
import type { Attendance } from "#app/domain/council/quorum.ts";
import type { Choice } from "#app/domain/council/tally.ts";
import { makeId } from "#app/domain/ids.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { findProposals } from "#app/features/awards/find-proposals.server.ts";
import { castOwnVote, recordHands } from "#app/features/council/cast-vote.server.ts";
import { closeRound, partTie } from "#app/features/council/close-round.server.ts";
import { addCouncilMember } from "#app/features/council/keep-members.server.ts";
import { openRound } from "#app/features/council/open-round.server.ts";
import { readCouncilMinutes } from "#app/features/council/read-council.server.ts";
import {
  noteSeats,
  openSession,
  writeDissent,
  writeSessionWords,
} from "#app/features/council/run-session.server.ts";
import { announceWindow } from "#app/features/self-assessment/announce-window.server.ts";
import { answerComment } from "#app/features/self-assessment/answer-comment.server.ts";
import { findTalkReviews } from "#app/features/self-assessment/find-talk.server.ts";
import { writeComment } from "#app/features/self-assessment/write-comment.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { callerOf } from "./load-demo-titles.server.ts";

type OwnGrant = Grant & { readonly accountId: string; readonly username: string; readonly name: string };

interface DemoCouncil {
  readonly today: LocalDate;
  readonly office: Caller;
  readonly second: Caller;
  readonly chief: Caller;
  readonly chiefName: string;
  readonly leaders: readonly { readonly caller: Caller; readonly villageId: number }[];
  readonly talk: Awaited<ReturnType<typeof findTalkReviews>>[number] | null;
  readonly review: { readonly id: string; readonly title: string } | null;
  readonly proposals: readonly ProposalView[];
  newId(): string;
}

/** Two villages on their sheets, one of them answered; a session of the council that was held, and one that votes. */
export async function loadDemoCouncil(platform: Platform, communeId: number): Promise<void> {
  const demo = await findDemo(platform, communeId);
  if (demo === null) return;
  if (demo.talk) await showTalk(demo, demo.talk);
  if (!demo.review || demo.proposals.length === 0) return;
  await seatCouncil(demo);
  await holdSession(demo, demo.review);
  await beginSession(demo, demo.review);
}

async function showTalk(
  { office, second, leaders, today, newId }: DemoCouncil,
  talk: NonNullable<DemoCouncil["talk"]>,
): Promise<void> {
  must(await announceWindow(office, talk.id, { firstDay: today, lastDay: addDays(today, 7) }));
  const criteria = talk.sheet.groups.flatMap((group) => group.criteria);
  const written = [
    [1, 200, "Còn 6 hộ xóm Ngòi đã làm được nhưng ghi nhầm sang thôn bên. Tổ gửi kèm danh sách có chữ ký."],
    [5, 0, "Báo cáo tháng 8 nộp bản giấy đúng hạn tại Một cửa, có dấu nhận, chưa thấy tính."],
    [0, 350, "Thôn tự chấm theo sổ của tổ; số người thành thạo đã đối chiếu từng hộ."],
  ] as const;
  const said: string[] = [];
  for (const [at, [index, below, content]] of written.entries()) {
    const leader = leaders[at === 2 ? 1 : 0];
    const criterion = criteria[Math.min(index, criteria.length - 1)];
    if (!leader || !criterion) continue;
    const id = newId();
    must(
      await writeComment(leader.caller, {
        id,
        reviewId: talk.id,
        villageId: leader.villageId,
        criterion: criterion.key,
        ownPoints: Math.max(0, criterion.maximum - below),
        content,
        fileIds: [],
      }),
    );
    said.push(id);
  }
  const commentId = said[1];
  if (commentId === undefined) return;
  const content =
    "Đã đối chiếu sổ tiếp nhận: bản giấy nộp đúng hạn. Văn phòng đã ghi vào báo cáo tháng 8, điểm được tính lại.";
  must(await answerComment(second, { commentId, reviewId: talk.id, outcome: "mended", content }));
}

const SEATS: readonly (readonly [string, string, CouncilRole])[] = [
  ["Lường Thị Hạnh", "Phó Chủ tịch Ủy ban nhân dân xã", "vice_chair"],
  ["Quàng Văn Thịnh", "Chủ tịch Ủy ban Mặt trận Tổ quốc xã", "member"],
  ["Tòng Thị Mai", "Chủ tịch Hội Liên hiệp Phụ nữ xã", "member"],
  ["Lò Văn Quyết", "Bí thư Đoàn Thanh niên xã", "member"],
  ["Cà Thị Nguyệt", "Công chức tài chính, kế toán", "member"],
  ["Hà Văn Sáng", "Trưởng phòng Kinh tế", "member"],
  ["Bạc Thị Thơm", "Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "member"],
];

async function seatCouncil({ office, second, chief, chiefName, today, newId }: DemoCouncil): Promise<void> {
  const decision = "05/QĐ-UBND";
  const validFrom = `${today.slice(0, 4)}-01-05` as LocalDate;
  const seat = async (fullName: string, position: string, role: CouncilRole, accountId: string | null) =>
    must(
      await addCouncilMember(office, {
        id: newId(),
        fullName,
        position,
        role,
        accountId,
        decision,
        validFrom,
      }),
    );
  await seat(chiefName, "Chủ tịch Ủy ban nhân dân xã", "chair", chief.person.accountId);
  await seat("Vì Văn Thuận", "Phòng Văn hóa - Xã hội", "secretary", second.person.accountId);
  for (const [name, position, role] of SEATS) await seat(name, position, role, null);
}

async function holdSession(demo: DemoCouncil, review: NonNullable<DemoCouncil["review"]>): Promise<void> {
  const { second, today, proposals, newId } = demo;
  const sessionId = newId();
  must(
    await openSession(second, {
      id: sessionId,
      reviewId: review.id,
      title: `Họp xét khen thưởng: ${review.title}`,
      form: "meeting",
      place: "Phòng họp Ủy ban nhân dân xã",
      heldOn: addDays(today, -2),
    }),
  );
  await note(demo, sessionId, { "Cà Thị Nguyệt": "proxy", "Hà Văn Sáng": "absent" });
  const collectives = proposals.filter(({ category }) => category === "collective");
  if (collectives.length > 0) {
    const places = Math.max(1, collectives.length - 1);
    const against = new Map([
      [collectives.length - 1, 3],
      [collectives.length - 2, 1],
    ]);
    await vote(demo, sessionId, { title: "Giấy khen cho tập thể", among: collectives, places, against });
  }
  const individuals = proposals.filter(({ category }) => category === "individual");
  if (individuals.length > 0) {
    const roundId = newId();
    must(
      await openRound(second, {
        id: roundId,
        sessionId,
        title: "Giấy khen cho cá nhân",
        mode: "paper",
        places: null,
        proposals: individuals.map(({ id }) => id),
      }),
    );
    const votes = new Map(
      individuals.map(({ id }, at) => [id, { yes: 8 - Math.min(at, 2), no: Math.min(at, 2) }]),
    );
    const tellers = "Quàng Văn Thịnh, Tòng Thị Mai";
    must(await closeRound(second, roundId, { issued: 8, returned: 8, invalid: 0, tellers, votes }));
  }
  const minutes = await readCouncilMinutes(second, sessionId);
  const dissenter = minutes?.members.find(({ name }) => name === "Lò Văn Quyết");
  const [first] = minutes?.rounds ?? [];
  if (dissenter && first)
    must(
      await writeDissent(second, {
        id: newId(),
        sessionId,
        memberId: dissenter.memberId,
        roundId: first.roundId,
        proposalId: null,
        content: "Đề nghị ưu tiên thôn có nhiều đoàn viên tham gia tổ trong kỳ xét sau.",
      }),
    );
  const words = {
    guests: "Đại diện Công an xã, Trung tâm Dịch vụ tổng hợp",
    discussion:
      "Thư ký trình bày kết quả chấm điểm đã khóa và danh sách đề nghị.\nHội đồng thảo luận từng trường hợp, thống nhất biểu quyết theo từng nhóm.",
    conclusion:
      "Hội đồng thống nhất đề nghị Chủ tịch Ủy ban nhân dân xã tặng giấy khen cho các tập thể, cá nhân được chọn. Chủ tọa giao thư ký hoàn thiện hồ sơ.",
  };
  must(await writeSessionWords(second, sessionId, words, true));
}

/** The next session: what is left is on the table, and the chair's phone waits for a vote. */
async function beginSession(demo: DemoCouncil, review: NonNullable<DemoCouncil["review"]>): Promise<void> {
  const { second, today, proposals, newId } = demo;
  const left = proposals.filter(({ category }) => category !== "collective" && category !== "individual");
  if (left.length === 0) return;
  const sessionId = newId();
  must(
    await openSession(second, {
      id: sessionId,
      reviewId: review.id,
      title: "Họp xét mô hình, sáng kiến, hộ gia đình",
      form: "meeting",
      place: "Phòng họp Ủy ban nhân dân xã",
      heldOn: today,
    }),
  );
  await note(demo, sessionId, { "Hà Văn Sáng": "written" });
  must(
    await openRound(second, {
      id: newId(),
      sessionId,
      title: "Mô hình, sáng kiến, hộ gia đình tiêu biểu",
      mode: "show",
      places: null,
      proposals: left.map(({ id }) => id),
    }),
  );
}

async function note(
  { second }: DemoCouncil,
  sessionId: string,
  others: Readonly<Record<string, Attendance>>,
): Promise<void> {
  const minutes = await readCouncilMinutes(second, sessionId);
  const notes = (minutes?.members ?? []).map(({ memberId, name }) => {
    const attendance = others[name] ?? "present";
    return {
      memberId,
      attendance,
      proxyName: attendance === "proxy" ? "Lò Thị Vân, kế toán viên" : null,
      paper:
        attendance === "proxy"
          ? "Giấy ủy quyền 03/GUQ"
          : attendance === "written"
            ? "Phiếu ý kiến số 01"
            : null,
    };
  });
  must(await noteSeats(second, sessionId, notes));
}

async function vote(
  { second, chief, newId }: DemoCouncil,
  sessionId: string,
  round: {
    readonly title: string;
    readonly among: readonly ProposalView[];
    readonly places: number;
    /** How many hands were against, by the place in the list. */
    readonly against: ReadonlyMap<number, number>;
  },
): Promise<void> {
  const { title, among, places, against } = round;
  const id = newId();
  const proposals = among.map((each) => each.id);
  must(await openRound(second, { id, sessionId, title, mode: "show", places, proposals }));
  const ballotOf = (at: number) =>
    new Map(
      among.map((each, index): [string, Choice] => [each.id, at < (against.get(index) ?? 0) ? "no" : "yes"]),
    );
  must(await castOwnVote(chief, id, ballotOf(among.length)));
  const minutes = await readCouncilMinutes(second, sessionId);
  const hands = (minutes?.members ?? [])
    .filter(({ role, attendance }) => role !== "chair" && attendance !== "absent")
    .map(({ memberId }, at) => ({ memberId, ballot: ballotOf(at) }));
  must(await recordHands(second, id, hands));
  must(await closeRound(second, id, null));
  const closed = (await readCouncilMinutes(second, sessionId))?.rounds.find(({ roundId }) => roundId === id);
  const tied = closed?.result?.nominees.filter(({ outcome }) => outcome === "tied") ?? [];
  const chosen = tied.slice(0, closed?.result?.tiedPlaces ?? 0).map(({ nomineeId }) => nomineeId);
  if (chosen.length > 0)
    must(
      await partTie(second, {
        sessionId,
        roundId: id,
        chosen,
        reason: "Thôn xa hơn, tăng nhanh hơn trong kỳ.",
      }),
    );
}

async function findDemo(platform: Platform, communeId: number): Promise<DemoCouncil | null> {
  const scope = { actorId: null, verb: "seed.demo", requestId: "demo", communes: [communeId] };
  const today = localDateAt(platform.clock.now().getTime());
  return platform.db.withCommunes(scope, async (tx) => {
    if ((await tx.councilMember.count({ where: { communeId } })) > 0) return null;
    const grants = await tx.$queryRaw<OwnGrant[]>`
      select g.account_id as "accountId", a.username, a.display_name as name, g.role, g.commune_id as "communeId",
             g.village_id as "villageId", g.team_id as "teamId", g.valid_from::text as "validFrom",
             g.valid_to::text as "validTo"
        from role_grant g join account a on a.id = g.account_id
       where g.commune_id = ${communeId} and g.ended_at is null
       order by a.username <> 'to.truong', a.username`;
    const as = (accountId: string) => callerOf(platform, communeId, accountId, today, grants);
    const named = (username: string) => grants.find((grant) => grant.username === username);
    const [office, second, chief] = [named("van.phong"), named("van.phong.hai"), named("lanh.dao")];
    if (!office || !second || !chief) return null;
    const leaders = grants.flatMap(({ role, villageId, accountId }) =>
      role === "leader" && villageId !== null ? [{ caller: as(accountId), villageId }] : [],
    );
    const reviews = await findTalkReviews(tx, communeId, today);
    const review = reviews.find(({ state }) => state === "locked" || state === "published") ?? null;
    const proposals = review ? await findProposals(tx, communeId, { reviewId: review.id }) : [];
    return {
      today,
      office: as(office.accountId),
      second: as(second.accountId),
      chief: as(chief.accountId),
      chiefName: chief.name,
      leaders,
      talk: reviews.find(({ state, kind }) => state === "open" && kind === "timely") ?? null,
      review,
      proposals: proposals.filter(({ state }) => isListed(state)),
      newId: () => makeId(platform.clock.now().getTime(), platform.random.bytes(10)),
    };
  });
}

function must(verdict: { readonly ok: boolean }): void {
  if (!verdict.ok) throw new Error(`the council of the demonstration is refused: ${JSON.stringify(verdict)}`);
}
