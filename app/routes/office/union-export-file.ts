import type { LoaderFunctionArgs } from "@remix-run/node";
import { isId } from "#app/domain/ids.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { answerFile } from "#app/features/documents/answer-file.server.ts";
import { writeUnionExport } from "#app/features/union-exports/write-union-export.server.ts";

/** A37: the list a union takes to its own classification. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "union-export.make");
  const exportId = new URL(args.request.url).searchParams.get("ban") ?? "";
  const made = caller.communeId === null || !isId(exportId) ? null : await writeUnionExport(caller, exportId);
  if (made === null) throw notFound();
  return answerFile(made.bytes, made.name, "xlsx");
}
