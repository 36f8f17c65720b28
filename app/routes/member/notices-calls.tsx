import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { NOTICE_KINDS } from "#app/domain/notices/notice.ts";
import { allow, type Caller } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import { callsSchema, lineEndSchema, lineSchema } from "#app/features/notices/notices.schema.ts";
import { pushKeyOf } from "#app/features/notices/push-key.server.ts";
import { endPushLine, keepPushLine } from "#app/features/notices/push-lines.server.ts";
import { findReader } from "#app/features/notices/read-notices.server.ts";
import { chooseCalls } from "#app/features/notices/write-reader.server.ts";
import { noticesArea } from "#app/messages/vi/notices.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { ChipGroup } from "#app/ui/kit/chip-group.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { RadioGroup } from "#app/ui/kit/radio-group.tsx";
import { SelectField } from "#app/ui/kit/select-field.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { NOTICE_PATHS } from "#app/ui/notices/paths.ts";
import { PhoneCalls } from "#app/ui/notices/phone-calls.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(noticesArea).calls.title };

const EVENING = 18;

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "notice.read");
  const { platform, communeId, person, scope } = caller;
  if (communeId === null) throw notFound();
  const { seenUntil: _, ...settings } = await platform.db.withCommunes(scope("notices.read-calls"), (tx) =>
    findReader(tx, communeId, person.accountId),
  );
  return {
    settings,
    publicKey: pushKeyOf(platform).publicKey,
    isDone: new URL(args.request.url).searchParams.has("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "notice.read");
  const fields = (await receiveForm(args.request)) ?? new FormData();
  switch (fields.get("intent")) {
    case "line-on":
      return turnOn(caller, fields);
    case "line-off":
      return turnOff(caller, fields);
    default:
      return choose(caller, fields);
  }
}

async function turnOn(caller: Caller, fields: FormData) {
  const form = await readForm(fields, lineSchema);
  if (!form.ok) return askAgain({ form: { code: "push_endpoint_refused" } });
  const kept = await keepPushLine(caller, form.value);
  return kept.ok ? goOn(NOTICE_PATHS.calls) : askAgain({ form: kept });
}

async function turnOff(caller: Caller, fields: FormData) {
  const form = await readForm(fields, lineEndSchema);
  if (form.ok) await endPushLine(caller, form.value.endpoint);
  return goOn(NOTICE_PATHS.calls);
}

async function choose(caller: Caller, fields: FormData) {
  const form = await readForm(fields, callsSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { kinds, pace, digestAt, quietFrom, quietUntil } = form.value;
  await chooseCalls(caller, {
    kindsOff: NOTICE_KINDS.filter((kind) => !kinds.includes(kind)),
    quietFrom,
    quietUntil,
    digestAt: pace === "daily" ? digestAt : null,
  });
  return goOn(`${NOTICE_PATHS.calls}?xong`);
}

export default function Calls() {
  const { settings, publicKey, isDone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { notices } = useMessages(noticesArea);
  const words = notices.calls;
  const hours = Array.from({ length: 24 }, (_, hour) => ({ value: String(hour), label: words.hour(hour) }));
  return (
    <Page
      title={words.title}
      width="narrow"
      trail={<Breadcrumb steps={[{ to: NOTICE_PATHS.list, label: notices.title }]} />}
    >
      {isDone && !answer ? <Flash>{words.saved}</Flash> : null}
      <FormCard lead={words.lead} problems={answer?.problems} labels={{ quietFrom: words.quietFrom }}>
        <ChipGroup
          name="kinds"
          label={words.kinds}
          multiple
          optional
          defaultValues={NOTICE_KINDS.filter((kind) => !settings.kindsOff.includes(kind))}
          choices={NOTICE_KINDS.map((value) => ({ value, label: words.kindNames[value] }))}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            name="quietFrom"
            label={words.quietFrom}
            choices={hours}
            defaultValue={String(settings.quietFrom)}
          />
          <SelectField
            name="quietUntil"
            label={words.quietUntil}
            choices={hours}
            defaultValue={String(settings.quietUntil)}
          />
        </div>
        <RadioGroup
          name="pace"
          label={words.pace}
          defaultValue={settings.digestAt === null ? "atOnce" : "daily"}
          choices={[
            { value: "atOnce", label: words.paces.atOnce },
            { value: "daily", label: words.paces.daily },
          ]}
        />
        <SelectField
          name="digestAt"
          label={words.digestAt}
          choices={hours}
          defaultValue={String(settings.digestAt ?? EVENING)}
        />
        <SubmitButton>{words.save}</SubmitButton>
      </FormCard>
      <PhoneCalls publicKey={publicKey} />
    </Page>
  );
}
