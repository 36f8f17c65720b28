import type { Grant } from "#app/domain/access/actor.ts";
import { addDays, type LocalDate, localDateAt, partsOf } from "#app/domain/calendar/local-date.ts";
import type { CriteriaSheet, Criterion } from "#app/domain/year/criteria-sheet.ts";
import { adoptSheet, askAdoption } from "#app/features/criteria/adopt-sheet.server.ts";
import { saveDraft, startDraft } from "#app/features/criteria/draft-sheet.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { callerOf } from "./load-demo-titles.server.ts";

/** Next year more of the score goes to those who need help most; what is in work ranks nobody. */
const NEXT_MAXIMA: Readonly<Record<string, number>> = { "household-coverage": 1_800, "priority-groups": 700 };

const COUNCIL_FROM = "improvement";
const COUNCIL_WORD: Criterion = {
  key: "council-word",
  title: "Hội đồng nhận xét",
  explanation: "Sự chủ động, cách làm hay và sự hài lòng của người dân; mỗi thành viên chấm một lần.",
  maximum: 500,
  nature: "part",
  measure: { by: "vote", step: 50 },
};

/** The sheet of the demonstration's year, adopted by two persons before it began, and the next one in work. */
export async function loadDemoCriteria(platform: Platform, communeId: number): Promise<void> {
  const scope: CommuneScope = { actorId: null, verb: "seed.demo", requestId: "demo", communes: [communeId] };
  const today = localDateAt(platform.clock.now().getTime());
  const { year } = partsOf(today);
  const grants = await platform.db.withCommunes(scope, async (tx) => {
    if ((await tx.criteriaSheet.count({ where: { communeId } })) > 0) return [];
    return tx.$queryRaw<(Grant & { accountId: string })[]>`
      select g.account_id as "accountId", g.role, g.commune_id as "communeId", g.village_id as "villageId",
             g.team_id as "teamId", g.valid_from::text as "validFrom", g.valid_to::text as "validTo"
        from role_grant g join account a on a.id = g.account_id
       where g.commune_id = ${communeId} and g.ended_at is null and g.role in ('office', 'commune_leader')
       order by a.username`;
  });
  const holder = (role: string) => grants.find((grant) => grant.role === role)?.accountId;
  const [office, communeLeader] = [holder("office"), holder("commune_leader")];
  if (!office || !communeLeader) return;
  const act = (accountId: string, day: LocalDate) => {
    const caller = callerOf(platform, communeId, accountId, day, grants);
    return [caller.platform, caller.scope("seed.criteria")] as const;
  };

  const asked = `${year - 1}-12-08` as LocalDate;
  const adopted = `${year - 1}-12-12` as LocalDate;
  const document = `Quyết định 67/QĐ-UBND ngày 12/12/${year - 1}`;
  must(await startDraft(...act(office, asked), { title: `Bảng chấm điểm thi đua năm ${year}`, from: null }));
  const villages = await platform.db.withCommunes(scope, (tx) =>
    tx.village.findMany({
      where: { communeId, validTo: null },
      orderBy: { sortKey: "asc" },
      select: { id: true, name: true },
    }),
  );
  const own = { revision: 1, title: `Bảng chấm điểm thi đua năm ${year}` };
  const change = (sheet: CriteriaSheet) => withCouncilAndClusters(sheet, villages);
  must(await saveDraft(...act(office, asked), { ...own, change }));
  must(await askAdoption(...act(office, asked), { revision: 2, document }));
  must(await adoptSheet(...act(communeLeader, adopted), { version: 1, revision: 3 }));

  const title = `Bảng chấm điểm thi đua năm ${year + 1}`;
  const drafted = act(office, addDays(today, -3));
  must(await startDraft(...drafted, { title, from: 1 }));
  must(await saveDraft(...drafted, { revision: 1, title, change: withMaxima }));
}

interface DemoVillage {
  readonly id: number;
  readonly name: string;
}

/** The council's own word weighs five of a hundred, and villages near and far are ranked apart. */
function withCouncilAndClusters(sheet: CriteriaSheet, villages: readonly DemoVillage[]): CriteriaSheet {
  const groups = sheet.groups.map((group) => ({
    ...group,
    criteria: group.criteria.flatMap((each): Criterion[] =>
      each.key === COUNCIL_FROM
        ? [{ ...each, maximum: each.maximum - COUNCIL_WORD.maximum }, COUNCIL_WORD]
        : [each],
    ),
  }));
  const isNear = ({ name }: DemoVillage) => name.startsWith("Thôn ");
  const ids = (some: readonly DemoVillage[]) => some.map(({ id }) => id).sort((left, right) => left - right);
  const clusters = [
    { key: "cluster-1", title: "Các thôn trung tâm", villages: ids(villages.filter(isNear)) },
    {
      key: "cluster-2",
      title: "Các bản xa",
      villages: ids(villages.filter((village) => !isNear(village))),
    },
  ];
  return { ...sheet, groups, clusters };
}

function withMaxima(sheet: CriteriaSheet): CriteriaSheet {
  const groups = sheet.groups.map((group) => ({
    ...group,
    criteria: group.criteria.map((each) => ({ ...each, maximum: NEXT_MAXIMA[each.key] ?? each.maximum })),
  }));
  return { ...sheet, groups };
}

function must(verdict: { readonly ok: boolean }): void {
  if (!verdict.ok) throw new Error(`a sheet of the demonstration is refused: ${JSON.stringify(verdict)}`);
}
