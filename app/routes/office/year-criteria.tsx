import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { can } from "#app/domain/access/can.ts";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { allow, type Caller, demand } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { adoptSheet, askAdoption, giveBackSheet } from "#app/features/criteria/adopt-sheet.server.ts";
import { adoptSchema, askSchema, dropSchema, startSchema } from "#app/features/criteria/criteria.schema.ts";
import { dropDraft, type SheetRefusal, startDraft } from "#app/features/criteria/draft-sheet.server.ts";
import { readCriteria } from "#app/features/criteria/read-criteria.server.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import { yearCriteriaArea } from "#app/messages/vi/year-criteria.ts";
import { yearReviewArea } from "#app/messages/vi/year-review.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { type FormAnswer, fieldOf, fieldText } from "#app/ui/kit/form-answer.ts";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { Pill } from "#app/ui/kit/pill.tsx";
import { SelectField } from "#app/ui/kit/select-field.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useFormat, useMessages, useTerms } from "#app/ui/language.tsx";
import { useLive } from "#app/ui/live/use-live.ts";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { CRITERIA_PATHS } from "#app/ui/year/criteria/criteria-paths.ts";
import { SheetDraftCard } from "#app/ui/year/criteria/sheet-draft-card.tsx";
import { SheetView } from "#app/ui/year/criteria/sheet-view.tsx";
import { YEAR_PATHS } from "#app/ui/year/year-paths.ts";

export const handle: PageHandle = { title: (say) => say(yearCriteriaArea).title };

const DONE = ["moi", "luu", "nhap", "de-nghi", "ban-hanh", "tra-lai", "bo", "cum"] as const;

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "criteria.read");
  const { platform, communeId, actor, today, person } = caller;
  if (communeId === null) throw notFound();
  const done = new URL(args.request.url).searchParams.get("xong");
  const { versions, adopted, inWork, proposed, places } = await readCriteria(
    platform,
    caller.scope("criteria.read"),
  );
  const may = (capability: "criteria.edit" | "criteria.adopt") =>
    can(actor, capability, { communeId }, today).ok;
  return {
    live: await platform.live.readVersions([`commune:${communeId}`]),
    versions: versions
      .filter(({ state }) => state === "adopted")
      .map(({ version, title, document, adoptedByName, adoptedAt }) => ({
        version,
        title,
        document: document ?? "",
        byName: adoptedByName ?? "",
        day: localDateAt(adoptedAt ?? 0),
      })),
    adopted: adopted && { version: adopted.version, sheet: adopted.sheet },
    draft: inWork && {
      version: inWork.version,
      title: inWork.title,
      state: inWork.state,
      document: inWork.document,
      revision: inWork.revision,
      askedByName: inWork.askedByName,
      isMine: inWork.askedBy === person.accountId,
      sheet: inWork.sheet,
    },
    places,
    proposed: adopted === null && inWork === null ? proposed : null,
    mayEdit: may("criteria.edit"),
    mayAdopt: may("criteria.adopt"),
    done: DONE.find((each) => each === done) ?? null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "criteria.read");
  if (caller.communeId === null) throw notFound();
  const target = { communeId: caller.communeId };
  const fields = (await receiveForm(args.request)) ?? new FormData();
  switch (fields.get("intent")) {
    case "start":
      demand(args, caller, "criteria.edit", target);
      return start(caller, fields);
    case "ask":
      demand(args, caller, "criteria.edit", target);
      return ask(caller, fields);
    case "adopt":
      demand(args, caller, "criteria.adopt", target);
      return adopt(caller, fields);
    case "give-back": {
      const isOffice = can(caller.actor, "criteria.edit", target, caller.today).ok;
      demand(args, caller, isOffice ? "criteria.edit" : "criteria.adopt", target);
      return answer(await giveBackSheet(caller.platform, caller.scope("criteria.give-back")), "tra-lai");
    }
    case "drop": {
      demand(args, caller, "criteria.edit", target);
      const form = await readForm(fields, dropSchema);
      if (!form.ok) return askAgain({ form: { code: "not_valid" } });
      return answer(await dropDraft(caller.platform, caller.scope("criteria.drop")), "bo");
    }
    default:
      throw notFound();
  }
}

