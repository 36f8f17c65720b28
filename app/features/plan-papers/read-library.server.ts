import {
  foldSearch,
  type LibraryPlan,
  type PaperView,
  type Recipient,
} from "#app/domain/plan-papers/plan-paper.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { answerStoredFile, findStoredFile } from "#app/features/files/answer-stored-file.server.ts";
import type { Tx } from "#app/platform/db/database.ts";

type Row = Omit<LibraryPlan, "papers" | "seenAt"> & { readonly seenAt: Date | null };

function findPapers(tx: Tx, communeId: number, search: string): Promise<PaperView[]> {
  return tx.$queryRaw<PaperView[]>`
    select p.id, p.plan_id as "planId", p.number, p.issued_on::text as "issuedOn", p.title, f.name as "fileName",
           f.byte_count as "byteCount"
      from plan_paper p join stored_file f on f.commune_id = p.commune_id and f.id = p.file_id
     where p.commune_id = ${communeId} and p.removed_at is null and strpos(p.folded, ${search}) > 0
     order by p.issued_on desc, p.entered_at desc, p.id`;
}

/** Every plan with its papers and what its reader has seen; a search keeps only papers that say the words. */
export function readLibrary(caller: Caller, search: string): Promise<LibraryPlan[]> {
  const scope = caller.scope("plan-papers.read-library");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const papers = await findPapers(tx, communeId, foldSearch(search));
    const plans = await tx.$queryRaw<Row[]>`
      select p.id, p.number, p.issued_on::text as "issuedOn", p.title, v.version, v.effective_on::text as "effectiveOn",
             v.note, r.seen_at as "seenAt"
        from plan p
        left join lateral (select n.version, n.effective_on, n.note from plan_version n
                            where n.commune_id = p.commune_id and n.plan_id = p.id
                            order by n.version desc limit 1) v on true
        left join plan_receipt r on r.commune_id = p.commune_id and r.plan_id = p.id and r.version = v.version
                                and r.account_id = ${caller.person.accountId}::uuid
       where p.commune_id = ${communeId} order by p.issued_on desc, p.id`;
    return plans
      .map(({ seenAt, ...plan }) => ({
        ...plan,
        seenAt: seenAt?.getTime() ?? null,
        papers: papers.filter(({ planId }) => planId === plan.id),
      }))
      .filter((plan) => search === "" || plan.papers.length > 0);
  });
}

/** L27: whom the newest version of a plan goes to; null before there is one. */
export function readRecipients(
  caller: Caller,
  planId: string,
): Promise<{ readonly version: number; readonly recipients: readonly Recipient[] } | null> {
  const scope = caller.scope("plan-papers.read-recipients");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const newest = await tx.planVersion.findFirst({
      where: { communeId, planId },
      orderBy: { version: "desc" },
      select: { version: true },
    });
    if (newest === null) return null;
    const rows = await tx.$queryRaw<(Omit<Recipient, "seenAt"> & { seenAt: Date | null })[]>`
      select distinct on (r.seen_at is not null, g.role, coalesce(v.sort_key, ''), a.display_name, a.id)
             a.id as "accountId", a.display_name as name, g.role, coalesce(v.name, t.name) as place, r.seen_at as "seenAt"
        from role_grant g
        join account a on a.id = g.account_id
        left join team t on t.commune_id = g.commune_id and t.id = g.team_id
        left join village v on v.commune_id = g.commune_id and v.id = coalesce(g.village_id, t.village_id)
        left join plan_receipt r on r.commune_id = g.commune_id and r.plan_id = ${planId}::uuid
                                and r.version = ${newest.version} and r.account_id = a.id
       where g.commune_id = ${communeId} and g.role in ('leader', 'youth_union', 'sector_office', 'council', 'commune_leader')
         and g.valid_from <= ${caller.today}::date and (g.valid_to is null or g.valid_to >= ${caller.today}::date)
       order by r.seen_at is not null, g.role, coalesce(v.sort_key, ''), a.display_name, a.id`;
    const recipients = rows.map(({ seenAt, ...row }) => ({ ...row, seenAt: seenAt?.getTime() ?? null }));
    return { version: newest.version, recipients };
  });
}

/** The scan itself, for everybody who may read the library. */
export async function answerPaperFile(caller: Caller, paperId: string): Promise<Response | null> {
  const scope = caller.scope("plan-papers.read-file");
  const communeId = onlyCommune(scope);
  const file = await caller.platform.db.withCommunes(scope, async (tx) => {
    const paper = await tx.planPaper.findFirst({
      where: { communeId, id: paperId, removedAt: null },
      select: { fileId: true },
    });
    return paper && findStoredFile(tx, communeId, paper.fileId);
  });
  return file && answerStoredFile(caller.platform, file);
}
