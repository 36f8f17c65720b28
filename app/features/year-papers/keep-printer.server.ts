import type { z } from "zod";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { YearPaperRefusal } from "#app/domain/year-papers/year-paper-views.ts";
import type { StoredFile } from "#app/features/files/store-file.server.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import { yearPaper } from "#app/messages/year-paper-words.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { printerSchema } from "./year-papers.schema.ts";

type Act = RosterAct & { readonly actorId: string };

/** The picture of the emblem, how far the printer is off, and the laws papers rest on: the commune's own word. */
export async function keepPrinter(
  tx: Tx,
  { communeId, actorId, now }: Act,
  { shiftRight, shiftDown, bases, removeEmblem }: z.output<typeof printerSchema>,
  emblem: StoredFile | null,
): Promise<Verdict<null, Extract<YearPaperRefusal, { code: "year_paper_emblem_not_picture" }>>> {
  if (emblem?.kind === "pdf") return refused({ code: "year_paper_emblem_not_picture" });
  const isProposed = bases.length === 0 || bases.join("\n") === yearPaper.bases.join("\n");
  const own = isProposed ? null : bases;
  const keepsEmblem = emblem === null && removeEmblem === undefined;
  await tx.$executeRaw`
    insert into merit_sheet_setting (commune_id, emblem_file_id, shift_right, shift_down, bases, changed_by, changed_at)
    values (${communeId}, ${emblem?.fileId ?? null}::uuid, ${shiftRight}, ${shiftDown}, ${own}::text[], ${actorId}::uuid, ${now})
    on conflict (commune_id) do update
       set emblem_file_id = case when ${keepsEmblem}::boolean then merit_sheet_setting.emblem_file_id else excluded.emblem_file_id end,
           shift_right = excluded.shift_right, shift_down = excluded.shift_down, bases = excluded.bases,
           changed_by = excluded.changed_by, changed_at = excluded.changed_at`;
  return allowed(null);
}
