import { createHash } from "node:crypto";
import { addDays, localDateAt, startOfDay } from "#app/domain/calendar/local-date.ts";
import { type Canonical, canonicalJson } from "#app/domain/months/canonical-json.ts";
import { isLateAt } from "#app/domain/reports/reminder.ts";
import type { ReportRefusal } from "#app/domain/reports/report-refusals.ts";
import { judgeSending, type SendFacts } from "#app/domain/reports/report-state.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { MONTH_COLUMNS, toMonthRow } from "#app/features/months/find-month.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { type BodySources, findBody } from "./find-body.server.ts";
import { type FoundReport, findReport } from "./find-report.server.ts";
import { isConsolidated, sectionsOf, spanOf, stateOf } from "./report-rows.ts";
import { type SectionsWish, saveSections } from "./save-report.server.ts";
import { writeStep } from "./write-step.server.ts";

interface SendWish extends SectionsWish {
  /** The leader signs on paper, and whoever is here sends it for this person. */
  readonly isSignedOnPaper: boolean;
  readonly sources?: BodySources;
}

/** Freezes what the report says, figures and words, under one hash, and hands it on. Sending twice is sending once. */
export async function sendReport(
  tx: Tx,
  wish: SendWish,
): Promise<Verdict<{ readonly version: number }, ReportRefusal>> {
  const { communeId, reportId, now, actorId } = wish;
  const saved = await saveSections(tx, wish);
  if (!saved.ok) return saved;
  const found = await findReport(tx, communeId, reportId);
  if (!found) return refused({ code: "report_not_there" });
  const { call, report } = found;
  const verdict = judgeSending(await findSendFacts(tx, communeId, found), now.getTime());
  if (!verdict.ok) return verdict;
  const signedBy = wish.isSignedOnPaper ? await findLeader(tx, communeId, report.teamId, now) : null;
  if (wish.isSignedOnPaper && signedBy === null) return refused({ code: "report_signer_unknown" });
  const facts = await findBody(tx, {
    communeId,
    call,
    report,
    now,
    ...(wish.sources && { sources: wish.sources }),
  });
  const body = canonicalJson(facts as unknown as Canonical);
  const sha256 = new Uint8Array(createHash("sha256").update(body, "utf8").digest());
  const version = report.version + 1;
  await tx.reportVersion.createMany({
    data: { communeId, reportId, number: version, body, sha256, sentBy: actorId, signedBy, sentAt: now },
  });
  await tx.report.update({
    where: { communeId_id: { communeId, id: reportId } },
    data: { state: "sent", version, ...(report.firstSentAt === null ? { firstSentAt: now } : {}) },
    select: { id: true },
  });
  const isOfAll = isConsolidated(report);
  const lateFrom = isOfAll ? call.officeLateFrom : call.senderLateFrom;
  await writeStep(tx, {
    communeId,
    reportId,
    stage: isOfAll ? "office" : "sender",
    act: "sent",
    version,
    reason: null,
    isLate: isLateAt(lateFrom.getTime(), now.getTime()),
    doneBy: actorId,
    doneAt: now,
  });
  return allowed({ version });
}

/** The months are held while the figures are read: the seal cannot come in between. */
async function findSendFacts(tx: Tx, communeId: number, { call, report }: FoundReport): Promise<SendFacts> {
  const span = spanOf(call);
  const base = {
    state: stateOf(report),
    sections: sectionsOf(report.sections),
    kind: span.kind,
    isConsolidated: isConsolidated(report),
  };
  if (span.kind === "range") return { ...base, months: [], endsAt: startOfDay(addDays(span.to, 1)) };
  await tx.$executeRaw`select from month where commune_id = ${communeId}
    and id between ${span.fromMonth} and ${span.toMonth} order by id for share`;
  const rows = await tx.month.findMany({
    where: { communeId, id: { gte: span.fromMonth, lte: span.toMonth } },
    orderBy: { id: "asc" },
    select: MONTH_COLUMNS,
  });
  const months = rows.map(toMonthRow);
  const last = months.at(-1);
  // A commune that began in the middle of the year has its last months, and they are what is reported.
  const isWhole = last?.id === span.toMonth;
  return {
    ...base,
    months: isWhole ? months : [],
    endsAt: isWhole && last ? startOfDay(addDays(last.lastDay, 1)) : Number.POSITIVE_INFINITY,
  };
}

async function findLeader(
  tx: Tx,
  communeId: number,
  teamId: number | null,
  now: Date,
): Promise<string | null> {
  const today = localDateAt(now.getTime());
  const [leader] = await tx.$queryRaw<{ id: string }[]>`
    select member_id as id from membership
     where commune_id = ${communeId} and team_id = ${teamId}::int and role = 'leader' and valid_from <= ${today}::date
       and (valid_to is null or valid_to >= ${today}::date)
     order by valid_from, member_id limit 1`;
  return leader?.id ?? null;
}
