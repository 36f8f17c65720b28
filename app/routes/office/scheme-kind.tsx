import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import type { ActivityKind } from "#app/domain/activity/scheme.ts";
import { allow, type Caller } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import { markOf, saveKind } from "#app/features/scheme/change-draft.server.ts";
import { readRuleBook } from "#app/features/scheme/read-rule-book.server.ts";
import { kindFormSchema, kindOfForm } from "#app/features/scheme/scheme.schema.ts";
import { bonusField, figureFields, typedPoints } from "#app/features/scheme/typed-figures.ts";
import { schemeArea } from "#app/messages/vi/scheme.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { type FieldValues, KindForm } from "#app/ui/scheme/kind-form.tsx";
import { RuleTable } from "#app/ui/scheme/rule-table.tsx";
import { askAgain } from "./answer-form.server.ts";

export const handle: PageHandle = { title: (say) => say(schemeArea).title };

const PATH = "/van-phong/bo-quy-tac";

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "scheme.edit");
  const kind = await kindOf(caller, args.params.kind);
  return {
    kind,
    figures: figureFields(kind.scale) as Parameters<typeof KindForm>[0]["figures"],
    values: valuesOf(kind),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "scheme.edit");
  const kind = await kindOf(caller, args.params.kind);
  const fields = (await receiveForm(args.request)) ?? new FormData();
  const { facts, figures } = kindFormSchema(kind);
  const form = await readForm(fields, facts);
  const amounts = await readForm(fields, figures);
  const typed = { ...form.values, ...amounts.values };
  if (!form.ok || !amounts.ok) {
    return askAgain({ ...(!form.ok && form.problems), ...(!amounts.ok && amounts.problems) }, typed, SAME);
  }
  const verdict = await saveKind(caller.platform, caller.scope("scheme.save-kind"), {
    key: kind.key,
    seen: form.value.seen,
    change: kindOfForm(form.value, amounts.value),
  });
  if (verdict.ok) throw goOn(`${PATH}?xong=luu`);
  // What was typed stays; the mark becomes that of what stands now, so that saving again is meant.
  const isConflict = verdict.code === "changed_meanwhile";
  const values = isConflict ? { ...typed, seen: markOf(kind) } : typed;
  const field = verdict.code === "scheme_mode_missing" ? "modes" : "form";
  return askAgain({ [field]: verdict }, values, { standing: isConflict ? kind : null });
}

const SAME: { readonly standing: ActivityKind | null } = { standing: null };

async function kindOf(caller: Caller, key: string | undefined): Promise<ActivityKind> {
  if (caller.communeId === null) throw notFound();
  const { draft, versions } = await readRuleBook(caller.platform, caller.scope("scheme.read"));
  const scheme = draft?.scheme ?? versions[0]?.scheme;
  const kind = scheme?.activities.find((each) => each.key === key);
  if (!kind || draft?.proposal) throw notFound();
  return kind;
}

function valuesOf(kind: ActivityKind): FieldValues {
  const scale = kind.scale as unknown as Readonly<Record<string, number>>;
  return {
    seen: markOf(kind),
    name: kind.name,
    ...Object.fromEntries(figureFields(kind.scale).map((field) => [field, typedPoints(scale[field] ?? 0)])),
    ...Object.fromEntries(
      kind.bonuses.flatMap(({ key, each, atMost }) => [
        [bonusField(key, "each"), typedPoints(each)],
        [bonusField(key, "atMost"), typedPoints(atMost)],
      ]),
    ),
    ...(kind.cap && { capUnits: String(kind.cap.units), capPer: kind.cap.per }),
    evidence: kind.evidence,
    modes: kind.modes,
    tags: kind.tags,
    topics: kind.topics,
    ...(kind.least?.people !== undefined && { leastPeople: String(kind.least.people) }),
    ...(kind.least?.minutes !== undefined && { leastMinutes: String(kind.least.minutes) }),
    ...(kind.retiredOn && { retiredOn: kind.retiredOn }),
  };
}

export default function SchemeKind() {
  const { kind, figures, values } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { scheme: words, setup } = useMessages(schemeArea, setupArea);
  return (
    <Page title={kind.name} trail={<Breadcrumb steps={[{ to: PATH, label: words.title }]} />}>
      {answer?.standing ? (
        <Notice tone="warning" title={setup.changedTitle}>
          <p>{setup.changedBody}</p>
          <RuleTable caption={setup.standing} kinds={[answer.standing]} />
        </Notice>
      ) : null}
      <KindForm kind={kind} figures={figures} answer={answer} values={answer?.values ?? values} />
    </Page>
  );
}
