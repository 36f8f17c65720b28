import type { z } from "zod";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import {
  CLASS_KINDS,
  type ClassAudience,
  type ClassSheet,
  type ClassSums,
} from "#app/domain/training/class-sheet.ts";
import type { TrainingRefusal } from "#app/domain/training/training-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { readClaim } from "#app/features/activity-log/read-claim.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { areTopics, findOwnTopics, type OwnTopic } from "./find-topics.server.ts";
import type { classSheetSchema } from "./training.schema.ts";

export interface ClassSheetView {
  readonly claimId: string;
  readonly workDate: LocalDate;
  readonly place: string | null;
  /** Heads the record counts. */
  readonly visits: number;
  readonly sheet: ClassSheet | null;
  readonly mayWrite: boolean;
  readonly ownTopics: readonly OwnTopic[];
}

/** The sheet of a class, for whoever may read its record; null where the record is no class or not theirs. */
export async function readClassSheet(caller: Caller, claimId: string): Promise<ClassSheetView | null> {
  const claim = await readClaim(caller, claimId);
  if (!claim || !CLASS_KINDS.includes(claim.activityKey)) return null;
  const scope = caller.scope("training.read-class-sheet");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => ({
    claimId,
    workDate: claim.workDate,
    place: claim.place,
    visits: claim.visits,
    sheet: await findSheet(tx, communeId, claimId),
    mayWrite: isOpen(claim.state) && (await takesPart(tx, caller, communeId, claimId)),
    ownTopics: await findOwnTopics(tx, communeId),
  }));
}

/** What others have not decided on yet; what was verified stands as it was verified. */
function isOpen(state: string): boolean {
  return state === "submitted" || state === "returned";
}

/** Whoever did the work, or typed it from paper. */
async function takesPart(tx: Tx, { person }: Caller, communeId: number, claimId: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ is: boolean }[]>`
    select exists (
      select from claim_participant p join member m on m.commune_id = p.commune_id and m.id = p.member_id
       where p.commune_id = ${communeId} and p.claim_id = ${claimId}::uuid
         and m.account_id = ${person.accountId}::uuid
      union all
      select from claim_revision r
       where r.commune_id = ${communeId} and r.claim_id = ${claimId}::uuid and r.made_by = ${person.accountId}::uuid) as is`;
  return row?.is ?? false;
}

async function findSheet(tx: Tx, communeId: number, claimId: string): Promise<ClassSheet | null> {
  const row = await tx.classSheet.findUnique({ where: { communeId_claimId: { communeId, claimId } } });
  if (!row) return null;
  const { topics, teacher, learners, elderly, disabled, able } = row;
  return { topics, audiences: row.audiences as ClassAudience[], teacher, learners, elderly, disabled, able };
}

type SheetRefusal =
  | Extract<TrainingRefusal, { code: "class_sheet_closed" | "class_parts_above_whole" }>
  | { readonly code: "not_permitted" };

export type PartOfClass = "elderly" | "disabled" | "able";

/** L14, E03, E04: what a class was about, for whom, and what came of it. */
export async function writeClassSheet(
  caller: Caller,
  claimId: string,
  wish: z.output<typeof classSheetSchema>,
): Promise<Verdict<null, SheetRefusal & { readonly part?: PartOfClass }>> {
  const view = await readClassSheet(caller, claimId);
  if (!view) return refused({ code: "not_permitted" });
  if (!view.mayWrite) return refused({ code: "class_sheet_closed" });
  const { learners, elderly = 0, disabled = 0, able = 0, teacher = null } = wish;
  for (const [part, count] of Object.entries({ elderly, disabled, able }))
    if (count > learners)
      return refused({ code: "class_parts_above_whole", learners, part: part as PartOfClass });
  return inRoster(caller, "training.write-class-sheet", async (tx, { communeId, actorId, now }) => {
    if (!(await areTopics(tx, communeId, wish.topics))) return refused({ code: "not_permitted" as const });
    // A decision of this moment locks the sheet; whoever comes second finds it closed.
    const [claim] = await tx.$queryRaw<{ state: string }[]>`
      select state from claim where commune_id = ${communeId} and id = ${claimId}::uuid for update`;
    if (!claim || !isOpen(claim.state)) return refused({ code: "class_sheet_closed" as const });
    const columns = {
      topics: [...new Set(wish.topics)],
      audiences: [...new Set(wish.audiences)],
      teacher,
      learners,
      elderly,
      disabled,
      able,
      writtenBy: actorId,
      writtenAt: now,
    };
    await tx.classSheet.upsert({
      where: { communeId_claimId: { communeId, claimId } },
      create: { communeId, claimId, ...columns },
      update: { ...columns, revision: { increment: 1 } },
      select: { claimId: true },
    });
    return allowed(null);
  });
}