async function start(caller: Caller, fields: FormData) {
  const form = await readForm(fields, startSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { title, from = null } = form.value;
  const verdict = await startDraft(caller.platform, caller.scope("criteria.start"), { title, from });
  return verdict.ok ? goOn(`${CRITERIA_PATHS.office}?xong=moi`) : askAgain({ form: verdict }, form.values);
}

async function ask(caller: Caller, fields: FormData) {
  const form = await readForm(fields, askSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const verdict = await askAdoption(caller.platform, caller.scope("criteria.ask"), form.value);
  return verdict.ok
    ? goOn(`${CRITERIA_PATHS.office}?xong=de-nghi`)
    : askAgain({ form: verdict }, form.values);
}

async function adopt(caller: Caller, fields: FormData) {
  const form = await readForm(fields, adoptSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  return answer(await adoptSheet(caller.platform, caller.scope("criteria.adopt"), form.value), "ban-hanh");
}

function answer(
  verdict: { readonly ok: true } | ({ readonly ok: false } & SheetRefusal),
  done: (typeof DONE)[number],
) {
  return verdict.ok ? goOn(`${CRITERIA_PATHS.office}?xong=${done}`) : askAgain({ form: verdict });
}

export default function YearCriteria() {
  const page = useLoaderData<typeof loader>();
  useLive(page.live);
  const answered = useActionData<typeof action>() as FormAnswer | undefined;
  const { yearCriteria: words, yearReview } = useMessages(yearCriteriaArea, yearReviewArea);
  const terms = useTerms();
  const { draft, adopted, proposed, places, versions, mayEdit, mayAdopt, done } = page;
  const inForce = versions[0];
  return (
    <Page
      title={words.title}
      lead={words.lead(terms.village)}
      trail={<Breadcrumb steps={[{ to: YEAR_PATHS.desk, label: yearReview.title }]} />}
    >
      {done && !answered ? <Flash>{words.flashes[done]}</Flash> : null}
      {draft ? (
        <SheetDraftCard
          draft={draft}
          before={adopted?.sheet ?? null}
          places={places}
          mayEdit={mayEdit}
          mayAdopt={mayAdopt}
          answer={answered}
        />
      ) : null}
      {adopted && inForce ? (
        <Card title={inForce.title} aside={<Pill tone="accent">{words.inForce}</Pill>}>
          <div className="grid gap-5">
            <Adopted version={inForce} />
            <p className="text-ink-soft">{words.publishedTo}</p>
            <p className="flex flex-wrap gap-x-6 gap-y-2">
              <TextLink to={CRITERIA_PATHS.teams}>{words.seeAsTeams}</TextLink>
              <TextLink to={CRITERIA_PATHS.file(inForce.version)} reloadDocument>
                {words.download}
              </TextLink>
            </p>
            {draft ? (
              <Disclosure summary={words.readAll}>
                <SheetView sheet={adopted.sheet} places={places} />
              </Disclosure>
            ) : (
              <SheetView sheet={adopted.sheet} places={places} />
            )}
          </div>
        </Card>
      ) : null}
      {proposed ? (
        <Card title={words.start.fromProposal} aside={<Pill tone="gold">{words.proposal}</Pill>}>
          <div className="grid gap-5">
            <Notice tone="info">{words.proposalBody}</Notice>
            <SheetView sheet={proposed} />
          </div>
        </Card>
      ) : null}
      {mayEdit && !draft ? <StartForm versions={versions} answer={answered} /> : null}
      {versions.length > 1 ? (
        <Card title={words.versions}>
          <ul className="divide-y divide-line">
            {versions.map((version) => (
              <li key={version.version} className="grid gap-1 py-3">
                <p className="font-bold">{version.title}</p>
                <Adopted version={version} />
                <p>
                  <TextLink to={CRITERIA_PATHS.file(version.version)} reloadDocument>
                    {words.version(version.version)}: {words.download}
                  </TextLink>
                </p>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </Page>
  );
}

type AdoptedVersion = ReturnType<typeof useLoaderData<typeof loader>>["versions"][number];

function Adopted({ version }: { version: AdoptedVersion }) {
  const { yearCriteria: words } = useMessages(yearCriteriaArea);
  const format = useFormat();
  return <p>{words.adopted(version.byName, version.document, format.date(version.day))}</p>;
}

function StartForm({
  versions,
  answer,
}: {
  versions: readonly AdoptedVersion[];
  answer: FormAnswer | undefined;
}) {
  const { yearCriteria } = useMessages(yearCriteriaArea);
  const words = yearCriteria.start;
  return (
    <Card title={words.title}>
      <Form method="post" noValidate className="grid gap-5">
        <p className="text-ink-soft">{words.lead}</p>
        <TextField
          name="title"
          label={words.name}
          hint={words.nameHint}
          defaultValue={fieldText(answer, "title")}
          error={answer?.problems.title ?? answer?.problems.form}
          autoComplete="off"
        />
        {versions.length > 0 ? (
          <SelectField
            {...fieldOf(answer, "from", versions[0]?.version ?? null)}
            label={words.from}
            hint={words.fromHint}
            optional
            choices={versions.map(({ version, title }) => ({ value: String(version), label: title }))}
          />
        ) : null}
        <div className="flex flex-wrap gap-3">
          <SubmitButton name="intent" value="start">
            {words.submit}
          </SubmitButton>
          <LinkButton to={CRITERIA_PATHS.import} variant="secondary">
            {words.orImport}
          </LinkButton>
        </div>
      </Form>
    </Card>
  );
}
