import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData, useSearchParams } from "@remix-run/react";
import { can } from "#app/domain/access/can.ts";
import { formatRecoveryCode } from "#app/domain/accounts/recovery-code.ts";
import { makeId } from "#app/domain/ids.ts";
import { allow, type Caller } from "#app/features/accounts/allow.server.ts";
import { makeSlip } from "#app/features/accounts/enrolment-make-slip.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import { admitKnownReader, admitNewReader, endReader } from "#app/features/upper-tier/admit-reader.server.ts";
import { UPPER_PATHS } from "#app/features/upper-tier/paths.ts";
import { placeCommune } from "#app/features/upper-tier/place-commune.server.ts";
import { readUpperSide } from "#app/features/upper-tier/read-upper-side.server.ts";
import {
  endReaderForm,
  knownReaderForm,
  newReaderForm,
  placementForm,
} from "#app/features/upper-tier/upper-tier.schema.ts";
import { upperTierArea } from "#app/messages/vi/upper-tier.ts";
import { Card } from "#app/ui/kit/card.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { PrintButton } from "#app/ui/kit/print-button.tsx";
import { Slip } from "#app/ui/kit/slip.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { KnownReaderForm, NewReaderForm, PlacementForm } from "#app/ui/upper-tier/upper-forms.tsx";

export const handle: PageHandle = { title: (say) => say(upperTierArea).office.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "upper.read-settings");
  const { actor, communeId, now, platform, today } = caller;
  const here = { communeId: communeId ?? 0 };
  return {
    mayAdmit: can({ ...actor, provedFreshly: true }, "upper.admit", here, today).ok,
    ...(await readUpperSide(caller)),
    today,
    newAccountId: makeId(now.getTime(), platform.random.bytes(10)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "upper.admit");
  const fields = (await receiveForm(args.request)) ?? new FormData();
  switch (fields.get("intent")) {
    case "add":
      return addReader(caller, fields);
    case "add-known":
      return addKnownReader(caller, fields);
    case "end": {
      const form = await readForm(fields, endReaderForm);
      if (!form.ok) return askAgain(form.problems, form.values);
      await endReader(caller, form.value.reader);
      return goOn(`${UPPER_PATHS.admit}?xong=ended`);
    }
    default:
      return place(caller, fields);
  }
}

async function place(caller: Caller, fields: FormData) {
  const form = await readForm(fields, placementForm);
  if (!form.ok) return askAgain(form.problems, form.values);
  const placed = await placeCommune(caller, { ...form.value, district: form.value.district ?? null });
  return placed.ok ? goOn(`${UPPER_PATHS.admit}?xong=placed`) : askAgain({ from: placed }, form.values);
}

async function addReader(caller: Caller, fields: FormData) {
  const form = await readForm(fields, newReaderForm);
  if (!form.ok) return askAgain(form.problems, form.values);
  const { account: accountId, name, username = null } = form.value;
  const added = await admitNewReader(caller, { accountId, name, username });
  if (!added.ok) return askAgain({ username: added }, form.values);
  const made = await makeSlip(caller, accountId);
  if (!made.ok) return askAgain({ form: made }, form.values);
  const { link, code, displayName, expiresAt } = made.value;
  const slip = { link, code: formatRecoveryCode(code), displayName, expiresAtMs: expiresAt.getTime() };
  return data({ problems: {}, values: {}, slip }, { headers: { "Cache-Control": "no-store" } });
}

async function addKnownReader(caller: Caller, fields: FormData) {
  const form = await readForm(fields, knownReaderForm);
  if (!form.ok) return askAgain(form.problems, form.values);
  const added = await admitKnownReader(caller, form.value.knownUsername);
  return added.ok ? goOn(`${UPPER_PATHS.admit}?xong=added`) : askAgain({ knownUsername: added }, form.values);
}

export default function Admit() {
  const { mayAdmit, placements, readers, province, today, newAccountId } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const [search] = useSearchParams();
  const words = useMessages(upperTierArea).upperTier.office;
  const format = useFormat();
  const done = search.get("xong");
  const slip = answer && "slip" in answer ? answer.slip : null;
  const span = (from: (typeof placements)[number]["from"], until: (typeof placements)[number]["until"]) =>
    until === null ? words.since(format.date(from)) : words.span(format.date(from), format.date(until));
  return (
    <Page width="narrow" title={words.title} lead={words.lead}>
      {done !== null && done in words.done && !answer ? (
        <Notice tone="success">{words.done[done as keyof typeof words.done]}</Notice>
      ) : null}
      {slip ? (
        <>
          <div className="no-print">
            <Notice tone="warning">{words.slipOnce}</Notice>
          </div>
          <Slip title={words.slipTitle} name={slip.displayName} address={slip.link} code={slip.code}>
            {words.slipBody(format.moment(slip.expiresAtMs))}
          </Slip>
          <div className="no-print">
            <PrintButton />
          </div>
        </>
      ) : null}
      <Card title={words.readersTitle}>
        {readers.length === 0 ? (
          <p className="text-ink-soft">{words.noReaders}</p>
        ) : (
          <ul className="divide-y divide-line">
            {readers.map(({ accountId, name, username }) => (
              <li key={accountId} className="flex flex-wrap items-center justify-between gap-3 py-3">
                <span className="min-w-0">
                  <span className="block font-bold">{name}</span>
                  <span className="block text-sm text-ink-soft">{username}</span>
                </span>
                {mayAdmit ? (
                  <Form method="post">
                    <input type="hidden" name="reader" value={accountId} />
                    <SubmitButton
                      name="intent"
                      value="end"
                      variant="secondary"
                      aria-label={words.endOf(name)}
                    >
                      {words.end}
                    </SubmitButton>
                  </Form>
                ) : null}
              </li>
            ))}
          </ul>
        )}
      </Card>
      {mayAdmit ? (
        <>
          <NewReaderForm answer={answer} newAccountId={newAccountId} />
          <KnownReaderForm answer={answer} />
          <PlacementForm
            answer={answer}
            province={placements[0]?.province ?? province}
            district={placements[0]?.district ?? null}
            today={today}
          />
        </>
      ) : null}
      {placements.length > 0 ? (
        <Card title={words.history}>
          <ul className="grid gap-2">
            {placements.map(({ province: above, district, from, until }) => (
              <li key={from}>
                <span className="font-bold">{district === null ? above : `${district}, ${above}`}</span>{" "}
                <span className="text-ink-soft">{span(from, until)}</span>
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </Page>
  );
}
