import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { PointLimits } from "#app/domain/plan/activity-proposal.ts";
import { allow, type Caller } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { markOf, saveLimits } from "#app/features/scheme/change-draft.server.ts";
import { readRuleBook } from "#app/features/scheme/read-rule-book.server.ts";
import { limitsOfForm, limitsSchema } from "#app/features/scheme/scheme.schema.ts";
import { typedPoints } from "#app/features/scheme/typed-figures.ts";
import { schemeArea } from "#app/messages/vi/scheme.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { NumberField } from "#app/ui/kit/number-field.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { ChangedNotice } from "#app/ui/setup/changed-notice.tsx";
import { fieldsOf, typedIn } from "#app/ui/setup/form-answer.ts";
import { askAgain, tellConflict } from "./answer-form.server.ts";

export const handle: PageHandle = { title: (say) => say(schemeArea).limitsTitle };

const PATH = "/van-phong/bo-quy-tac";
const NOTHING_NEWER: { readonly standing: PointLimits | null } = { standing: null };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "scheme.edit");
  const limits = await limitsNow(caller);
  return { limits, seen: markOf(limits) };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "scheme.edit");
  const standing = await limitsNow(caller);
  const form = await readForm(args.request, limitsSchema);
  if (!form.ok) return askAgain(form.problems, form.values, NOTHING_NEWER);
  const verdict = await saveLimits(caller.platform, caller.scope("scheme.save-limits"), {
    limits: limitsOfForm(form.value),
    seen: form.value.seen,
  });
  if (verdict.ok) throw goOn(`${PATH}?xong=luu`);
  if (verdict.code === "changed_meanwhile") {
    return tellConflict(verdict, { ...form.values, seen: markOf(standing) }, { standing });
  }
  return askAgain({ form: verdict }, form.values, NOTHING_NEWER);
}

async function limitsNow(caller: Caller): Promise<PointLimits> {
  if (caller.communeId === null) throw notFound();
  const { draft, versions } = await readRuleBook(caller.platform, caller.scope("scheme.read"));
  const limits = (draft?.scheme ?? versions[0]?.scheme)?.limits;
  if (!limits || draft?.proposal) throw notFound();
  return limits;
}

const POINTS = [
  ["perDay", "per_day"],
  ["perMonth", "per_month"],
  ["priorityPerson", "priority_person"],
  ["priorityPerMonth", "priority_per_month"],
] as const;

export default function SchemeLimits() {
  const { limits, seen } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { scheme: words } = useMessages(schemeArea);
  const field = fieldsOf(answer);
  const standing = answer?.standing ?? null;
  const labels = Object.fromEntries(POINTS.map(([name, label]) => [name, words.fields[label]]));
  return (
    <Page title={words.limitsTitle} trail={<Breadcrumb steps={[{ to: PATH, label: words.title }]} />}>
      {standing ? (
        <ChangedNotice
          standing={POINTS.map(([name, label]) => ({
            term: words.fields[label],
            value: typedPoints(standing[name]),
          }))}
        />
      ) : null}
      <FormCard
        lead={words.edit.lead}
        problems={answer?.problems}
        labels={{ ...labels, campaignFactorAtMost: words.edit.factor }}
      >
        <input type="hidden" name="seen" value={typedIn(answer, "seen") ?? seen} />
        {POINTS.map(([name, label]) => (
          <NumberField
            key={name}
            {...field(name, typedPoints(limits[name]))}
            label={words.fields[label]}
            inputMode="decimal"
            unit={words.edit.pointsUnit}
          />
        ))}
        <NumberField
          {...field("campaignFactorAtMost", limits.campaignFactorAtMost)}
          label={words.edit.factor}
          hint={words.edit.factorHint}
          unit="%"
        />
        <SubmitButton className="justify-self-start">{words.edit.save}</SubmitButton>
      </FormCard>
    </Page>
  );
}
