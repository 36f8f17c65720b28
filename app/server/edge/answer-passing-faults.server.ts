import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import { edgeRefusals } from "#app/messages/edge-refusals.ts";
import { isPassingFault } from "#app/platform/faults/passing-fault.ts";
import { readPreference } from "#app/ui/appearance/preference.ts";

type Args = LoaderFunctionArgs | ActionFunctionArgs;
type Step = (args: Args) => unknown;

/** The built routes, each of whose loaders and actions answers 503 where database, disk or line failed below it. */
export function answerPassingFaults(build: ServerBuild): ServerBuild {
  const routes = Object.entries(build.routes).map(([id, route]) => {
    if (!route) return [id, route];
    const { loader, action } = route.module as { loader?: Step; action?: Step };
    const guarded = { ...(loader && { loader: guard(loader) }), ...(action && { action: guard(action) }) };
    return [id, { ...route, module: { ...route.module, ...guarded } }];
  });
  return { ...build, routes: Object.fromEntries(routes) };
}

function guard(step: Step): Step {
  return async (args) => {
    try {
      return await step(args);
    } catch (error) {
      if (args.request.signal.aborted || !isPassingFault(error)) throw error;
      const { platform, visit } = args.context;
      platform.log.warn({ err: error, requestId: visit.requestId }, "a request found no ground to stand on");
      throw unavailable(args.request);
    }
  };
}

/** Of pages only the status is read; programs and files get the sentence. */
function unavailable(request: Request): Response {
  const { language } = readPreference(request.headers.get("Cookie"));
  const { title, body } = edgeRefusals[language].unavailable;
  return new Response(`${title}. ${body}`, {
    status: 503,
    headers: { "Content-Type": "text/plain; charset=utf-8" },
  });
}
