import {
  addDays,
  daysBetween,
  type LocalDate,
  localDateAt,
  startOfDay,
} from "#app/domain/calendar/local-date.ts";
import { NO_SECTIONS, type ReportSections } from "#app/domain/reports/report.ts";
import { advanceMonths } from "#app/features/months/advance-months.server.ts";
import { decideReport } from "#app/features/reports/decide-report.server.ts";
import { findSources } from "#app/features/reports/find-body.server.ts";
import { findReport } from "#app/features/reports/find-report.server.ts";
import { keepReports } from "#app/features/reports/keep-reports.server.ts";
import { sendReport } from "#app/features/reports/send-report.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { askDemoUnits } from "./ask-demo-units.server.ts";

/** Writing them takes the machine a while; what came before is on paper. */
const LIVED_DAYS = 40;
const HOUR_MS = 60 * 60 * 1000;
/** Its leader is away, and nobody has sent yet. */
const SILENT = 4;
/** Sent a day after the due day. */
const LATE = 7;

interface Sheet {
  readonly id: string;
  readonly periodKey: string;
  readonly teamId: number | null;
  readonly senderId: string | null;
}

/**
 * The reports of a month that has just ended, in the days in which they were due: teams send, the office approves and adds
 * up, one village stays silent. By the same verbs as real ones, at the hours of those days.
 */
export async function liveDemoReports(
  platform: Platform,
  communeId: number,
  monthBegins: LocalDate,
): Promise<void> {
  const now = platform.clock.now();
  if (daysBetween(monthBegins, localDateAt(now.getTime())) > LIVED_DAYS) return;
  const scope: CommuneScope = { actorId: null, verb: "seed.demo", requestId: "demo", communes: [communeId] };
  const at = (days: number, hour: number) =>
    new Date(startOfDay(addDays(monthBegins, days)) + hour * HOUR_MS);
  const clock = async (moment: Date) => {
    await advanceMonths(platform, communeId, moment);
    await keepReports(platform, communeId, moment);
  };
  await clock(at(-5, 8));
  const { office, committee, youth } = await findDesk(platform, scope);
  await askDemoUnits(platform, scope, office, at(-5, 9));
  const evening = at(3, 20);
  if (evening > now) return;
  await clock(evening);
  const sheets = await findSheets(platform, scope, "team");
  // A second start finds them sent: whoever was silent stays so.
  if (sheets.length === 0) return;
  const sources = await findSourcesOf(platform, scope, sheets[0]?.id, evening);
  const isNewest = daysBetween(monthBegins, localDateAt(now.getTime())) < 28;
  for (const [index, sheet] of sheets.entries()) {
    if (index === SILENT && isNewest) continue;
    const moment = index === LATE ? at(5, 9) : new Date(evening.getTime() + index * 60_000);
    if (moment > now) continue;
    await platform.db.withCommunes({ ...scope, actorId: sheet.senderId ?? office }, async (tx) => {
      const act = { communeId, reportId: sheet.id, actorId: sheet.senderId ?? office };
      const sections = SAID[index % SAID.length] ?? NO_SECTIONS;
      const sent = await sendReport(tx, {
        ...act,
        revision: 1,
        sections,
        now: moment,
        isSignedOnPaper: false,
        sources,
      });
      if (!sent.ok) throw new Error(`the demonstration's report was not taken: ${sent.code}`);
      if (index % 3 === 2) return;
      const approval = { ...act, actorId: office, act: "approved", version: 1, reason: null } as const;
      await decideReport(tx, { ...approval, now: new Date(moment.getTime() + HOUR_MS / 2) });
    });
  }
  await sendOfUnion(platform, { ...scope, actorId: youth }, new Date(evening.getTime() - HOUR_MS));
  await keepReports(platform, communeId, at(4, 8));
  const handedOn = at(7, 9);
  const [all] = await findSheets(platform, scope, "commune");
  if (handedOn > now || !all) return;
  await clock(handedOn);
  const act = { communeId, reportId: all.id, actorId: office };
  await platform.db.withCommunes({ ...scope, actorId: office }, async (tx) => {
    await sendReport(tx, {
      ...act,
      revision: 1,
      sections: SAID_BY_OFFICE,
      now: handedOn,
      isSignedOnPaper: false,
    });
    const step = { ...act, version: 1, reason: null, now: new Date(handedOn.getTime() + 3 * HOUR_MS) };
    await decideReport(tx, { ...step, act: "approved", actorId: committee });
    await decideReport(tx, { ...step, act: "locked" });
  });
}

