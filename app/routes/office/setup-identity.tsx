import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { COMMUNE_KINDS } from "#app/domain/roster/commune.ts";
import { allow, type Caller } from "#app/features/accounts/allow.server.ts";
import { type CommuneDescription, describeCommune } from "#app/features/communes/describe-commune.server.ts";
import { readCommune } from "#app/features/communes/read-commune.server.ts";
import { readSetting } from "#app/features/communes/read-settings.server.ts";
import { type IdentityForm, identityForm } from "#app/features/communes/setup.schema.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { RadioGroup } from "#app/ui/kit/radio-group.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextArea } from "#app/ui/kit/text-area.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useMessages } from "#app/ui/language.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { ChangedNotice } from "#app/ui/setup/changed-notice.tsx";
import { fieldsOf, labelsIn, typedIn } from "#app/ui/setup/form-answer.ts";
import { HeaderPreview } from "#app/ui/setup/header-preview.tsx";
import { SetupPage } from "#app/ui/setup/setup-page.tsx";
import { SheetForm } from "#app/ui/setup/sheet-form.tsx";
import { askAgain, tellConflict } from "./answer-form.server.ts";
import { goOnInSetup } from "./go-on-in-setup.server.ts";

export const handle: PageHandle = { title: (say) => say(setupArea).steps.names.identity };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "commune.set-up");
  return readIdentity(caller);
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "commune.set-up");
  const form = await readForm(args.request, identityForm);
  if (!form.ok) return askAgain(form.problems, form.values, NOTHING_NEWER);
  const scope = caller.scope("communes.describe-commune");
  const verdict = await describeCommune(caller.platform, scope, descriptionOf(form.value));
  if (verdict.ok) throw await goOnInSetup(caller);
  if (verdict.code === "commune_code_taken") return askAgain({ code: verdict }, form.values, NOTHING_NEWER);
  const standing: Identity | null = await readIdentity(caller);
  return tellConflict(verdict, form.values, { standing });
}

type Identity = Awaited<ReturnType<typeof readIdentity>>;

const NOTHING_NEWER: { readonly standing: Identity | null } = { standing: null };

async function readIdentity(caller: Caller) {
  const scope = caller.scope("communes.read-commune");
  const commune = await readCommune(caller.platform, scope);
  const header = await readSetting(caller.platform, scope, "document_header");
  return { commune, header };
}

function descriptionOf(form: IdentityForm): CommuneDescription {
  const { kind, name, province, code, revision, headerRevision, recipients, ...header } = form;
  return {
    kind,
    name,
    province,
    code: code ?? null,
    header: {
      ...header,
      superiorBody: header.superiorBody ?? "",
      issuingBody: header.issuingBody ?? "",
      place: header.place ?? "",
      recipients: (recipients ?? "").split("\n").filter((line) => line.trim() !== ""),
    },
    seenRevision: revision,
    seenHeaderRevision: headerRevision,
  };
}

export default function SetupIdentity() {
  const loaded = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const changed = answer?.standing ?? null;
  const { commune, header } = changed ?? loaded;
  const { setup } = useMessages(setupArea);
  const words = setup.identity;
  const field = fieldsOf(answer);
  const head = header.value;
  return (
    <SetupPage step="identity" isSetUp={commune.isSetUp}>
      {changed ? (
        <ChangedNotice
          standing={[
            { term: words.name, value: `${setup.communeKinds[commune.kind]} ${commune.name}` },
            { term: words.province, value: commune.province },
            { term: words.issuingBody, value: head.issuingBody },
            { term: words.office, value: head.office },
          ]}
        />
      ) : null}
      <SheetForm problems={answer?.problems} labels={labelsIn(words)}>
        <input type="hidden" name="revision" value={commune.revision} />
        <input type="hidden" name="headerRevision" value={header.revision} />
        <RadioGroup
          name="kind"
          label={words.kind}
          choices={COMMUNE_KINDS.map((kind) => ({ value: kind, label: setup.communeKinds[kind] }))}
          defaultValue={typedIn(answer, "kind") ?? commune.kind}
          error={answer?.problems.kind}
        />
        <TextField {...field("name", commune.name)} label={words.name} hint={words.nameHint} maxLength={80} />
        <TextField {...field("province", commune.province)} label={words.province} maxLength={80} />
        <TextField
          {...field("code", commune.code)}
          label={words.code}
          hint={words.codeHint}
          inputMode="numeric"
          optional
        />
        <hr className="border-line" />
        <div>
          <h2 className="text-xl">{words.header}</h2>
          <p className="mt-1 text-ink-soft">{words.headerLead}</p>
        </div>
        {head.issuingBody ? <HeaderPreview header={head} /> : null}
        <TextField {...field("superiorBody", head.superiorBody)} label={words.superiorBody} optional />
        <TextField {...field("issuingBody", head.issuingBody)} label={words.issuingBody} optional />
        <TextField {...field("place", head.place)} label={words.place} optional />
        <TextField {...field("office", head.office)} label={words.office} />
        <TextField
          {...field("officeSymbol", head.officeSymbol)}
          label={words.officeSymbol}
          hint={words.officeSymbolHint}
        />
        <TextField {...field("signsFor", head.signsFor)} label={words.signsFor} />
        <TextField {...field("signerTitle", head.signerTitle)} label={words.signerTitle} />
        <TextArea
          {...field("recipients", head.recipients.join("\n"))}
          label={words.recipients}
          hint={words.recipientsHint}
          rows={6}
          optional
        />
        <SubmitButton size="large" block>
          {commune.isSetUp ? setup.save : setup.saveAndGoOn}
        </SubmitButton>
      </SheetForm>
    </SetupPage>
  );
}
