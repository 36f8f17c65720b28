import type { Grant } from "#app/domain/access/actor.ts";
import { addDays, type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import type { Ancestor, OwnTarget } from "#app/domain/targets/detail.ts";
import type { Step } from "#app/domain/targets/progress.ts";
import type { TargetSource } from "#app/domain/targets/source.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { assignTargets } from "#app/features/assigned-targets/assign-targets.server.ts";
import { decideTargets } from "#app/features/assigned-targets/decide-targets.server.ts";
import { findTargetMonths } from "#app/features/assigned-targets/find-target-months.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { findPlanYear } from "#app/features/targets/plan-year.server.ts";
import { saveDetail } from "#app/features/targets/save-detail.server.ts";
import { decideTeamPlan, writeTeamPlan } from "#app/features/targets/team-plans.server.ts";
import { tellFigure } from "#app/features/targets/tell-figure.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { callerOf } from "./load-demo-titles.server.ts";

const PROVINCE: Ancestor = {
  tier: "province",
  document: "Kế hoạch 20/KH-UBND ngày 14/01/2026 của UBND tỉnh",
  text: "Mỗi thôn có ít nhất 80% số hộ được hướng dẫn sử dụng dịch vụ số",
};
const CENTRAL: Ancestor = {
  tier: "central",
  document: "Đề án 06",
  text: "Phát triển công dân số, dịch vụ công trực tuyến đến từng người dân",
};
const COMMUNE: Ancestor = {
  tier: "commune",
  document: "Kế hoạch 38/KH-UBND ngày 30/01/2026 về chuyển đổi số",
  text: "Phủ 80% số hộ; 80% người trưởng thành có tài khoản thanh toán điện tử",
};

interface Wish {
  readonly key: string;
  readonly source: TargetSource;
  readonly steps: readonly Step[];
  readonly lineage: readonly Ancestor[];
  readonly own: OwnTarget | null;
  readonly by: "office" | "communeLeader";
}

const ofAdults = (text: string, percent: number): OwnTarget => ({
  text,
  fact: "achieved",
  comparator: "at_least",
  basisPoints: percent * 100,
  of: "adults",
  aspirational: false,
});

function targetsOf(year: number): readonly Wish[] {
  const plain = { steps: [], lineage: [CENTRAL, COMMUNE], own: null, by: "office" } as const;
  const half: Step = { lastDay: `${year}-06-29` as LocalDate, basisPoints: 5_000 };
  return [
    {
      key: "households-guided",
      source: "guided_households",
      steps: [half],
      lineage: [CENTRAL, PROVINCE, COMMUNE],
      own: null,
      by: "communeLeader",
    },
    { ...plain, key: "team-in-every-village", source: "villages_with_team" },
    {
      ...plain,
      key: "own-e-payment",
      source: "adults_e_payment",
      own: ofAdults("Tối thiểu 80% người dân trưởng thành có tài khoản thanh toán điện tử", 80),
    },
    {
      ...plain,
      key: "own-smartphones",
      source: "adults_smartphone",
      own: {
        ...ofAdults("Phấn đấu trên 85% người dân trưởng thành có điện thoại thông minh", 85),
        comparator: "more_than",
        aspirational: true,
      },
    },
    {
      ...plain,
      key: "own-signatures",
      source: "manual",
      own: ofAdults("Tối thiểu 50% người dân trưởng thành có chữ ký số trên VNeID", 50),
    },
    {
      ...plain,
      key: "own-members",
      source: "members_trained",
      own: {
        ...ofAdults("100% thành viên tổ được tập huấn, gồm kỹ năng AI và sư phạm", 100),
        fact: "trained",
        of: "members",
      },
    },
  ];
}

/** The targets of the demonstration's year: who answers for them, whence they come, and what teams took on. */
export async function loadDemoTargets(platform: Platform, communeId: number): Promise<void> {
  const scope: CommuneScope = { actorId: null, verb: "seed.demo", requestId: "demo", communes: [communeId] };
  const today = localDateAt(platform.clock.now().getTime());
  const found = await platform.db.withCommunes(scope, async (tx) => {
    if ((await tx.targetDetail.count({ where: { communeId } })) > 0) return null;
    const grants = await tx.$queryRaw<(Grant & { accountId: string; username: string })[]>`
      select g.account_id as "accountId", a.username, g.role, g.commune_id as "communeId",
             g.village_id as "villageId", g.team_id as "teamId", g.valid_from::text as "validFrom",
             g.valid_to::text as "validTo"
        from role_grant g join account a on a.id = g.account_id
       where g.commune_id = ${communeId} and g.ended_at is null
       order by a.username <> 'to.truong', g.team_id, a.username`;
    return {
      grants,
      plan: await findPlanYear(tx, communeId, today),
      months: await findTargetMonths(tx, communeId, today),
    };
  });
  if (found === null) return;
  const { grants, plan, months } = found;
  const holder = (role: string) => grants.find((grant) => grant.role === role)?.accountId;
  const [office, communeLeader] = [holder("office"), holder("commune_leader")];
  if (!office || !communeLeader) return;
  const as = (accountId: string, day = today): Caller =>
    callerOf(platform, communeId, accountId, day, grants);
  const id = () => makeId(platform.clock.now().getTime(), platform.random.bytes(10));

  for (const { key, source, steps, lineage, own, by } of targetsOf(plan.year)) {
    const wish = { key, seenRevision: 0, detail: { source, steps, lineage }, own, isRetired: false };
    const accountableId = by === "office" ? office : communeLeader;
    must(
      await inRoster(as(office), "seed.targets", (tx, act) =>
        saveDetail(tx, act, { ...wish, accountableId }),
      ),
    );
  }
  const told = { key: "own-signatures", villageId: null, place: null, whole: 3_104 };
  for (const [daysAgo, part, document] of [
    [50, 712, "Báo cáo 41/BC-CAX của Công an xã"],
    [12, 887, "Báo cáo 47/BC-CAX của Công an xã"],
  ] as const) {
    const figure = { ...told, id: id(), toldOn: addDays(today, -daysAgo), part, document };
    must(await inRoster(as(office), "seed.targets", (tx, act) => tellFigure(tx, act, figure)));
  }

  const leaders = grants.filter(({ role, teamId }) => role === "leader" && teamId !== null);
  await showAssigned(as(office), as(communeLeader), leaders, months.open.next);
  await showPlans(leaders, as, as(office), plan);
}

type Leaders = readonly { readonly accountId: string; readonly teamId: number | null }[];

/** Next month: two teams' targets approved, a third one waits for its approval. */
async function showAssigned(
  office: Caller,
  communeLeader: Caller,
  leaders: Leaders,
  monthId: number,
): Promise<void> {
  const teams = leaders.flatMap(({ teamId }) => teamId ?? []).slice(0, 3);
  const values = new Map(teams.map((teamId, index) => [teamId, [55, 40, 35][index] ?? 50]));
  must(await inRoster(office, "seed.targets", (tx, act) => assignTargets(tx, act, { monthId, values })));
  const proposals = teams.slice(0, 2).map((teamId) => ({ teamId, revision: 1 }));
  const word = { monthId, verdict: "approve", reason: null, proposals } as const;
  must(await inRoster(communeLeader, "seed.targets", (tx, act) => decideTargets(tx, act, word)));
}

/** One team's plan is approved, another's waits on the office's desk. */
async function showPlans(
  leaders: Leaders,
  as: (accountId: string) => Caller,
  office: Caller,
  year: { readonly year: number; readonly firstDay: LocalDate; readonly lastDay: LocalDate },
): Promise<void> {
  for (const [index, { accountId, teamId }] of leaders.slice(0, 2).entries()) {
    if (teamId === null) continue;
    const content = {
      targets: [
        { key: "households-guided", count: index === 0 ? 117 : 103 },
        { key: "own-members", count: 6 },
      ],
      tasks: [
        { text: "Mở lớp Bình dân học vụ số tại nhà văn hóa mỗi tháng", dueOn: null },
        { text: "Khảo sát lại các hộ chưa có điện thoại thông minh", dueOn: year.lastDay },
      ],
    };
    const plan = { teamId, year, seenRevision: 0, content, isSubmitted: true };
    must(await inRoster(as(accountId), "seed.targets", (tx, act) => writeTeamPlan(tx, act, plan)));
    if (index > 0) continue;
    const word = { teamId, year: year.year, revision: 1, verdict: "approve", note: null } as const;
    must(await inRoster(office, "seed.targets", (tx, act) => decideTeamPlan(tx, act, word)));
  }
}

function must(verdict: { readonly ok: boolean }): void {
  if (!verdict.ok) throw new Error(`a target of the demonstration is refused: ${JSON.stringify(verdict)}`);
}
