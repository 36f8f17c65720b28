import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/domain/access/can.ts";
import type { PlanSettings } from "#app/domain/plan/plan-version.ts";
import { PLAN_PAPER_PATHS } from "#app/domain/plan-papers/plan-paper.ts";
import { allow, type Caller, demand } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import {
  draftSchema,
  figuresSchema,
  percentOf,
  planHeadSchema,
  publishSchema,
  quotaField,
  settingsOfForm,
  targetField,
} from "#app/features/plans/plan.schema.ts";
import { fieldOfDraft, fieldOfHead } from "#app/features/plans/plan-fields.ts";
import { publishVersion } from "#app/features/plans/publish-version.server.ts";
import { readPlan, readPlans } from "#app/features/plans/read-plans.server.ts";
import { saveDraft } from "#app/features/plans/save-draft.server.ts";
import { writePlan } from "#app/features/plans/write-plan.server.ts";
import { planPapersArea } from "#app/messages/vi/plan-papers.ts";
import { plansArea } from "#app/messages/vi/plans.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { Pill } from "#app/ui/kit/pill.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextArea } from "#app/ui/kit/text-area.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { DraftForm } from "#app/ui/plans/draft-form.tsx";
import { LegalBases } from "#app/ui/plans/legal-bases.tsx";
import { PlanDifferences } from "#app/ui/plans/plan-differences.tsx";
import { PlanHeadForm } from "#app/ui/plans/plan-head-form.tsx";

export const handle: PageHandle = { title: (say) => say(plansArea).title };

const PATH = "/van-phong/ke-hoach";

async function planOf(caller: Caller, planId: string | undefined) {
  if (caller.communeId === null || !/^[0-9a-f-]{36}$/.test(planId ?? "")) throw notFound();
  const plan = await readPlan(caller.platform, caller.scope("plans.read"), planId ?? "");
  if (!plan) throw notFound();
  return plan;
}

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "plan.read");
  const plan = await planOf(caller, args.params.planId);
  const target = { communeId: caller.communeId ?? 0 };
  const others = await readPlans(caller.platform, caller.scope("plans.read"));
  return {
    plan,
    others: others.filter(({ id }) => id !== plan.id).map(({ id, number }) => ({ id, number })),
    mayEdit: can(caller.actor, "plan.edit", target, caller.today).ok,
    done: new URL(args.request.url).searchParams.get("xong"),
    quotas: plan.draft.settings.quotas.map(({ key, text }) => ({ field: quotaField(key), text })),
    targets: plan.draft.settings.targets
      .filter(({ basisPoints }) => basisPoints !== null)
      .map(({ key, text }) => ({ field: targetField(key), text })),
    draftValues: valuesOf(plan.draft.settings, plan.draft.revision),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "plan.edit");
  const plan = await planOf(caller, args.params.planId);
  const fields = (await receiveForm(args.request)) ?? new FormData();
  switch (fields.get("intent")) {
    case "head":
      return saveHead(caller, plan.id, fields);
    case "draft":
      return saveSettings(caller, plan, fields);
    case "publish":
      demand(args, caller, "plan.publish", { communeId: caller.communeId ?? 0 });
      return publish(caller, plan.id, fields);
    default:
      throw notFound();
  }
}

async function saveHead(caller: Caller, planId: string, fields: FormData) {
  const form = await readForm(fields, planHeadSchema);
  if (!form.ok) return askAgain(form.problems, { ...form.values, intent: "head" });
  const { replacesId = null, legalBases = "", ...head } = form.value;
  const verdict = await writePlan(caller.platform, caller.scope("plans.write"), {
    ...head,
    id: planId,
    replacesId,
    legalBases,
  });
  if (verdict.ok) return goOn(`${PATH}/${planId}?xong=luu`);
  return askAgain({ [fieldOfHead(verdict.code)]: verdict }, { ...form.values, intent: "head" });
}

