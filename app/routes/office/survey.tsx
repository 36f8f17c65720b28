import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import ClipboardList from "lucide-react/icons/clipboard-list";
import { can } from "#app/domain/access/can.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readVillages } from "#app/features/communes/read-villages.server.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import { newIds } from "#app/features/roster/read-params.server.ts";
import { openRound } from "#app/features/survey/open-round.server.ts";
import { readRounds } from "#app/features/survey/read-results.server.ts";
import { readRetention, setRetention } from "#app/features/survey/set-retention.server.ts";
import { retentionSchema, roundSchema } from "#app/features/survey/survey.schema.ts";
import { surveyArea } from "#app/messages/vi/survey.ts";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { useMessages } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { OfficeTrail } from "#app/ui/setup/office-trail.tsx";
import { SURVEY_PATHS } from "#app/ui/survey/paths.ts";
import { RetentionForm } from "#app/ui/survey/retention-form.tsx";
import { RoundForm } from "#app/ui/survey/round-form.tsx";
import { RoundsList } from "#app/ui/survey/rounds-list.tsx";

export const handle: PageHandle = { title: (say) => say(surveyArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "survey.read");
  const { platform, communeId, actor, today } = caller;
  if (communeId === null) throw notFound();
  const live = await platform.live.readVersions([`commune:${communeId}`]);
  return {
    live,
    today,
    rounds: await readRounds(caller),
    months: await readRetention(caller),
    mayOpen: can(actor, "survey.manage", null, today).ok,
    villages: (await readVillages(platform, caller.scope("survey.read-villages"))).map(({ id, name }) => ({
      id,
      name,
    })),
    id: newIds(caller, 1)[0] ?? "",
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "survey.manage");
  if (caller.communeId === null) throw notFound();
  const fields = await receiveForm(args.request);
  if (fields?.get("act") === "retention") {
    const kept = await readForm(fields, retentionSchema);
    if (!kept.ok) return askAgain(kept.problems, kept.values);
    await setRetention(caller, kept.value.months);
    return goOn(`${SURVEY_PATHS.office}?xong=luu`);
  }
  if (fields === null) throw notFound();
  const form = await readForm(fields, roundSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { villages, ...wish } = form.value;
  const verdict = await openRound(caller, { ...wish, villageIds: villages });
  if (verdict.ok) return goOn(`${SURVEY_PATHS.office}?xong=mo`);
  const { ok: _, ...rejection } = verdict;
  return askAgain({ [FIELD_OF[verdict.code]]: rejection }, form.values);
}

const FIELD_OF = {
  survey_round_name_taken: "name",
  survey_round_ends_before: "lastDay",
  survey_round_too_long: "lastDay",
  survey_round_no_village: "villages",
  survey_round_sent_otherwise: "form",
} as const;

export default function OfficeSurvey() {
  const { live, today, rounds, months, mayOpen, villages, id, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { survey: words } = useMessages(surveyArea);
  useLive(live);
  return (
    <Page trail={<OfficeTrail />} title={words.title} lead={words.office.lead}>
      {done === "mo" && !answer ? <Flash key={rounds.length}>{words.office.opened}</Flash> : null}
      {done === "luu" && !answer ? <Flash key={months}>{words.office.retentionSaved}</Flash> : null}
      {rounds.length === 0 ? (
        <EmptyState icon={ClipboardList} title={words.noRoundTitle}>
          {words.noRoundBody}
        </EmptyState>
      ) : (
        <RoundsList rounds={rounds} />
      )}
      {mayOpen ? (
        <Disclosure
          key={id}
          summary={words.office.open}
          isOpen={answer !== undefined && !answer.problems.months}
        >
          <RoundForm id={id} today={today} villages={villages} answer={answer} />
        </Disclosure>
      ) : null}
      {mayOpen ? (
        <Disclosure summary={words.office.retention(months)} isOpen={answer?.problems.months !== undefined}>
          <RetentionForm months={months} problems={answer?.problems} />
        </Disclosure>
      ) : null}
    </Page>
  );
}