/** The Youth Union's own, of the period whose figures stand; that of the running period waits for it. */
async function sendOfUnion(
  platform: Platform,
  scope: CommuneScope & { readonly actorId: string },
  now: Date,
): Promise<void> {
  const [communeId = 0] = scope.communes;
  await platform.db.withCommunes(scope, async (tx) => {
    const [sheet] = await tx.$queryRaw<{ id: string }[]>`
      select r.id from report r
        join report_call c on c.commune_id = r.commune_id and c.id = r.call_id and not c.is_on_request
        join organisation o on o.commune_id = r.commune_id and o.id = r.organisation_id and o.kind = 'youth_union'
        join month m on m.commune_id = c.commune_id and m.state = 'provisional'
         and c.period_key = (m.id / 100)::text || '-' || lpad((m.id % 100)::text, 2, '0')
       where r.commune_id = ${communeId} and r.state = 'draft' and r.is_asked`;
    if (!sheet) return;
    const act = { communeId, reportId: sheet.id, actorId: scope.actorId, revision: 1, now };
    const sent = await sendReport(tx, { ...act, sections: SAID_BY_UNION, isSignedOnPaper: false });
    if (!sent.ok) throw new Error(`the demonstration's report of the union was not taken: ${sent.code}`);
  });
}

async function findDesk(platform: Platform, scope: CommuneScope) {
  const rows = await platform.db.withCommunes(
    scope,
    (tx) => tx.$queryRaw<{ id: string; role: string }[]>`
      select account_id as id, role from role_grant
       where role in ('office', 'commune_leader', 'youth_union') and ended_at is null order by valid_from, account_id`,
  );
  const holder = (role: string) => rows.find((row) => row.role === role)?.id;
  const [office, committee, youth] = [holder("office"), holder("commune_leader"), holder("youth_union")];
  if (!office || !committee || !youth) throw new Error("the demonstration has nobody at its desks");
  return { office, committee, youth };
}

/** The figures stand: all sheets of the evening are written from one reading. */
async function findSourcesOf(
  platform: Platform,
  scope: CommuneScope,
  reportId: string | undefined,
  now: Date,
) {
  return platform.db.withCommunes(scope, async (tx) => {
    const communeId = scope.communes[0] ?? 0;
    const found = reportId === undefined ? null : await findReport(tx, communeId, reportId);
    if (!found) throw new Error("the demonstration asks nobody for a report");
    return findSources(tx, { communeId, call: found.call, now });
  });
}

/** The sheets of the newest period that has ended, by village. */
function findSheets(platform: Platform, scope: CommuneScope, of: "team" | "commune"): Promise<Sheet[]> {
  return platform.db.withCommunes(
    scope,
    (tx) => tx.$queryRaw<Sheet[]>`
      select r.id, c.period_key as "periodKey", r.team_id as "teamId",
             (select g.account_id from role_grant g
               where g.commune_id = r.commune_id and g.team_id = r.team_id and g.role in ('leader', 'deputy') and g.ended_at is null
               order by g.role desc, g.account_id limit 1) as "senderId"
        from report r
        join report_call c on c.commune_id = r.commune_id and c.id = r.call_id and not c.is_on_request
        join month m on m.commune_id = c.commune_id and m.state = 'provisional'
         and c.period_key = (m.id / 100)::text || '-' || lpad((m.id % 100)::text, 2, '0')
        left join team t on t.commune_id = r.commune_id and t.id = r.team_id
        left join village v on v.commune_id = t.commune_id and v.id = t.village_id
       where r.state = 'draft' and r.organisation_id is null and (r.team_id is not null) = ${of === "team"}
         and (${of === "commune"} or not exists (
           select from report s where s.commune_id = r.commune_id and s.call_id = r.call_id and s.team_id is not null
                          and s.version > 0))
       order by v.sort_key, t.id`,
  );
}

const said = (difficulties: string | null, proposals: string | null, plan: string): ReportSections => ({
  difficulties: { text: difficulties ?? "", isNone: difficulties === null },
  proposals: { text: proposals ?? "", isNone: proposals === null },
  plan: { text: plan, isNone: false },
  remarks: { text: "", isNone: false },
});

const SAID_BY_OFFICE = said(
  "Một số thôn vùng đồi sóng yếu; thành viên là giáo viên bận thi học kỳ.",
  "Đề nghị nhà mạng bổ sung trạm phát sóng; cấp thêm kinh phí in tài liệu khổ lớn.",
  "Tập trung sổ sức khỏe điện tử và chữ ký số cho hộ chưa được hướng dẫn.",
);

const SAID_BY_UNION = said(
  "Đoàn viên đi làm xa, cuối tuần mới đủ người trực.",
  "Đề nghị mỗi chi đoàn có một bộ phát sóng di động.",
  "Ra quân hai buổi cuối tuần ở chợ phiên và nhà văn hóa.",
);

const SAID: readonly ReportSections[] = [
  said(
    "Mấy nhà phía đồi sóng yếu, mở ứng dụng phải chờ lâu. Người già quên mật khẩu nhiều.",
    "Xin xã làm việc với nhà mạng về sóng ở xóm đồi.",
    "Đi lại các nhà chưa làm được sổ sức khỏe điện tử.",
  ),
  said(null, null, "Giữ hai buổi tối mỗi tuần ở nhà văn hóa."),
  said(
    "Mùa gặt bà con đi làm cả ngày, chỉ gặp được buổi tối.",
    null,
    "Chuyển giờ hướng dẫn sang sau 19 giờ.",
  ),
  said(null, "Xin thêm một máy in để in hướng dẫn khổ lớn.", "Mở một lớp cho các bác trên 60 tuổi."),
];
