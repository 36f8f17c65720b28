import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import Split from "lucide-react/icons/split";
import { makeId } from "#app/domain/ids.ts";
import { UNIT_CHANGE_KINDS, type UnitChangeRefusal, type UnitKind } from "#app/domain/roster/unit-change.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import { changeUnits } from "#app/features/units/change-units.server.ts";
import { readStandingUnits } from "#app/features/units/find-standing-units.server.ts";
import { previewUnitChange } from "#app/features/units/preview-unit-change.server.ts";
import { readUnitChanges } from "#app/features/units/read-unit-changes.server.ts";
import { orderOf, unitChangeSchema } from "#app/features/units/unit-change.schema.ts";
import { unitsArea } from "#app/messages/vi/units.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { CheckBox } from "#app/ui/kit/check-box.tsx";
import { ChipGroup } from "#app/ui/kit/chip-group.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { FilterLinks } from "#app/ui/kit/filter-links.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { RadioGroup } from "#app/ui/kit/radio-group.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextArea } from "#app/ui/kit/text-area.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useMessages, useTerms } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { OfficeTrail } from "#app/ui/setup/office-trail.tsx";
import { UnitChangePreview } from "#app/ui/units/unit-change-preview.tsx";
import { UnitHistory } from "#app/ui/units/unit-history.tsx";

export const handle: PageHandle = { title: (say) => say(unitsArea).title };

const PATH = "/van-phong/don-vi";

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "unit.change");
  if (caller.communeId === null) throw notFound();
  const { platform, now } = caller;
  const search = new URL(args.request.url).searchParams;
  const unit: UnitKind = search.get("loai") === "to" ? "team" : "village";
  return {
    unit,
    isDone: search.has("xong"),
    id: makeId(now.getTime(), platform.random.bytes(10)),
    standing: await readStandingUnits(platform, caller.scope("units.read-standing"), unit),
    changes: await readUnitChanges(platform, caller.scope("units.read-changes")),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "unit.change");
  if (caller.communeId === null) throw notFound();
  const fields = (await receiveForm(args.request)) ?? new FormData();
  const form = await readForm(fields, unitChangeSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  if (fields.get("intent") === "edit") return askAgain({}, form.values);
  const order = orderOf(form.value);
  if (fields.get("intent") === "confirm") {
    const verdict = await changeUnits(caller.platform, caller.scope("units.change"), order);
    if (verdict.ok) return goOn(`${PATH}?xong${order.unit === "team" ? "&loai=to" : ""}`);
    return askAgain({ [fieldOf(verdict.code)]: verdict }, form.values);
  }
  const verdict = await previewUnitChange(caller.platform, caller.scope("units.preview"), order);
  if (!verdict.ok) return askAgain({ [fieldOf(verdict.code)]: verdict }, form.values);
  const { kind, effectiveOn } = order;
  return data({ preview: verdict.value, kind, effectiveOn, values: form.values, problems: null });
}

function fieldOf(code: UnitChangeRefusal["code"]): keyof typeof unitChangeSchema.shape {
  switch (code) {
    case "unit_change_needs_old":
    case "unit_not_standing":
    case "units_of_different_places":
      return "old";
    case "unit_change_needs_new":
    case "unit_name_taken":
    case "unit_name_unchanged":
      return "newNames";
    case "unit_change_before_start":
    case "unit_change_in_future":
    case "unit_change_before_decision":
      return "effectiveOn";
    case "unit_decision_malformed":
      return "decisionNumber";
  }
}

export default function UnitChange() {
  const { unit, isDone, standing, changes } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { units: words } = useMessages(unitsArea);
  const terms = useTerms();
  const isPreview = answer !== undefined && "preview" in answer;
  return (
    <Page trail={<OfficeTrail />} title={words.title} lead={words.lead}>
      {isDone && !answer ? <Flash>{words.done}</Flash> : null}
      <FilterLinks
        label={words.title}
        choices={[
          { to: PATH, text: words.ofVillages(terms.village), isChosen: unit === "village" },
          { to: `${PATH}?loai=to`, text: words.ofTeams, isChosen: unit === "team" },
        ]}
      />
      {isPreview ? (
        <UnitChangePreview
          preview={answer.preview}
          kind={answer.kind}
          effectiveOn={answer.effectiveOn}
          fields={Object.entries(answer.values).flatMap(([name, value]) =>
            (Array.isArray(value) ? value : [String(value)])
              .filter(() => name !== "seat" && name !== "lane")
              .map((one) => [name, String(one)] as const),
          )}
        />
      ) : standing.length === 0 ? (
        <EmptyState icon={Split} title={words.noUnits}>
          {words.noUnitsBody}
        </EmptyState>
      ) : (
        <OrderForm key={unit} />
      )}
      <Card title={words.history}>
        <UnitHistory changes={changes} />
      </Card>
    </Page>
  );
}

function OrderForm() {
  const { unit, id, standing } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { units: words } = useMessages(unitsArea);
  const problems = answer?.problems ?? {};
  const values = (answer?.values ?? {}) as Record<string, string | readonly string[] | undefined>;
  const text = (name: string) => {
    const value = values[name];
    return typeof value === "string" ? value : undefined;
  };
  const old = values.old;
  return (
    <FormCard
      problems={problems}
      labels={{
        kind: words.kind,
        old: words.old,
        newNames: words.newNames,
        effectiveOn: words.effectiveOn,
        decisionNumber: words.decisionNumber,
        decisionDate: words.decisionDate,
      }}
    >
      <input type="hidden" name="id" value={text("id") ?? id} />
      <input type="hidden" name="unit" value={unit} />
      <RadioGroup
        name="kind"
        label={words.kind}
        error={problems.kind}
        defaultValue={text("kind") ?? "merge"}
        choices={UNIT_CHANGE_KINDS.map((value) => ({
          value,
          label: words.kinds[value],
          hint: words.kindHints[value],
        }))}
      />
      <ChipGroup
        name="old"
        label={words.old}
        hint={words.oldHint}
        error={problems.old}
        multiple
        defaultValues={typeof old === "string" ? [old] : (old ?? [])}
        choices={standing.map(({ id: value, name }) => ({ value: String(value), label: name }))}
      />
      <TextArea
        name="newNames"
        label={words.newNames}
        hint={words.newNamesHint}
        error={problems.newNames}
        rows={2}
        defaultValue={text("newNames")}
      />
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <TextField
          name="decisionNumber"
          label={words.decisionNumber}
          hint={words.decisionNumberHint}
          error={problems.decisionNumber}
          defaultValue={text("decisionNumber")}
          autoComplete="off"
        />
        <TextField
          name="decisionDate"
          type="date"
          label={words.decisionDate}
          error={problems.decisionDate}
          defaultValue={text("decisionDate")}
        />
      </div>
      <TextField
        name="effectiveOn"
        type="date"
        label={words.effectiveOn}
        hint={words.effectiveOnHint}
        error={problems.effectiveOn}
        defaultValue={text("effectiveOn")}
      />
      {unit === "village" ? (
        <CheckBox
          name="joinsTeams"
          label={words.joinsTeams}
          defaultChecked={answer ? values.joinsTeams !== undefined : true}
        />
      ) : null}
      <SubmitButton name="intent" value="preview" size="large" block>
        {words.preview}
      </SubmitButton>
    </FormCard>
  );
}
