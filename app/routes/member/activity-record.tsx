import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { isId } from "#app/domain/ids.ts";
import { allow, type Caller } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { readClaim } from "#app/features/activity-log/read-claim.server.ts";
import { readKindNames } from "#app/features/activity-log/read-kind-names.server.ts";
import { readLoggingDefaults } from "#app/features/activity-log/read-logging-defaults.server.ts";
import { withdrawClaim } from "#app/features/activity-log/withdraw-claim.server.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import { readClaimPoints } from "#app/features/statements/read-claim-points.server.ts";
import { correctionFields } from "#app/features/verification/ask-correction.schema.ts";
import { askCorrection } from "#app/features/verification/ask-correction.server.ts";
import { readCorrectionsOf } from "#app/features/verification/read-corrections-of.server.ts";
import { VERIFICATION_PATHS } from "#app/features/verification/verification-paths.ts";
import { activityArea } from "#app/messages/vi/activity.ts";
import { ACTIVITY_PATHS } from "#app/ui/activity/paths.ts";
import { RecordScreen } from "#app/ui/activity/record-screen.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import type { PageHandle } from "#app/ui/page-title.ts";
import { freshIds } from "./activity-log.server.ts";

export const handle: PageHandle = { title: (say) => say(activityArea).record.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "activity.read");
  const { platform, communeId } = caller;
  const id = claimId(args.params.claim);
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  const record = await readClaim(caller, id);
  if (!record) throw notFound();
  const isVerified = record.state === "verified";
  const names = await readKindNames(caller);
  return {
    live,
    record,
    kindName: names[record.activityKey] ?? record.activityKey,
    lines: await readClaimPoints(caller, id),
    corrections: await readCorrectionsOf(caller, id),
    requestId: isVerified ? freshIds(caller).id : null,
    mayRepeat: (await readLoggingDefaults(caller)).memberId === record.memberId,
    verifyAt: record.may.verify ? VERIFICATION_PATHS.queue : null,
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "activity.read");
  const id = claimId(args.params.claim);
  const fields = await receiveForm(args.request);
  switch (fields?.get("act")) {
    case "withdraw": {
      const verdict = await withdrawClaim(caller, id);
      if (!verdict.ok && verdict.code === "not_permitted") throw notFound();
      return redirect(`${ACTIVITY_PATHS.record(id)}${verdict.ok ? "?xong=rut" : ""}`);
    }
    case "correct":
      return ask(caller, id, fields);
    default:
      throw notFound();
  }
}

async function ask(caller: Caller, id: string, fields: FormData) {
  const form = await readForm(fields, correctionFields);
  if (!form.ok) return data({ problems: form.problems, values: form.values }, { status: 422 });
  const verdict = await askCorrection(caller, { ...form.value, claimId: id, proposed: {} });
  if (verdict.ok) return redirect(`${ACTIVITY_PATHS.record(id)}?xong=dinh-chinh`);
  if (verdict.code === "not_permitted") throw notFound();
  return data({ problems: { form: verdict }, values: form.values }, { status: 422 });
}

function claimId(text: string | undefined): string {
  if (text === undefined || !isId(text)) throw notFound();
  return text;
}

export default function ActivityRecord() {
  const { live, ...found } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  useLive(live);
  return <RecordScreen {...found} problems={answer?.problems} values={answer?.values ?? {}} />;
}
