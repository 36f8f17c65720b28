import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { makeId } from "#app/domain/ids.ts";
import {
  CONSENT_PURPOSES,
  type ConsentPurpose,
  DATA_REQUEST_KINDS,
  DAYS_TO_ANSWER,
  MOST_REVEALS_A_DAY,
  publicNameOf,
} from "#app/domain/people/consent.ts";
import { maskPhone, parsePhone } from "#app/domain/people/phone.ts";
import { allow, type Caller, demand } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import { askOfData } from "#app/features/personal-data/ask-of-data.server.ts";
import { eraseMember } from "#app/features/personal-data/erase-member.server.ts";
import { giveConsent } from "#app/features/personal-data/give-consent.server.ts";
import {
  eraseSchema,
  recordedConsentSchema,
  recordedRequestSchema,
  revealSchema,
  withdrawSchema,
} from "#app/features/personal-data/personal-data.schema.ts";
import { readMemberData } from "#app/features/personal-data/read-own-data.server.ts";
import { revealPhone } from "#app/features/personal-data/reveal-phone.server.ts";
import { withdrawConsent } from "#app/features/personal-data/withdraw-consent.server.ts";
import { personalDataArea } from "#app/messages/vi/personal-data.ts";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { RadioGroup } from "#app/ui/kit/radio-group.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextArea } from "#app/ui/kit/text-area.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { ConsentCard } from "#app/ui/personal-data/consent-card.tsx";
import { DataFacts, DataTimes, RevealLog } from "#app/ui/personal-data/data-facts.tsx";
import { RequestList } from "#app/ui/personal-data/request-list.tsx";

export const handle: PageHandle = { title: (say) => say(personalDataArea).title };

const PATH = "/van-phong/du-lieu-ca-nhan";

async function dataOf(caller: Caller, memberId: string | undefined) {
  if (caller.communeId === null || !/^[0-9a-f-]{36}$/.test(memberId ?? "")) throw notFound();
  const found = await readMemberData(caller.platform, caller.scope("personal-data.read"), memberId ?? "");
  if (!found) throw notFound();
  return found;
}

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "personal-data.manage");
  const { phone, ...found } = await dataOf(caller, args.params.memberId);
  const { platform, now } = caller;
  const newId = () => makeId(now.getTime(), platform.random.bytes(10));
  // The number itself leaves the server only by the act of showing it.
  const parsed = phone === null ? null : parsePhone(phone);
  return {
    data: { ...found, phone: parsed && maskPhone(parsed) },
    publicName: publicNameOf({ fullName: found.fullName, isErased: found.erasedAt !== null }, found.consents),
    isDone: new URL(args.request.url).searchParams.has("xong"),
    newId: newId(),
    consentIds: Object.fromEntries(CONSENT_PURPOSES.map((purpose) => [purpose, newId()])) as Record<
      ConsentPurpose,
      string
    >,
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "personal-data.manage");
  const member = await dataOf(caller, args.params.memberId);
  const fields = (await receiveForm(args.request)) ?? new FormData();
  const target = { communeId: caller.communeId ?? 0 };
  switch (fields.get("intent")) {
    case "reveal":
      demand(args, caller, "phone.reveal", target);
      return reveal(caller, member.memberId, fields);
    case "give":
      return record(caller, member.memberId, fields);
    case "withdraw":
      return withdraw(caller, member.memberId, fields);
    case "request":
      return ask(caller, member.memberId, fields);
    case "erase":
      demand(args, caller, "personal-data.erase", target);
      return erase(caller, member, fields);
    default:
      throw notFound();
  }
}