async function saveSettings(caller: Caller, plan: Awaited<ReturnType<typeof planOf>>, fields: FormData) {
  const known = plan.draft.settings;
  const form = await readForm(fields, draftSchema);
  const figures = await readForm(fields, figuresSchema(known));
  const typed = { ...form.values, ...figures.values, intent: "draft" };
  if (!form.ok || !figures.ok) {
    return askAgain({ ...(!form.ok && form.problems), ...(!figures.ok && figures.problems) }, typed);
  }
  const verdict = await saveDraft(caller.platform, caller.scope("plans.save-draft"), {
    planId: plan.id,
    settings: settingsOfForm(form.value, figures.value, known),
    revision: form.value.revision,
  });
  if (verdict.ok) return goOn(`${PATH}/${plan.id}?xong=luu`);
  // What was typed stays; the revision becomes that of the draft now shown above it, so that saving again is meant.
  const revision = verdict.code === "changed_meanwhile" ? String(plan.draft.revision) : typed.revision;
  return askAgain({ [fieldOfDraft(verdict)]: verdict }, { ...typed, ...(revision && { revision }) });
}

async function publish(caller: Caller, planId: string, fields: FormData) {
  const form = await readForm(fields, publishSchema);
  if (!form.ok) return askAgain(form.problems, { ...form.values, intent: "publish" });
  const { effectiveOn, note = null, revision } = form.value;
  const verdict = await publishVersion(caller.platform, caller.scope("plans.publish"), {
    planId,
    effectiveOn,
    note,
    revision,
  });
  if (verdict.ok) return goOn(`${PATH}/${planId}?xong=ban-hanh`);
  const field = verdict.code === "changed_meanwhile" ? "form" : "effectiveOn";
  return askAgain({ [field]: verdict }, { ...form.values, intent: "publish" });
}

function valuesOf({ words, team, cutoff, quotas, targets }: PlanSettings, revision: number) {
  const { team: teamDue, office: officeDue } = cutoff.due;
  return {
    revision: String(revision),
    teamWord: words.team,
    teamShortWord: words.teamShort,
    villageWord: words.village,
    officeWord: words.office,
    ...(team.minimum !== null && { minimum: String(team.minimum) }),
    ...(team.maximum !== null && { maximum: String(team.maximum) }),
    teamsPerVillage: String(team.teamsPerVillage),
    startDay: String(cutoff.startDay),
    graceDays: String(cutoff.graceDays),
    teamDueDay: String(teamDue.day),
    teamDueMonth: teamDue.inMonth,
    ...(teamDue.strictlyBefore && { teamDueStrictly: "yes" }),
    officeDueDay: String(officeDue.day),
    officeDueMonth: officeDue.inMonth,
    ...(officeDue.strictlyBefore && { officeDueStrictly: "yes" }),
    ...Object.fromEntries(quotas.map(({ key, count }) => [quotaField(key), String(count)])),
    ...Object.fromEntries(
      targets.flatMap(({ key, basisPoints }) =>
        basisPoints === null ? [] : [[targetField(key), String(percentOf(basisPoints))]],
      ),
    ),
  };
}

type Values = Readonly<Record<string, string | readonly string[] | undefined>>;

