import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { answerFile } from "#app/features/documents/answer-file.server.ts";
import { writeRosterTemplate } from "#app/features/roster-import/write-roster-template.server.ts";
import { vi } from "#app/messages/vi.ts";

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "roster.manage");
  if (caller.communeId === null) throw notFound();
  const { template, batch } = vi.imports;
  const bytes = await writeRosterTemplate(caller.platform, caller.scope("roster-import.template"), {
    ...template,
    roles: Object.values(batch.roles),
    sexes: Object.values(batch.sexes),
  });
  return answerFile(bytes, "Mẫu danh sách tổ.xlsx", "xlsx");
}
