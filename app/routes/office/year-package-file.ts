import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { answerFile } from "#app/features/documents/answer-file.server.ts";
import { readPackage } from "#app/features/open-package/read-package.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";

/** The package as the office sees it before it is everybody's. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "year.read");
  const { communeId, platform } = caller;
  if (communeId === null) throw notFound();
  const wish = { communeId, reviewId: idParam(args.params.reviewId), only: "locked" } as const;
  const made = await readPackage(platform, caller.scope("open-package.read"), wish);
  if (made === null) throw notFound();
  return answerFile(made.bytes, made.name, "zip");
}
