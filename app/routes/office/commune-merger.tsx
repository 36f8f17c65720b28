import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import Merge from "lucide-react/icons/merge";
import { can } from "#app/domain/access/can.ts";
import { makeId } from "#app/domain/ids.ts";
import type { MergerRefusal } from "#app/domain/merger/commune-merger.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { offerForm } from "#app/features/commune-merger/commune-merger.schema.ts";
import { offerMerger } from "#app/features/commune-merger/offer-merger.server.ts";
import { MERGER_PATHS } from "#app/features/commune-merger/paths.ts";
import { readMergers } from "#app/features/commune-merger/read-mergers.server.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { communeMergerArea } from "#app/messages/vi/commune-merger.ts";
import { MergerCard } from "#app/ui/commune-merger/merger-card.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { NumberField } from "#app/ui/kit/number-field.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { fieldsOf, typedIn } from "#app/ui/setup/form-answer.ts";
import { OfficeTrail } from "#app/ui/setup/office-trail.tsx";

export const handle: PageHandle = { title: (say) => say(communeMergerArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "commune-merger.read");
  const { actor, communeId, now, platform, today } = caller;
  const here = { communeId: communeId ?? 0 };
  return {
    newOfferId: makeId(now.getTime(), platform.random.bytes(10)),
    communeId: here.communeId,
    mayAsk: can({ ...actor, provedFreshly: true }, "commune-merger.ask", here, today).ok,
    mergers: await readMergers(caller),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "commune-merger.ask");
  const form = await readForm(args.request, offerForm);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { offer: id, oldCommune: oldCommuneId, ...rest } = form.value;
  const asked = await offerMerger(caller, { id, oldCommuneId, ...rest });
  if (!asked.ok) return askAgain({ [fieldOf(asked.code)]: asked }, form.values);
  throw goOn(`${MERGER_PATHS.one(id)}?xong=asked`);
}

function fieldOf(code: MergerRefusal["code"] | "act_already_waiting"): string {
  switch (code) {
    case "merger_in_the_past":
    case "merger_too_far_ahead":
    case "merger_before_decision":
      return "effectiveOn";
    case "merger_decision_malformed":
      return "decisionNumber";
    case "merger_with_itself":
    case "merger_commune_unknown":
    case "merger_commune_not_set_up":
    case "merger_already_agreed":
    case "act_already_waiting":
      return "oldCommune";
    case "merger_receiver_not_set_up":
    case "merger_receiver_ended":
    case "merger_asker_left":
      return "form";
  }
}

export default function CommuneMerger() {
  const { communeId, mayAsk, mergers } = useLoaderData<typeof loader>();
  const { communeMerger: words } = useMessages(communeMergerArea);
  return (
    <Page trail={<OfficeTrail />} title={words.title} lead={words.lead}>
      <Card title={words.numberTitle}>
        <p className="text-2xl font-bold tabular-nums">{words.number(communeId)}</p>
        <p className="mt-1 text-ink-soft">{words.numberBody}</p>
      </Card>
      <section className="grid gap-4">
        <h2 className="text-2xl">{words.listTitle}</h2>
        {mergers.length === 0 ? (
          <EmptyState icon={Merge} title={words.none}>
            {words.noneBody}
          </EmptyState>
        ) : (
          <div className="grid gap-4 lg:grid-cols-2">
            {mergers.map((merger) => (
              <MergerCard key={merger.id} merger={merger} to={MERGER_PATHS.one(merger.id)} />
            ))}
          </div>
        )}
      </section>
      {mayAsk ? <OfferForm /> : null}
    </Page>
  );
}

function OfferForm() {
  const { newOfferId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { communeMerger: words } = useMessages(communeMergerArea);
  const field = fieldsOf(answer);
  return (
    <section className="grid gap-4">
      <h2 className="text-2xl">{words.askTitle}</h2>
      <p className="max-w-prose text-ink-soft">{words.askLead}</p>
      <FormCard
        problems={answer?.problems}
        labels={{
          oldCommune: words.oldCommune,
          effectiveOn: words.effectiveOn,
          decisionNumber: words.decisionNumber,
          decisionDate: words.decisionDate,
        }}
      >
        <input type="hidden" name="offer" value={typedIn(answer, "offer") ?? newOfferId} />
        <NumberField {...field("oldCommune", null)} label={words.oldCommune} hint={words.oldCommuneHint} />
        <div className="grid items-end gap-5 sm:grid-cols-2">
          <TextField
            {...field("decisionNumber", null)}
            label={words.decisionNumber}
            hint={words.decisionNumberHint}
            autoComplete="off"
          />
          <TextField {...field("decisionDate", null)} label={words.decisionDate} type="date" />
        </div>
        <TextField
          {...field("effectiveOn", null)}
          label={words.effectiveOn}
          hint={words.effectiveOnHint}
          type="date"
        />
        <SubmitButton size="large" block>
          {words.send}
        </SubmitButton>
      </FormCard>
    </section>
  );
}
