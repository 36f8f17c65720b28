import type { Grant } from "#app/domain/access/actor.ts";
import { addDays, type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import { isInvited } from "#app/domain/training/training-session.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { decideMaterial, saveMaterial } from "#app/features/materials/keep-materials.server.ts";
import { findTrainingBook } from "#app/features/training/find-training-book.server.ts";
import { saveCourse } from "#app/features/training/keep-courses.server.ts";
import { askExcuse, keepRoll } from "#app/features/training/keep-roll.server.ts";
import { saveSession } from "#app/features/training/save-session.server.ts";
import { sendTrainingReminders } from "#app/features/training/send-reminders.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { DEMO_COURSES, DEMO_MATERIALS, DEMO_SESSIONS, type DemoSession } from "./demo-training.ts";
import { callerOf } from "./load-demo-titles.server.ts";

interface DemoTraining {
  as(accountId: string, day: LocalDate): Caller;
  id(): string;
  readonly office: string;
  readonly police: string | null;
  /** Of the team whose sign-ins are handed out. */
  readonly teamId: number;
  readonly member: { readonly accountId: string; readonly memberId: string };
}

/** Sessions, courses and materials of the fictional commune, by the same verbs; a second start adds nothing. */
export async function loadDemoTraining(platform: Platform, communeId: number): Promise<void> {
  const demo = await findDemo(platform, communeId);
  if (demo === null) return;
  const today = localDateAt(platform.clock.now().getTime());
  const sessionIds: string[] = [];
  for (const session of DEMO_SESSIONS)
    sessionIds.push(await plan(demo, session, addDays(today, session.day)));
  await fillRolls(platform, communeId, demo, sessionIds, today);
  const recent = DEMO_SESSIONS.findIndex(({ isListed }) => isListed);
  const coming = DEMO_SESSIONS.findIndex(({ day }) => day > 0);
  await tickTeam(platform, communeId, demo, sessionIds[recent] ?? "", today);
  const reason = "Hôm đó em đi học ở huyện";
  must(
    await askExcuse(demo.as(demo.member.accountId, today), { sessionId: sessionIds[coming] ?? "", reason }),
  );
  await showCourses(platform, communeId, demo, today);
  await showMaterials(demo, today);
  await sendTrainingReminders(platform, communeId, platform.clock.now());
}

async function plan(demo: DemoTraining, session: DemoSession, heldOn: LocalDate): Promise<string> {
  const id = demo.id();
  const { title, topics, isMandatory, minutes, startsAt, place, byPolice = false, isListed } = session;
  const written = heldOn < demo.as(demo.office, heldOn).today ? heldOn : addDays(heldOn, -10);
  const verdict = await saveSession(demo.as(demo.office, written), {
    id,
    title,
    topics: [...topics],
    mode: "in_person",
    place,
    heldOn,
    startsAt,
    minutes,
    isMandatory,
    forRoles: [],
    teams: isListed ? [demo.teamId] : [],
    ...(byPolice && demo.police !== null && { organiserId: demo.police }),
  });
  must(verdict);
  return id;
}

/** Rolls of sessions of the past, as they were before the points of training were kept here. */
async function fillRolls(
  platform: Platform,
  communeId: number,
  demo: DemoTraining,
  sessionIds: readonly string[],
  today: LocalDate,
): Promise<void> {
  const scope = demo.as(demo.office, today).scope("seed.demo-training");
  await platform.db.withCommunes(scope, async (tx) => {
    const book = await findTrainingBook(tx, communeId);
    const rows = DEMO_SESSIONS.flatMap((session, turn) => {
      const planned = book.sessions.find(({ id }) => id === sessionIds[turn]);
      if (!planned || session.day >= 0 || session.isListed) return [];
      return book.members.flatMap((member, index) => {
        if (!isInvited(planned, member)) return [];
        // One in seven was away, one of those with leave; the same ones on every start.
        const dice = (index * 5 + turn * 3) % 14;
        const state = dice === 0 ? "excused" : dice === 5 ? "absent" : "present";
        return [
          {
            communeId,
            sessionId: planned.id,
            memberId: member.memberId,
            state,
            way: "list",
            reason: state === "excused" ? "Ốm, có báo trước" : null,
            recordedBy: demo.office,
            recordedAt: toDatabaseDay(planned.heldOn),
          },
        ];
      });
    });
    await tx.trainingAttendance.createMany({ data: rows, skipDuplicates: true });
  });
}

/** The last session: the office ticked the team, and its records wait in the leader's queue. */
async function tickTeam(
  platform: Platform,
  communeId: number,
  demo: DemoTraining,
  sessionId: string,
  today: LocalDate,
): Promise<void> {
  const caller = demo.as(demo.office, today);
  const present = await platform.db.withCommunes(caller.scope("seed.demo-training"), async (tx) =>
    (await findTrainingBook(tx, communeId)).members
      .filter(({ seats }) => seats.some(({ teamId, to }) => teamId === demo.teamId && to === null))
      .map(({ memberId }) => memberId)
      .slice(0, 4),
  );
  must(await keepRoll(caller, sessionId, { present, listed: present }));
}

async function showCourses(
  platform: Platform,
  communeId: number,
  demo: DemoTraining,
  today: LocalDate,
): Promise<void> {
  const scope = demo.as(demo.office, today).scope("seed.demo-training");
  for (const [turn, { due, ...course }] of DEMO_COURSES.entries()) {
    const id = demo.id();
    const dueOn = addDays(today, due);
    must(
      await saveCourse(demo.as(demo.office, addDays(today, due - 60)), {
        ...course,
        id,
        topics: [...course.topics],
        dueOn,
      }),
    );
    await platform.db.withCommunes(scope, async (tx) => {
      const { members } = await findTrainingBook(tx, communeId);
      const data = members.flatMap(({ memberId, accountId, seats }, index) => {
        const isDemo = seats.some(({ teamId }) => teamId === demo.teamId);
        const isDone = (index + turn) % (turn + 3) !== 0 && memberId !== demo.member.memberId;
        if (!isDone || accountId === null || !seats.some(({ to }) => to === null)) return [];
        const isWaiting = isDemo && turn === 1;
        return [
          {
            communeId,
            id: demo.id(),
            courseId: id,
            memberId,
            completedOn: toDatabaseDay(addDays(today, Math.min(due, 0) - 12 - (index % 9))),
            link: `https://hoclieu.example/chung-chi/${1000 + index}`,
            state: isWaiting ? "sent" : "confirmed",
            sentBy: accountId,
            sentAt: platform.clock.now(),
            ...(!isWaiting && { decidedBy: demo.office, decidedAt: platform.clock.now() }),
          },
        ];
      });
      await tx.trainingCertificate.createMany({ data });
    });
  }
}

async function showMaterials(demo: DemoTraining, today: LocalDate): Promise<void> {
  for (const { day, byMember = false, topics, kinds, marks, ...texts } of DEMO_MATERIALS) {
    const issuedOn = addDays(today, day);
    const id = demo.id();
    const form = new FormData();
    for (const [name, value] of Object.entries({ ...texts, id, issuedOn })) form.set(name, value);
    for (const topic of topics) form.append("topics", topic);
    for (const kind of kinds) form.append("kinds", kind);
    for (const mark of marks) form.set(mark, "yes");
    const author = byMember ? demo.member.accountId : demo.office;
    const answer = await saveMaterial(demo.as(author, issuedOn), form);
    if (!answer?.ok) throw new Error(`a material of the demonstration is refused: ${JSON.stringify(answer)}`);
    if (byMember && day < -10)
      must(await decideMaterial(demo.as(demo.office, addDays(issuedOn, 2)), id, null));
  }
}

function must(verdict: { readonly ok: boolean }): void {
  if (!verdict.ok) throw new Error(`training of the demonstration is refused: ${JSON.stringify(verdict)}`);
}

async function findDemo(platform: Platform, communeId: number): Promise<DemoTraining | null> {
  const scope: CommuneScope = { actorId: null, verb: "seed.demo", requestId: "demo", communes: [communeId] };
  return platform.db.withCommunes(scope, async (tx) => {
    if ((await tx.trainingSession.count({ where: { communeId } })) > 0) return null;
    const grants = await tx.$queryRaw<(Grant & { accountId: string; username: string })[]>`
      select g.account_id as "accountId", a.username, g.role, g.commune_id as "communeId",
             g.village_id as "villageId", g.team_id as "teamId", g.valid_from::text as "validFrom",
             g.valid_to::text as "validTo"
        from role_grant g join account a on a.id = g.account_id
       where g.commune_id = ${communeId} and g.ended_at is null order by a.username`;
    const office = grants.find(({ role }) => role === "office")?.accountId;
    const leader = grants.find(({ username, teamId }) => username === "to.truong" && teamId !== null);
    const [member] = await tx.$queryRaw<{ accountId: string; memberId: string }[]>`
      select a.id as "accountId", m.id as "memberId" from account a join member m on m.account_id = a.id
       where m.commune_id = ${communeId} and a.username = 'thanh.vien'`;
    const police = await tx.organisation.findFirst({
      where: { communeId, kind: "police" },
      select: { id: true },
    });
    if (!office || !leader?.teamId || !member) return null;
    return {
      as: (accountId, day) => callerOf(platform, communeId, accountId, day, grants),
      id: () => makeId(platform.clock.now().getTime(), platform.random.bytes(10)),
      office,
      police: police?.id ?? null,
      teamId: leader.teamId,
      member,
    };
  });
}