export interface ClassLine extends ClassSheet {
  readonly claimId: string;
  readonly workDate: LocalDate;
  readonly memberName: string;
  readonly villageName: string | null;
}

export interface ClassDesk {
  readonly sums: ClassSums;
  readonly byTopic: readonly ({ readonly topic: string } & ClassSums)[];
  readonly byAudience: readonly ({ readonly audience: ClassAudience } & ClassSums)[];
  readonly lines: readonly ClassLine[];
  readonly withoutSheet: number;
  readonly ownTopics: readonly OwnTopic[];
}

/** Sums of verified classes between two days. A class of two topics stands under each, and once in the whole. */
export function readClasses(caller: Caller, from: LocalDate, to: LocalDate): Promise<ClassDesk> {
  const scope = caller.scope("training.read-classes");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const { lines, withoutSheet } = await findClasses(tx, communeId, from, to);
    const topics = [...new Set(lines.flatMap((line) => line.topics))];
    const audiences = [...new Set(lines.flatMap((line) => line.audiences))];
    return {
      lines,
      withoutSheet,
      sums: sumOf(lines),
      byTopic: topics.map((topic) => ({
        topic,
        ...sumOf(lines.filter((line) => line.topics.includes(topic))),
      })),
      byAudience: audiences.map((audience) => ({
        audience,
        ...sumOf(lines.filter((line) => line.audiences.includes(audience))),
      })),
      ownTopics: await findOwnTopics(tx, communeId),
    };
  });
}

async function findClasses(tx: Tx, communeId: number, from: LocalDate, to: LocalDate) {
  const rows = await tx.$queryRaw<(ClassLine & { hasSheet: boolean })[]>`
    select c.id as "claimId", c.work_date::text as "workDate", m.full_name as "memberName", v.name as "villageName",
           s.claim_id is not null as "hasSheet", coalesce(s.topics, '{}') as topics,
           coalesce(s.audiences, '{}') as audiences, s.teacher, coalesce(s.learners, 0)::int as learners,
           coalesce(s.elderly, 0)::int as elderly, coalesce(s.disabled, 0)::int as disabled,
           coalesce(s.able, 0)::int as able
      from claim c
      join member m on m.commune_id = c.commune_id and m.id = c.member_id
      left join village v on v.commune_id = c.commune_id and v.id = c.village_id
      left join class_sheet s on s.commune_id = c.commune_id and s.claim_id = c.id
     where c.commune_id = ${communeId} and c.state = 'verified' and c.activity_key = any(${[...CLASS_KINDS]}::text[])
       and c.work_date between ${from}::date and ${to}::date
     order by c.work_date desc, c.id`;
  return {
    lines: rows.filter(({ hasSheet }) => hasSheet).map(({ hasSheet: _, ...line }): ClassLine => line),
    withoutSheet: rows.filter(({ hasSheet }) => !hasSheet).length,
  };
}

function sumOf(lines: readonly ClassSheet[]): ClassSums {
  const sum = (pick: (line: ClassSheet) => number) => lines.reduce((total, line) => total + pick(line), 0);
  return {
    classes: lines.length,
    learners: sum(({ learners }) => learners),
    elderly: sum(({ elderly }) => elderly),
    disabled: sum(({ disabled }) => disabled),
    able: sum(({ able }) => able),
  };
}
