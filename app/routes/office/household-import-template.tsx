import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { answerFile } from "#app/features/documents/answer-file.server.ts";
import { writeHouseholdTemplate } from "#app/features/household-import/write-template.server.ts";
import { vi } from "#app/messages/vi.ts";

/** Workbooks are papers of the office: Vietnamese, whatever language the screen speaks. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "household.manage");
  if (caller.communeId === null) throw notFound();
  const { sheet, templateFile } = vi.householdImport;
  const scope = caller.scope("household-import.template");
  return answerFile(await writeHouseholdTemplate(caller.platform, scope, sheet), templateFile, "xlsx");
}