async function reveal(caller: Caller, memberId: string, fields: FormData) {
  const form = await readForm(fields, revealSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const verdict = await revealPhone(caller.platform, caller.scope("personal-data.reveal-phone"), {
    ...form.value,
    memberId,
  });
  if (!verdict.ok) return askAgain({ reason: verdict }, form.values);
  const { phone } = verdict.value;
  return data({ phone, problems: null, values: null }, { headers: { "Cache-Control": "no-store" } });
}

async function record(caller: Caller, memberId: string, fields: FormData) {
  const form = await readForm(fields, recordedConsentSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const consent = { ...form.value, memberId };
  const verdict = await giveConsent(caller.platform, caller.scope("personal-data.give-consent"), consent);
  return verdict.ok ? goOn(`${PATH}/${memberId}?xong`) : askAgain({ form: verdict });
}

async function withdraw(caller: Caller, memberId: string, fields: FormData) {
  const form = await readForm(fields, withdrawSchema);
  if (!form.ok) throw notFound();
  const { purpose } = form.value;
  await withdrawConsent(caller.platform, caller.scope("personal-data.withdraw-consent"), {
    memberId,
    purpose,
  });
  return goOn(`${PATH}/${memberId}?xong`);
}

async function ask(caller: Caller, memberId: string, fields: FormData) {
  const form = await readForm(fields, recordedRequestSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { note = null, ...request } = form.value;
  const verdict = await askOfData(caller.platform, caller.scope("personal-data.ask"), {
    ...request,
    note,
    memberId,
  });
  return verdict.ok ? goOn(`${PATH}/${memberId}?xong`) : askAgain({ kind: verdict }, form.values);
}

async function erase(caller: Caller, member: { memberId: string; fullName: string }, fields: FormData) {
  const form = await readForm(fields, eraseSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  if (form.value.fullName !== member.fullName)
    return askAgain({ fullName: { code: "erase_name_differs" } }, form.values);
  const verdict = await eraseMember(caller.platform, caller.scope("personal-data.erase"), member.memberId);
  return verdict.ok ? goOn(`${PATH}/${member.memberId}?xong`) : askAgain({ fullName: verdict }, form.values);
}

export default function MemberData() {
  const { data: member, publicName, isDone, newId, consentIds } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { personalData: words } = useMessages(personalDataArea);
  const problems = (answer?.problems ?? {}) as NonNullable<Parameters<typeof FormCard>[0]["problems"]>;
  const consentAnswer =
    answer?.values && "purpose" in answer.values ? (answer as unknown as FormAnswer) : undefined;
  const isOfRequest =
    problems.kind !== undefined ||
    problems.note !== undefined ||
    (consentAnswer === undefined && problems.channel !== undefined);
  const phone = answer && "phone" in answer ? answer.phone : null;
  return (
    <Page
      title={member.fullName}
      lead={words.title}
      width="narrow"
      trail={<Breadcrumb steps={[{ to: PATH, label: words.title }]} />}
    >
      {isDone && !answer ? <Flash>{words.saved}</Flash> : null}
      {problems.form ? <ErrorSummary problems={{ form: problems.form }} /> : null}
      {member.erasedAt ? <Notice tone="info">{words.erased}</Notice> : null}
      <DataFacts data={member} publicName={publicName} />
      {phone ? (
        <Notice tone="info" title={`${words.revealed}: ${phone}`}>
          {words.revealedNote}
        </Notice>
      ) : null}
      {member.phone && !phone ? (
        <FormCard lead={words.revealLead(MOST_REVEALS_A_DAY)}>
          <input type="hidden" name="id" value={newId} />
          <TextField
            name="reason"
            label={words.reason}
            hint={words.reasonHint}
            error={problems.reason}
            autoComplete="off"
          />
          <SubmitButton name="intent" value="reveal" variant="secondary">
            {words.reveal}
          </SubmitButton>
        </FormCard>
      ) : null}
      <RevealLog reveals={member.phoneReveals} />
      <DataTimes data={member} />
      {member.erasedAt ? null : (
        <>
          <ConsentCard consents={member.consents} ids={consentIds} isOwn={false} refusal={consentAnswer} />
          <Disclosure summary={words.recordRequest} isOpen={isOfRequest}>
            <FormCard>
              <input type="hidden" name="id" value={newId} />
              <RadioGroup
                name="kind"
                label={words.requestRecord}
                error={problems.kind}
                choices={DATA_REQUEST_KINDS.map((value) => ({
                  value,
                  label: words.kinds[value],
                  hint: words.kindDays(DAYS_TO_ANSWER[value]),
                }))}
              />
              <RadioGroup
                name="channel"
                label={words.channel}
                error={isOfRequest ? problems.channel : undefined}
                choices={(["paper", "spoken"] as const).map((value) => ({
                  value,
                  label: words.channels[value],
                }))}
              />
              <TextArea name="note" label={words.note} rows={2} error={problems.note} optional />
              <SubmitButton name="intent" value="request">
                {words.recordRequest}
              </SubmitButton>
            </FormCard>
          </Disclosure>
          <Disclosure summary={words.erase} isOpen={problems.fullName !== undefined}>
            <FormCard lead={words.eraseLead}>
              <TextField
                name="fullName"
                label={words.eraseConfirm}
                error={problems.fullName}
                autoComplete="off"
              />
              <SubmitButton name="intent" value="erase" variant="danger">
                {words.eraseButton}
              </SubmitButton>
            </FormCard>
          </Disclosure>
        </>
      )}
      <RequestList requests={member.requests} isOffice={false} />
    </Page>
  );
}