export default function OnePlan() {
  const { plan, others, mayEdit, done, quotas, targets, draftValues } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { plans: words, planPapers } = useMessages(plansArea, planPapersArea);
  const format = useFormat();
  const typed = (answer?.values ?? {}) as Values;
  const answerOf = (intent: string) =>
    typed.intent === intent ? { problems: answer?.problems ?? {}, values: typed } : null;
  const draftAnswer = answerOf("draft");
  const headValues = {
    ...plan,
    replacesId: plan.replacesId ?? undefined,
    versions: undefined,
    revision: String(plan.revision),
    legalBases: plan.legalBases.map(({ text }) => text).join("\n"),
  };
  return (
    <Page
      title={plan.title}
      lead={words.headLine(plan.number, format.date(plan.issuedOn))}
      trail={<Breadcrumb steps={[{ to: PATH, label: words.title }]} />}
      actions={
        <LinkButton to={PLAN_PAPER_PATHS.office(plan.id)} variant="secondary">
          {planPapers.office.title}
        </LinkButton>
      }
    >
      {done && !answer ? <Flash>{done === "ban-hanh" ? words.published : words.saved}</Flash> : null}
      <Card title={words.head}>
        <p>{words.span(format.date(plan.startsOn), format.date(plan.endsOn))}</p>
        {plan.replacesNumber ? <p>{words.replacesLine(plan.replacesNumber)}</p> : null}
        <div className="mt-4">
          <LegalBases bases={plan.legalBases} />
        </div>
      </Card>
      <Versions />
      {mayEdit ? (
        <>
          <Card title={words.publish}>
            <PlanDifferences caption={words.unpublished} differences={plan.pending} />
          </Card>
          <PublishForm
            problems={answerOf("publish")?.problems ?? {}}
            values={answerOf("publish")?.values ?? {}}
          />
          {draftAnswer?.problems.form ? (
            <Notice tone="warning" title={words.theirs}>
              <p>{words.keepMine}</p>
            </Notice>
          ) : null}
          <Disclosure summary={words.draft} isOpen={draftAnswer !== null}>
            <DraftForm
              problems={draftAnswer?.problems ?? {}}
              values={draftAnswer?.values ?? draftValues}
              quotas={quotas}
              targets={targets}
            />
          </Disclosure>
          <Disclosure summary={words.head} isOpen={answerOf("head") !== null}>
            <PlanHeadForm
              problems={answerOf("head")?.problems ?? {}}
              values={answerOf("head")?.values ?? (headValues as unknown as Values)}
              others={others}
            />
          </Disclosure>
        </>
      ) : null}
    </Page>
  );
}

function Versions() {
  const { plan } = useLoaderData<typeof loader>();
  const { plans: words } = useMessages(plansArea);
  const format = useFormat();
  const states = { in_force: words.inForce, coming: words.coming, past: null };
  return (
    <Card title={words.versions}>
      {plan.history.length === 0 ? <p className="text-ink-soft">{words.noVersions}</p> : null}
      <ol className="grid gap-6">
        {plan.history.map((version) => (
          <li key={version.version} className="border-s-4 border-gold-edge ps-4">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <strong>{words.version(version.version)}</strong>
              <span>{words.from(format.date(version.effectiveOn))}</span>
              {states[version.state] ? (
                <Pill tone={version.state === "in_force" ? "accent" : "gold"}>{states[version.state]}</Pill>
              ) : null}
            </p>
            <p className="text-sm text-ink-soft">
              {words.byWhom(version.publishedBy ?? "–", format.date(version.publishedOn))}
            </p>
            {version.note ? <p className="mt-1">{version.note}</p> : null}
            <div className="mt-2">
              {version.differences === null ? (
                <p>{words.first}</p>
              ) : (
                <PlanDifferences caption={words.changes} differences={version.differences} />
              )}
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function PublishForm({
  problems,
  values,
}: {
  problems: Parameters<typeof FormCard>[0]["problems"];
  values: Values;
}) {
  const { plan } = useLoaderData<typeof loader>();
  const { plans: words } = useMessages(plansArea);
  const format = useFormat();
  const text = (name: string) => (typeof values[name] === "string" ? values[name] : undefined);
  return (
    <FormCard lead={words.publishLead} problems={problems} labels={{ effectiveOn: words.effectiveOn }}>
      <input type="hidden" name="intent" value="publish" />
      <input type="hidden" name="revision" value={String(plan.draft.revision)} />
      <TextField
        name="effectiveOn"
        type="date"
        label={words.effectiveOn}
        hint={words.effectiveHint(format.date(plan.earliest))}
        error={problems?.effectiveOn}
        defaultValue={text("effectiveOn") ?? plan.earliest}
      />
      <TextArea name="note" label={words.note} rows={2} optional defaultValue={text("note")} />
      <SubmitButton>{words.publish}</SubmitButton>
    </FormCard>
  );
}
