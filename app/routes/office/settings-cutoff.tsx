import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { Cutoff, CutoffRefusal, DueDay, ReportStage } from "#app/domain/calendar/cutoff.ts";
import { judgeCutoff } from "#app/domain/calendar/cutoff.ts";
import { periodHolding } from "#app/domain/calendar/period.ts";
import { allow, type Caller } from "#app/features/accounts/allow.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { readSetting } from "#app/features/communes/read-settings.server.ts";
import { setCutoff } from "#app/features/communes/set-cutoff.server.ts";
import { cutoffForm, cutoffOf } from "#app/features/communes/settings.schema.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { CheckBox } from "#app/ui/kit/check-box.tsx";
import { NumberField } from "#app/ui/kit/number-field.tsx";
import { RadioGroup } from "#app/ui/kit/radio-group.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { ChangedNotice } from "#app/ui/setup/changed-notice.tsx";
import { CutoffTimeline } from "#app/ui/setup/cutoff-timeline.tsx";
import { type FormAnswer, fieldsOf, labelsIn, typedIn } from "#app/ui/setup/form-answer.ts";
import { OFFICE_PATHS } from "#app/ui/setup/paths.ts";
import { SheetForm } from "#app/ui/setup/sheet-form.tsx";
import { askAgain, showAgain, tellConflict } from "./answer-form.server.ts";

export const handle: PageHandle = { title: (say) => say(setupArea).cutoff.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "commune.set-up");
  return { stored: await readCutoff(caller), today: caller.today };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "commune.set-up");
  const form = await readForm(args.request, cutoffForm);
  if (!form.ok) return askAgain(form.problems, form.values, NOTHING_NEWER);
  const cutoff = cutoffOf(form.value);
  if (form.value.intent === "show") {
    const verdict = judgeCutoff(cutoff);
    if (!verdict.ok) return askAgain({ [fieldOfRefusal(verdict)]: verdict }, form.values, NOTHING_NEWER);
    const shown: Cutoff | null = cutoff;
    return showAgain(form.values, { ...NOTHING_NEWER, shown });
  }
  const change = { cutoff, seenRevision: form.value.revision };
  const verdict = await setCutoff(caller.platform, caller.scope("communes.set-cutoff"), change);
  if (verdict.ok) throw goOn(`${OFFICE_PATHS.settings}?da-luu`);
  if (verdict.code !== "changed_meanwhile") {
    return askAgain({ [fieldOfRefusal(verdict)]: verdict }, form.values, NOTHING_NEWER);
  }
  return tellConflict(verdict, form.values, { ...NOTHING_NEWER, standing: await readCutoff(caller) });
}

type StoredCutoff = Awaited<ReturnType<typeof readCutoff>>;

const NOTHING_NEWER: { readonly standing: StoredCutoff | null; readonly shown: Cutoff | null } = {
  standing: null,
  shown: null,
};

function readCutoff(caller: Caller) {
  return readSetting(caller.platform, caller.scope("communes.read-cutoff"), "cutoff");
}

function fieldOfRefusal(refusal: CutoffRefusal): string {
  switch (refusal.code) {
    case "period_start_day_out_of_range":
      return "startDay";
    case "grace_days_out_of_range":
      return "graceDays";
    case "due_day_out_of_range":
    case "report_due_before_figures_freeze":
      return refusal.stage === "team" ? "teamDay" : "officeDay";
    case "office_report_due_before_team_report":
      return "officeDay";
  }
}

export default function SettingsCutoff() {
  const { stored, today } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const standing = answer?.standing ?? null;
  const { value: cutoff, revision } = standing ?? stored;
  const shown = answer?.shown ?? cutoff;
  const { setup } = useMessages(setupArea);
  const words = setup.cutoff;
  const field = fieldsOf(answer);
  return (
    <Page
      title={words.title}
      lead={words.lead}
      trail={
        <Breadcrumb
          steps={[
            { to: OFFICE_PATHS.overview, label: setup.overview.title },
            { to: OFFICE_PATHS.settings, label: setup.settings.title },
          ]}
        />
      }
    >
      <Card>
        <CutoffTimeline cutoff={shown} month={periodHolding("month", today, shown.startDay)} />
      </Card>
      {standing ? (
        <ChangedNotice
          standing={[
            { term: words.startDay, value: String(cutoff.startDay) },
            { term: words.graceDays, value: String(cutoff.graceDays) },
            { term: words.team, value: String(cutoff.due.team.day) },
            { term: words.office, value: String(cutoff.due.office.day) },
          ]}
        />
      ) : null}
      <SheetForm
        problems={answer?.problems}
        labels={{ ...labelsIn(words), teamDay: words.team, officeDay: words.office }}
      >
        <input type="hidden" name="revision" value={revision} />
        <NumberField
          {...field("startDay", cutoff.startDay)}
          label={words.startDay}
          hint={words.startDayHint}
        />
        <NumberField
          {...field("graceDays", cutoff.graceDays)}
          label={words.graceDays}
          hint={words.graceDaysHint}
          unit={words.days}
        />
        <div className="grid gap-5 md:grid-cols-2">
          <DueFields stage="team" due={cutoff.due.team} answer={answer} />
          <DueFields stage="office" due={cutoff.due.office} answer={answer} />
        </div>
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="intent" value="save" size="large">
            {setup.save}
          </SubmitButton>
          <SubmitButton name="intent" value="show" size="large" variant="secondary">
            {words.show}
          </SubmitButton>
        </div>
      </SheetForm>
    </Page>
  );
}

function DueFields({
  stage,
  due,
  answer,
}: {
  stage: ReportStage;
  due: DueDay;
  answer: FormAnswer | undefined;
}) {
  const words = useMessages(setupArea).setup.cutoff;
  const strict = answer ? typedIn(answer, `${stage}Strict`) !== undefined : due.strictlyBefore;
  return (
    <fieldset className="grid content-start gap-4 rounded-lg border border-line p-4">
      <legend className="px-1 text-lg font-bold">{words[stage]}</legend>
      <NumberField {...fieldsOf(answer)(`${stage}Day`, due.day)} label={words.day} />
      <RadioGroup
        name={`${stage}Month`}
        label={words.inMonth}
        choices={(["named", "next"] as const).map((value) => ({ value, label: words.inMonths[value] }))}
        defaultValue={typedIn(answer, `${stage}Month`) ?? due.inMonth}
        error={answer?.problems[`${stage}Month`]}
      />
      <CheckBox name={`${stage}Strict`} label={words.strict} defaultChecked={strict} value="yes" />
    </fieldset>
  );
}
