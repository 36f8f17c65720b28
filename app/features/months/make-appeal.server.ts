import { judgeAppealTime, type MonthRefusal } from "#app/domain/months/objection.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { MONTH_COLUMNS, type MonthRow, toMonthRow } from "./find-month.server.ts";

export interface NewAppeal {
  readonly id: string;
  readonly monthId: number;
  readonly teamId: number;
  /** Null where it is about the team's figures as a whole. */
  readonly claimId: string | null;
  readonly text: string;
}

export type AppealRefusal = Extract<
  MonthRefusal,
  {
    code:
      | "appeals_not_open"
      | "appeals_over"
      | "appeal_waits_already"
      | "appeal_sent_otherwise"
      | "appeal_claim_not_there";
  }
>;

/** An objection of a team's leader or deputy to figures that stand. The same one sent twice is one. */
export async function makeAppeal(caller: Caller, appeal: NewAppeal): Promise<Verdict<null, AppealRefusal>> {
  const { platform, person, now } = caller;
  const scope = caller.scope("months.make-appeal");
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    // Held until the objection is there: the month cannot be sealed past it.
    const month = await holdMonth(tx, communeId, appeal.monthId);
    if (!month) throw notFound();
    const known = await tx.appeal.findUnique({ where: { communeId_id: { communeId, id: appeal.id } } });
    if (known) {
      const isSame =
        known.madeBy === person.accountId && known.text === appeal.text && known.claimId === appeal.claimId;
      return isSame ? allowed(null) : refused({ code: "appeal_sent_otherwise" });
    }
    const inTime = judgeAppealTime(month, now.getTime());
    if (!inTime.ok) return inTime;
    if (appeal.claimId !== null && !(await isOfTeam(tx, communeId, month, appeal.teamId, appeal.claimId))) {
      return refused({ code: "appeal_claim_not_there" });
    }
    const { id, monthId, teamId, claimId, text } = appeal;
    const made = await tx.appeal.createMany({
      data: { communeId, id, monthId, teamId, claimId, text, madeBy: person.accountId, madeAt: now },
      skipDuplicates: true,
    });
    if (made.count === 0) return refused({ code: "appeal_waits_already" });
    await platform.live.touch(tx, `commune:${communeId}`);
    return allowed(null);
  });
}

export async function holdMonth(tx: Tx, communeId: number, id: number): Promise<MonthRow | null> {
  await tx.$executeRaw`select from month where commune_id = ${communeId} and id = ${id} for share`;
  const row = await tx.month.findUnique({
    where: { communeId_id: { communeId, id } },
    select: MONTH_COLUMNS,
  });
  return row && toMonthRow(row);
}

/** Work of the month by somebody of the team, whatever became of it: what was turned down may be objected to as well. */
async function isOfTeam(
  tx: Tx,
  communeId: number,
  month: MonthRow,
  teamId: number,
  claimId: string,
): Promise<boolean> {
  const inMonth = { gte: toDatabaseDay(month.firstDay), lte: toDatabaseDay(month.lastDay) };
  const found = await tx.claim.count({
    where: { communeId, id: claimId, OR: [{ workDate: inMonth }, { monthId: month.id }] },
  });
  const part = await tx.claimParticipant.count({ where: { communeId, claimId, teamId } });
  return found > 0 && part > 0;
}
