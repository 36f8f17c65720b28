import type { LoaderFunctionArgs } from "@remix-run/node";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { answerTaskFile } from "#app/features/plan-tasks/answer-task-file.server.ts";
import { idParam } from "#app/features/roster/read-params.server.ts";

/** A paper that shows a task was done. */
export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "plan-task.read");
  const answer = await answerTaskFile(caller, idParam(args.params.taskId), idParam(args.params.fileId));
  if (!answer) throw notFound();
  return answer;
}
