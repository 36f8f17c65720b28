import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import { edgeRefusals } from "#app/messages/edge-refusals.ts";
import { isNameTaken, isReferenceBroken } from "#app/platform/db/error-codes.ts";
import { isPassingFault } from "#app/platform/faults/passing-fault.ts";
import { readPreference } from "#app/ui/appearance/preference.ts";
import { STATUS } from "./refuse.server.ts";

type Args = LoaderFunctionArgs | ActionFunctionArgs;
type Step = (args: Args) => unknown;

/**
 * The built routes, each of whose loaders and actions answers 503 where database, disk or line failed below it, and 409
 * where what it was about to write clashes with a row that is there: a page from before, or a step sent twice as two.
 */
export function answerFaults(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route];
    const { loader, action } = route.module as { loader?: Step; action?: Step };
    const judge = id.startsWith(PHONES) ? judgeFault : judgePageFault;
    const guarded = {
      ...(loader && { loader: guard(loader, judge) }),
      ...(action && { action: guard(action, judge) }),
    };
    return [id, { ...route, module: { ...route.module, ...guarded } }];
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

/** What a phone sends it sends until it is answered for good, and only its own answers are that. */
const PHONES = "routes/api/";

type Fault = "unavailable" | "clashed";

function judgeFault(error: unknown): Fault | null {
  return isPassingFault(error) ? "unavailable" : null;
}

function judgePageFault(error: unknown): Fault | null {
  return judgeFault(error) ?? (isNameTaken(error) || isReferenceBroken(error) ? "clashed" : null);
}

function guard(step: Step, judge: typeof judgeFault): Step {
  return async (args) => {
    try {
      return await step(args);
    } catch (error) {
      const fault = args.request.signal.aborted ? null : judge(error);
      if (fault === null) throw error;
      const { platform, visit } = args.context;
      const line = { err: error, requestId: visit.requestId };
      if (fault === "unavailable") platform.log.warn(line, "a request found no ground to stand on");
      else platform.log.error(line, "a request clashed with what is there, and no verb had foreseen it");
      throw sayFault(args.request, fault);
    }
  };
}

/** Of pages only the status is read; programs and files get the sentence. */
function sayFault(request: Request, fault: Fault): Response {
  const { language } = readPreference(request.headers.get("Cookie"));
  const { title, body } = edgeRefusals[language][fault];
  return new Response(`${title}. ${body}`, {
    status: STATUS[fault],
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
}
