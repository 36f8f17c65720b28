import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useLoaderData } from "@remix-run/react";
import { recordSchema } from "#app/features/accounts/accounts.schema.ts";
import { allow, type Caller } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { endOwnSessions } from "#app/features/accounts/end-own-sessions.server.ts";
import { forgetDevice } from "#app/features/accounts/forget-device.server.ts";
import { goOn } from "#app/features/accounts/go-on.server.ts";
import { PATHS } from "#app/features/accounts/paths.ts";
import { readDevices } from "#app/features/accounts/read-devices.server.ts";
import { clearSessionCookie } from "#app/features/accounts/session-cookie.server.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import { accountsArea } from "#app/messages/vi/accounts.ts";
import { AccountTrail } from "#app/ui/accounts/account-trail.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { Notice } from "#app/ui/kit/notice.tsx";
import { Pill } from "#app/ui/kit/pill.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";

export const handle: PageHandle = { title: (say) => say(accountsArea).devices.title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "account.read");
  return {
    devices: await readDevices(caller),
    now: caller.now.getTime(),
    isDone: new URL(args.request.url).searchParams.has("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "account.end-sessions");
  const { endedHere } = await end(caller, (await receiveForm(args.request)) ?? new FormData());
  return endedHere ? goOn(`${PATHS.signIn}?da-ra`, [clearSessionCookie()]) : goOn(`${PATHS.devices}?xong`);
}

async function end(caller: Caller, fields: FormData): Promise<{ endedHere: boolean }> {
  if (fields.get("intent") === "end-others") return endOwnSessions(caller, "all_others");
  const form = await readForm(fields, recordSchema);
  if (!form.ok) throw notFound();
  return fields.get("intent") === "forget-device"
    ? forgetDevice(caller, form.value.id)
    : endOwnSessions(caller, { one: form.value.id });
}

export default function Devices() {
  const { devices, now, isDone } = useLoaderData<typeof loader>();
  const { devices: words } = useMessages(accountsArea).accounts;
  const format = useFormat();
  const ago = (moment: string) => format.ago(new Date(moment).getTime(), now);
  const hasOthers = devices.some((device) => device.sessions.some((session) => !session.isThisOne));
  return (
    <Page title={words.title} lead={words.lead} trail={<AccountTrail />} width="narrow">
      {isDone ? <Notice tone="success">{words.done}</Notice> : null}
      {devices.map((device) => (
        <Card
          key={device.id}
          title={device.label}
          aside={device.isThisOne ? <Pill tone="accent">{words.thisOne}</Pill> : null}
        >
          <p className="text-ink-soft">{words.lastSeen(ago(device.lastSeenAt))}</p>
          {device.isEnrolled ? <p className="text-ink-soft">{words.enrolled}</p> : null}
          <ul className="mt-2 divide-y divide-line">
            {device.sessions.map((session) => (
              <li key={session.id} className="flex flex-wrap items-center justify-between gap-3 py-3">
                <span>{words.signedInAt(ago(session.createdAt))}</span>
                <Form method="post">
                  <input type="hidden" name="id" value={session.id} />
                  <SubmitButton name="intent" value="end-session" variant="secondary" size="small">
                    {words.endSession}
                  </SubmitButton>
                </Form>
              </li>
            ))}
          </ul>
          {device.sessions.length === 0 ? <p>{words.noSession}</p> : null}
          <Form method="post" className="mt-3 grid justify-items-start gap-2">
            <input type="hidden" name="id" value={device.id} />
            <SubmitButton name="intent" value="forget-device" variant="quiet" size="small">
              {words.forget}
            </SubmitButton>
            <p className="text-sm text-ink-soft">{words.forgetHint}</p>
          </Form>
        </Card>
      ))}
      {hasOthers ? (
        <Form method="post">
          <SubmitButton name="intent" value="end-others" variant="danger">
            {words.endAllOthers}
          </SubmitButton>
        </Form>
      ) : null}
    </Page>
  );
}
