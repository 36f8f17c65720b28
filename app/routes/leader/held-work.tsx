import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readKindNames } from "#app/features/activity-log/read-kind-names.server.ts";
import { decideHeld, heldDecisionFields } from "#app/features/envelopes/decide-held.server.ts";
import { readHeld } from "#app/features/envelopes/read-held.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { offlineArea } from "#app/messages/vi/offline.ts";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { HeldList } from "#app/ui/offline/held-list.tsx";
import { POCKET_PATHS } from "#app/ui/offline/paths.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(offlineArea).heldTitle };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "activity.look-at-held");
  if (caller.communeId === null) throw notFound();
  return {
    live: await caller.platform.live.readVersions([`commune:${caller.communeId}`]),
    held: await readHeld(caller),
    names: await readKindNames(caller),
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "activity.look-at-held");
  if (caller.communeId === null) throw notFound();
  const form = await readForm(args.request, heldDecisionFields);
  if (!form.ok) return askAgain(form.problems, form.values);
  const verdict = await decideHeld(caller, form.value);
  if (verdict.ok) return goOn(`${POCKET_PATHS.held}?xong=${form.value.verdict}`);
  if (verdict.code === "not_permitted") throw notFound();
  const field = verdict.code === "held_needs_reason" ? "why" : "form";
  return askAgain({ [field]: verdict }, form.values);
}

export default function HeldWork() {
  const { live, held, names, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { offline: words } = useMessages(offlineArea);
  useLive(live);
  const refusedId = answer && typeof answer.values.id === "string" ? answer.values.id : null;
  return (
    <Page title={words.heldTitle} lead={words.heldLead}>
      {done && !answer ? (
        <Flash key={done}>{done === "decline" ? words.doneDeclined : words.doneAccepted}</Flash>
      ) : null}
      <ErrorSummary problems={held.some(({ id }) => id === refusedId) ? undefined : answer?.problems} />
      <HeldList held={held} names={names} problems={answer?.problems ?? {}} refusedId={refusedId} />
    </Page>
  );
}
