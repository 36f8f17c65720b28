import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import Printer from "lucide-react/icons/printer";
import { can } from "#app/domain/access/can.ts";
import { HELP_PATHS } from "#app/domain/help/help-view.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import { renewSchema } from "#app/features/help/help.schema.ts";
import { makePosters, renewPoster } from "#app/features/help/make-posters.server.ts";
import { readVillageHelp } from "#app/features/help/read-help.server.ts";
import { newIds } from "#app/features/roster/read-params.server.ts";
import { helpArea } from "#app/messages/vi/help.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { VillageHelpTable } from "#app/ui/help/village-help-table.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { CheckBox } from "#app/ui/kit/check-box.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { type FormAnswer, fieldOf } from "#app/ui/kit/form-answer.ts";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { SelectField } from "#app/ui/kit/select-field.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useMessages, useTerms } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { OFFICE_PATHS } from "#app/ui/setup/paths.ts";

export const handle: PageHandle = { title: (say) => say(helpArea).office.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "help.oversee");
  const { communeId, platform, actor, today } = caller;
  if (communeId === null) throw notFound();
  return {
    live: await platform.live.readVersions([`commune:${communeId}`]),
    villages: await readVillageHelp(caller),
    posterId: newIds(caller, 1)[0],
    mayKeep: can(actor, "help.keep-posters", { communeId }, today).ok,
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "help.keep-posters");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  if (fields.get("act") === "make") {
    await makePosters(caller);
    return goOn(`${HELP_PATHS.office}?xong=lam`);
  }
  if (fields.get("act") !== "renew") throw notFound();
  const form = await readForm(fields, renewSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  // The papers that hang go dead at once.
  if (!form.value.sure) return askAgain({ sure: { code: "required" } }, form.values);
  const verdict = await renewPoster(caller, form.value);
  if (!verdict.ok) throw notFound();
  return goOn(`${HELP_PATHS.office}?xong=doi`);
}

export default function HelpOfCommune() {
  const { live, villages, posterId, mayKeep, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { help, setup } = useMessages(helpArea, setupArea);
  const words = help.office;
  const terms = useTerms();
  useLive(live);
  const withPoster = villages.filter(({ address }) => address !== null);
  return (
    <Page
      title={words.title}
      lead={words.lead}
      trail={<Breadcrumb steps={[{ to: OFFICE_PATHS.overview, label: setup.overview.title }]} />}
      actions={
        withPoster.length > 0 ? (
          <LinkButton to={HELP_PATHS.posters} reloadDocument variant="secondary" icon={Printer}>
            {words.printAll}
          </LinkButton>
        ) : undefined
      }
    >
      {done === "lam" && !answer ? <Flash key={withPoster.length}>{words.made}</Flash> : null}
      {done === "doi" && !answer ? <Flash key={withPoster.length}>{words.renewed}</Flash> : null}
      {mayKeep && withPoster.length < villages.length ? (
        <Form method="post">
          <SubmitButton name="act" value="make">
            {words.make}
          </SubmitButton>
        </Form>
      ) : null}
      <Card>
        <VillageHelpTable villages={villages} />
      </Card>
      {mayKeep && withPoster.length > 0 ? (
        <Disclosure summary={words.renew} isOpen={answer !== undefined}>
          <p className="mb-4 text-ink-soft">{words.renewLead}</p>
          <Form method="post" noValidate className="grid gap-5">
            <ErrorSummary
              problems={answer?.problems}
              labels={{ villageId: words.renewVillage(terms), sure: words.sure }}
            />
            <input type="hidden" name="id" value={posterId} />
            <SelectField
              {...fieldOf(answer, "villageId")}
              label={words.renewVillage(terms)}
              choices={withPoster.map(({ villageId, name }) => ({ value: String(villageId), label: name }))}
            />
            <CheckBox name="sure" label={words.sure} error={answer?.problems.sure} />
            <div>
              <SubmitButton name="act" value="renew" variant="danger">
                {words.renew}
              </SubmitButton>
            </div>
          </Form>
        </Disclosure>
      ) : null}
    </Page>
  );
}
