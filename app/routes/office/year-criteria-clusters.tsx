import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { clusterSlots, clustersOf } from "#app/domain/year/clusters.ts";
import { allow, type Caller } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { clustersFormSchema } from "#app/features/criteria/criteria.schema.ts";
import { saveDraft } from "#app/features/criteria/draft-sheet.server.ts";
import { readClusterDesk } from "#app/features/criteria/read-criteria.server.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import { yearCriteriaArea } from "#app/messages/vi/year-criteria.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { type FormAnswer, fieldText } from "#app/ui/kit/form-answer.ts";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useMessages, useTerms } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { ClusterFields } from "#app/ui/year/criteria/cluster-fields.tsx";
import { CRITERIA_PATHS } from "#app/ui/year/criteria/criteria-paths.ts";

export const handle: PageHandle = { title: (say) => say(yearCriteriaArea).clusters.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "criteria.edit");
  const { inWork, villages } = await readDesk(caller);
  if (inWork?.state !== "draft") throw goOn(CRITERIA_PATHS.office);
  const { clusters } = inWork.sheet;
  return {
    revision: inWork.revision,
    slots: clusterSlots(clusters),
    villages: villages.map((village) => ({
      ...village,
      slot: clusters.findIndex((each) => each.villages.includes(village.id)) + 1,
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "criteria.edit");
  const { inWork, villages } = await readDesk(caller);
  if (inWork === null) return askAgain({ form: { code: "criteria_nothing_drafted" } });
  const known = inWork.sheet.clusters;
  const lines = clusterSlots(known);
  const fields = (await receiveForm(args.request)) ?? new FormData();
  const form = await readForm(fields, clustersFormSchema(lines, villages));
  if (!form.ok) return askAgain(form.problems, form.values);
  const typed = form.value as Readonly<Record<string, unknown>>;
  const slots = lines.map(({ slot }) => ({ slot, title: String(typed[`title-${slot}`] ?? "") }));
  const chosen = villages.flatMap(({ id }) => {
    const slot = typed[`village-${id}`];
    return typeof slot === "number" && slot > 0 ? [[id, slot] as const] : [];
  });
  const clusters = clustersOf(known, slots, new Map(chosen));
  if (!clusters.ok) return askAgain({ [`title-${clusters.slot}`]: clusters } as object, form.values);
  const verdict = await saveDraft(caller.platform, caller.scope("criteria.save-clusters"), {
    revision: form.value.revision,
    title: inWork.title,
    change: (sheet) => ({ ...sheet, clusters: clusters.value }),
  });
  return verdict.ok ? goOn(`${CRITERIA_PATHS.office}?xong=cum`) : askAgain({ form: verdict }, form.values);
}

async function readDesk(caller: Caller) {
  if (caller.communeId === null) throw notFound();
  return readClusterDesk(caller.platform, caller.scope("criteria.read"));
}

export default function YearCriteriaClusters() {
  const { revision, slots, villages } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { yearCriteria } = useMessages(yearCriteriaArea);
  const words = yearCriteria.clusters;
  const { village } = useTerms();
  const labels = Object.fromEntries(slots.map(({ slot }) => [`title-${slot}`, words.slot(slot)]));
  return (
    <Page
      title={words.title}
      lead={words.lead(village)}
      trail={<Breadcrumb steps={[{ to: CRITERIA_PATHS.office, label: yearCriteria.title }]} />}
    >
      <Form method="post" noValidate className="grid gap-6">
        <ErrorSummary problems={answer?.problems} labels={labels} />
        <input type="hidden" name="revision" value={fieldText(answer, "revision", revision)} />
        <ClusterFields slots={slots} villages={villages} answer={answer} />
        <div>
          <SubmitButton>{words.save}</SubmitButton>
        </div>
      </Form>
    </Page>
  );
}
