import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import UserRound from "lucide-react/icons/user-round";
import { makeId } from "#app/domain/ids.ts";
import {
  CONSENT_PURPOSES,
  type ConsentPurpose,
  DATA_REQUEST_KINDS,
  DAYS_TO_ANSWER,
  publicNameOf,
} from "#app/domain/people/consent.ts";
import { allow, type Caller } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { PATHS } from "#app/features/accounts/paths.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import { askOfData } from "#app/features/personal-data/ask-of-data.server.ts";
import { giveConsent } from "#app/features/personal-data/give-consent.server.ts";
import {
  consentSchema,
  requestSchema,
  withdrawSchema,
} from "#app/features/personal-data/personal-data.schema.ts";
import { readMemberData } from "#app/features/personal-data/read-own-data.server.ts";
import { readOwnMemberId } from "#app/features/personal-data/read-own-member.server.ts";
import { withdrawConsent } from "#app/features/personal-data/withdraw-consent.server.ts";
import { personalDataArea } from "#app/messages/vi/personal-data.ts";
import { AccountTrail } from "#app/ui/accounts/account-trail.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { RadioGroup } from "#app/ui/kit/radio-group.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextArea } from "#app/ui/kit/text-area.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { ConsentCard } from "#app/ui/personal-data/consent-card.tsx";
import { DataFacts, DataTimes, RevealLog } from "#app/ui/personal-data/data-facts.tsx";
import { RequestList } from "#app/ui/personal-data/request-list.tsx";
import { UnionExportLog } from "#app/ui/union-exports/union-export-log.tsx";

export const handle: PageHandle = { title: (say) => say(personalDataArea).myTitle };

const PATH = "/du-lieu-cua-toi";

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "own-data.read");
  const { platform, now } = caller;
  const memberId = await readOwnMemberId(caller);
  const data =
    memberId === null
      ? null
      : await readMemberData(platform, caller.scope("personal-data.read-own"), memberId);
  const newId = () => makeId(now.getTime(), platform.random.bytes(10));
  return {
    data,
    publicName: data && publicNameOf({ fullName: data.fullName, isErased: false }, data.consents),
    isDone: new URL(args.request.url).searchParams.has("xong"),
    requestId: newId(),
    consentIds: Object.fromEntries(CONSENT_PURPOSES.map((purpose) => [purpose, newId()])) as Record<
      ConsentPurpose,
      string
    >,
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "own-data.read");
  const memberId = await readOwnMemberId(caller);
  if (memberId === null) throw notFound();
  const fields = (await receiveForm(args.request)) ?? new FormData();
  switch (fields.get("intent")) {
    case "give":
      return give(caller, memberId, fields);
    case "withdraw":
      return withdraw(caller, memberId, fields);
    case "request":
      return ask(caller, memberId, fields);
    default:
      throw notFound();
  }
}

async function give(caller: Caller, memberId: string, fields: FormData) {
  const form = await readForm(fields, consentSchema);
  if (!form.ok) throw notFound();
  const consent = { ...form.value, memberId, channel: "screen" as const };
  const verdict = await giveConsent(caller.platform, caller.scope("personal-data.give-consent"), consent);
  return verdict.ok ? goOn(`${PATH}?xong`) : askAgain({ form: verdict });
}

async function withdraw(caller: Caller, memberId: string, fields: FormData) {
  const form = await readForm(fields, withdrawSchema);
  if (!form.ok) throw notFound();
  const { purpose } = form.value;
  await withdrawConsent(caller.platform, caller.scope("personal-data.withdraw-consent"), {
    memberId,
    purpose,
  });
  return goOn(`${PATH}?xong`);
}

async function ask(caller: Caller, memberId: string, fields: FormData) {
  const form = await readForm(fields, requestSchema);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { id, kind, note = null } = form.value;
  const request = { id, kind, note, memberId, channel: "screen" as const };
  const verdict = await askOfData(caller.platform, caller.scope("personal-data.ask"), request);
  return verdict.ok ? goOn(`${PATH}?xong`) : askAgain({ kind: verdict }, form.values);
}

export default function MyData() {
  const { data, publicName, isDone, requestId, consentIds } = useLoaderData<typeof loader>();
  const problems = useActionData<typeof action>()?.problems;
  const { personalData: words } = useMessages(personalDataArea);
  if (data === null) {
    return (
      <Page title={words.myTitle} lead={words.myLead} trail={<AccountTrail />} width="narrow">
        <EmptyState
          icon={UserRound}
          title={words.notOnRoster}
          action={<LinkButton to={PATHS.account}>{words.toAccount}</LinkButton>}
        >
          {words.notOnRosterBody}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page
      title={words.myTitle}
      lead={words.myLead}
      width="narrow"
      actions={
        <LinkButton to={`${PATH}/tep.json`} variant="secondary" reloadDocument download>
          {words.download}
        </LinkButton>
      }
    >
      {isDone && !problems ? <Flash>{words.saved}</Flash> : null}
      <DataFacts data={data} publicName={publicName ?? ""} />
      <ConsentCard consents={data.consents} ids={consentIds} isOwn />
      <DataTimes data={data} />
      <RevealLog reveals={data.phoneReveals} />
      <UnionExportLog exports={data.unionExports} />
      <RequestList requests={data.requests} isOffice={false} />
      <FormCard lead={words.requestLead} problems={problems} labels={{ kind: words.request }}>
        <input type="hidden" name="id" value={requestId} />
        <RadioGroup
          name="kind"
          label={words.request}
          error={problems?.kind}
          choices={DATA_REQUEST_KINDS.map((value) => ({
            value,
            label: words.kinds[value],
            hint: words.kindDays(DAYS_TO_ANSWER[value]),
          }))}
        />
        <TextArea name="note" label={words.note} rows={2} optional />
        <SubmitButton name="intent" value="request">
          {words.send}
        </SubmitButton>
      </FormCard>
    </Page>
  );
}
