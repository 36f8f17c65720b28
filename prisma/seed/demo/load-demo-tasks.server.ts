import { addDays, type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import { type Id, makeId } from "#app/domain/ids.ts";
import type { Phone } from "#app/domain/people/phone.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { writeRoute } from "#app/features/difficulties/difficulty-routes.server.ts";
import { handleDifficulty } from "#app/features/difficulties/handle-difficulty.server.ts";
import { raiseDifficulty } from "#app/features/difficulties/raise-difficulty.server.ts";
import { admitPoster } from "#app/features/help/admit-poster.server.ts";
import { stepHelp } from "#app/features/help/answer-help.server.ts";
import { makePosters } from "#app/features/help/make-posters.server.ts";
import { readVillageHelp } from "#app/features/help/read-help.server.ts";
import { sendRequest } from "#app/features/help/send-request.server.ts";
import { writeInspection } from "#app/features/inspections/write-inspection.server.ts";
import { giveToMembers, giveToTeams } from "#app/features/orders/give-order.server.ts";
import { reportTask } from "#app/features/plan-tasks/report-task.server.ts";
import { writeTask } from "#app/features/plan-tasks/write-task.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findDemoCallers } from "./load-demo-campaigns.server.ts";

const TASKS = [
  ["Quán triệt kế hoạch đến thành viên các tổ", -120, 100, "Đã họp, có biên bản", "Ban Chỉ đạo xã"],
  ["Rà soát, kiện toàn các tổ", -60, 100, "Quyết định kiện toàn đã ký", "Phòng Văn hóa - Xã hội"],
  ["Ban hành quy chế hoạt động, cơ chế khen thưởng", -9, 60, "Đang lấy ý kiến", "Phòng Văn hóa - Xã hội"],
  ["Lắp biển mã QR ở nhà văn hóa các thôn", 21, 40, "Xong bốn thôn", "Trung tâm Dịch vụ sự nghiệp công"],
  ["Sơ kết, bình chọn thôn số tiêu biểu", 35, 0, null, "Ủy ban nhân dân xã"],
] as const;

const DIFFICULTIES = [
  [
    "network",
    "Xóm Bến sóng yếu, buổi tối không mở được VNeID",
    "Đề nghị nhà mạng thêm trạm",
    24,
    "Nhà mạng hẹn lắp trạm trong quý tới.",
  ],
  ["resources", "Thôn chưa có máy in mã QR cho các sạp", "Cho mượn máy của xã mỗi tuần một buổi", 4, null],
  [
    "plan",
    "Chỉ tiêu 50 người một tháng khó với thôn dưới 150 người lớn",
    "Tính theo số người lớn của thôn",
    9,
    null,
  ],
] as const;

const ASKED = [
  [["vneid"], "Bà Mận", "+84900000101", 52],
  [["health", "social"], "Ông Páo", "+84900000102", 20],
  [["payment"], "Chị Lụa", "+84900000103", 2],
] as const;

/** Work in hand of the fictional commune: the plan's tasks, orders, difficulties, residents. A second start adds nothing. */
export async function loadDemoTasks(platform: Platform, communeId: number): Promise<void> {
  const scope: CommuneScope = { actorId: null, verb: "seed.demo", requestId: "demo", communes: [communeId] };
  const facts = await platform.db.withCommunes(scope, async (tx) => ({
    known: await tx.workOrder.count({ where: { communeId } }),
    plan: await tx.plan.findFirst({
      where: { communeId },
      orderBy: { issuedOn: "desc" },
      select: { id: true },
    }),
  }));
  const callers = await findDemoCallers(platform, communeId);
  const today = localDateAt(platform.clock.now().getTime());
  const office = callers.as("van.phong", addDays(today, -1));
  const earlier = callers.as("van.phong", addDays(today, -130));
  const leader = callers.as("to.truong", addDays(today, -6));
  if (facts.known > 0 || !office || !earlier || !leader) return;
  const newId = (): Id => makeId(platform.clock.now().getTime(), platform.random.bytes(10));
  const tasks = facts.plan ? await showTasks(earlier, facts.plan.id, today, newId) : [];
  await showOrders(office, leader, { today, newId, planTaskId: tasks.at(-1) ?? null });
  await writeRoute(office, { field: "network", unitName: "Phòng Kinh tế" });
  for (const [field, content, proposal, daysAgo, answer] of DIFFICULTIES) {
    const raiser = callers.as("to.truong", addDays(today, -daysAgo));
    if (!raiser || (field === "plan" && !facts.plan)) continue;
    const id = newId();
    must(await raiseDifficulty(raiser, { id, field, content, proposal }));
    if (answer === null) continue;
    const step = { id: newId(), kind: "answered", note: answer } as const;
    must(
      await inRoster(office, "difficulties.answered", (tx, act) =>
        handleDifficulty(tx, act, { id, field }, step),
      ),
    );
  }
  await showHelp(platform, office, callers.as("to.truong", today), newId);
  await showInspections(office, leader, today, newId);
}

async function showInspections(
  office: Caller,
  leader: Caller,
  today: LocalDate,
  newId: () => Id,
): Promise<void> {
  const teamId = leader.actor.grants.find((grant) => grant.role === "leader")?.teamId ?? null;
  if (teamId === null) return;
  const visit = {
    place: { kind: "team", id: teamId },
    inspectors: "Phòng Văn hóa - Xã hội, Đoàn xã",
  } as const;
  for (const form of [
    {
      inspectedOn: addDays(today, -48),
      result: "good",
      findings: "Sổ ghi đủ, hỏi lại 6 hộ đều đúng. Tổ trưởng xác nhận việc trong ngày.",
    },
    {
      inspectedOn: addDays(today, -9),
      result: "to_improve",
      findings: "Điểm hướng dẫn ở nhà văn hóa chưa có biển chỉ dẫn; ba hộ không nhớ ngày được giúp.",
      followUp: "Treo biển, ghi rõ ngày khi đến nhà",
      followUpDue: addDays(today, 6),
    },
  ] as const) {
    must(
      await inRoster(office, "inspections.write", (tx, act) =>
        writeInspection(tx, act, { ...visit, ...form, id: newId() }, today),
      ),
    );
  }
}

async function showTasks(office: Caller, planId: string, today: LocalDate, newId: () => Id): Promise<Id[]> {
  const ids: Id[] = [];
  for (const [content, inDays, percent, note, leadUnit] of TASKS) {
    const id = newId();
    ids.push(id);
    const task = {
      id,
      planId,
      revision: 0,
      content,
      timeKind: "by" as const,
      day: addDays(today, inDays),
      leadUnit,
    };
    must(
      await inRoster(office, "plan-tasks.write", (tx, act) =>
        writeTask(tx, act, { ...task, coordinatingUnits: ["Các thôn", "Đoàn Thanh niên"] }),
      ),
    );
    if (percent === 0) continue;
    const report = { id: newId(), taskId: id, percent, month: null, note, link: null, fileId: null };
    must(await inRoster(office, "plan-tasks.report", (tx, act) => reportTask(tx, act, report)));
  }
  return ids;
}

async function showOrders(
  office: Caller,
  leader: Caller,
  { today, newId, planTaskId }: { today: LocalDate; newId: () => Id; planTaskId: Id | null },
): Promise<void> {
  const wish = { detail: null, activityKey: null, planTaskId };
  must(
    await inRoster(office, "orders.give-teams", (tx, act) =>
      giveToTeams(tx, act, {
        ...wish,
        id: newId(),
        content: "Dán giấy “Cần người giúp dùng điện thoại?” ở nhà văn hóa",
        dueOn: addDays(today, 5),
        teamIds: [],
      }),
    ),
  );
  const teamId = leader.actor.grants.find((grant) => grant.role === "leader")?.teamId ?? null;
  if (teamId === null) return;
  for (const [content, inDays, activityKey] of [
    ["Đến 5 hộ cuối xóm, cài VNeID", 6, "eid-level-2"],
    ["Phát tờ rơi chống lừa đảo ở chợ phiên", 7, null],
  ] as const) {
    await inRoster(leader, "orders.give-members", async (tx, act) => {
      const members = await tx.membership.findMany({
        where: { communeId: act.communeId, teamId, validTo: null },
        select: { memberId: true },
      });
      const memberIds = members.map(({ memberId }) => memberId);
      const order = {
        ...wish,
        id: newId(),
        content,
        activityKey,
        dueOn: addDays(today, inDays),
        teamId,
        memberIds,
      };
      return giveToMembers(tx, act, order);
    });
  }
}

async function showHelp(
  platform: Platform,
  office: Caller,
  leader: Caller | null,
  newId: () => Id,
): Promise<void> {
  await makePosters(office);
  const villageId = leader?.actor.grants.find((grant) => grant.role === "leader")?.villageId ?? null;
  const address = (await readVillageHelp(office)).find((village) => village.villageId === villageId)?.address;
  if (!leader || !address) return;
  const visit = { requestId: "demo", clientAddress: "127.0.0.1", nonce: "" };
  const poster = await admitPoster(platform, visit, address);
  if (typeof poster === "string") return;
  for (const [needs, name, phone, hoursAgo] of ASKED) {
    const id = newId();
    const clock = { now: () => new Date(platform.clock.now().getTime() - hoursAgo * 3_600_000) };
    const wish = { id, needs: [...needs], name, phone: phone as string as Phone, consent: true };
    must(await sendRequest({ ...platform, clock }, visit, poster, wish));
    if (hoursAgo < 48) continue;
    must(await stepHelp(leader, id, "contacted"));
  }
}

function must(verdict: { readonly ok: boolean }): void {
  if (!verdict.ok) throw new Error(`work of the demonstration is refused: ${JSON.stringify(verdict)}`);
}
