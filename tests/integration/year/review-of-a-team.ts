import { allow } from "#app/features/accounts/allow.server.ts";
import { hashSheet } from "#app/features/criteria/find-sheets.server.ts";
import { advanceMonths } from "#app/features/months/advance-months.server.ts";
import { openReview } from "#app/features/year/open-review.server.ts";
import { PRESETS } from "#prisma/presets/presets.ts";
import { type Logger, type LoggingTeam, makeLoggingTeam, send, work } from "../activity-log/loggers.ts";
import type { TestOffice } from "../communes/office.ts";
import { approval, decide } from "../ledger/books.ts";
import { day, freshId } from "../roster/rosterers.ts";

/** A commune whose regulation is adopted, with a sheet to score by and two officers. */
export interface ReviewedTeam extends LoggingTeam {
  readonly second: Logger;
  /** Logged on the day and verified by the leader. */
  counted(
    by: Logger,
    units: Parameters<typeof work>[0],
    workDate: string,
    wish?: Parameters<typeof work>[1],
  ): Promise<string>;
  /** Carries the months on to a moment, sealing what is due. */
  until(moment: string): Promise<void>;
  open(wish: {
    readonly firstMonth: number;
    readonly lastMonth: number;
    readonly kind?: "annual" | "mid" | "timely";
  }): Promise<string>;
}

export const SHEET_VERSION = 1;

export async function makeReviewedTeam(office: TestOffice): Promise<ReviewedTeam> {
  const team = await makeLoggingTeam(office);
  const { commune } = team;
  const { communeId } = commune;
  const sheet = PRESETS["dai-son-2026"].proposal.sheet;
  const second = await office.makeAccount({ name: "Cán bộ thứ hai" });
  await office.grant(second, communeId, "office");
  await commune.act(async (tx) => {
    await tx.$executeRaw`update commune set regulation_number = '01/QC', regulation_date = '2026-01-01' where id = ${communeId}`;
    const now = office.platform.clock.now();
    await tx.$executeRaw`
      insert into criteria_sheet (commune_id, version, title, document, content, content_sha256, state, made_by, made_at,
                                  asked_by, asked_at, adopted_by, adopted_at)
      values (${communeId}, ${SHEET_VERSION}, 'Bảng tiêu chí', '05/QĐ-UBND', ${JSON.stringify(sheet)}::jsonb,
              ${hashSheet(sheet)}, 'adopted', ${commune.officerId}::uuid, ${now}, ${commune.officerId}::uuid, ${now},
              ${second}::uuid, ${now})`;
  });
  const secondLogger: Logger = { ...team.officer, accountId: second, caller: () => callerOf(office, second) };
  return {
    ...team,
    second: secondLogger,
    async counted(by, units, workDate, wish = {}) {
      office.setNow(new Date(`${workDate}T10:00:00Z`));
      const id = await send(by, work(units, { ...wish, workDate: day(workDate) }));
      const answer = await decide(team.leader, approval(id));
      if (!answer.ok) throw new Error(JSON.stringify(answer));
      return id;
    },
    async until(moment) {
      office.setNow(new Date(moment));
      await advanceMonths(office.platform, communeId, new Date(moment));
    },
    async open({ firstMonth, lastMonth, kind = "annual" }) {
      const id = freshId();
      const verdict = await openReview(await team.officer.caller(), {
        id,
        kind,
        year: Math.floor(lastMonth / 100),
        title: "Thi đua năm 2026",
        firstMonth,
        lastMonth,
        sheetVersion: SHEET_VERSION,
      });
      if (!verdict.ok) throw new Error(JSON.stringify(verdict));
      return id;
    },
  };
}

async function callerOf(office: TestOffice, accountId: string) {
  const { cookie } = await office.signIn(accountId);
  const request = new Request("http://localhost:3000/", { headers: { Cookie: cookie } });
  const visit = { requestId: "test", clientAddress: "203.0.113.7", nonce: "" };
  return allow({ request, context: { platform: office.platform, visit } } as never, "home.read");
}
