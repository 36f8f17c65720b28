import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { answerContactForm } from "#app/features/contacts/answer-form.server.ts";
import { CONTACT_PATHS } from "#app/features/contacts/paths.ts";
import { readContacts } from "#app/features/contacts/read-contacts.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { newIds } from "#app/features/roster/read-params.server.ts";
import { contactsArea } from "#app/messages/vi/contacts.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { ContactForm } from "#app/ui/contacts/contact-form.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Card } from "#app/ui/kit/card.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import type { FormAnswer } from "#app/ui/kit/form-answer.ts";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { OFFICE_PATHS } from "#app/ui/setup/paths.ts";

export const handle: PageHandle = { title: (say) => say(contactsArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "commune.set-up");
  if (caller.communeId === null) throw notFound();
  return {
    contacts: await readContacts(caller),
    id: newIds(caller, 1)[0] ?? "",
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "commune.set-up");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await answerContactForm(caller, fields);
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${CONTACT_PATHS.office}?xong=${answer.done}`);
}

export default function Contacts() {
  const { contacts, id, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { contacts: words, setup } = useMessages(contactsArea, setupArea);
  const isNew = answer !== undefined && !contacts.some((contact) => contact.id === answer.values.id);
  return (
    <Page
      title={words.title}
      lead={words.lead}
      width="narrow"
      trail={<Breadcrumb steps={[{ to: OFFICE_PATHS.settings, label: setup.settings.title }]} />}
    >
      {done !== null && !answer ? <Flash>{done === "xoa" ? words.removed : words.saved}</Flash> : null}
      <Card title={words.listTitle}>
        {contacts.length === 0 ? <p className="text-ink-soft">{words.none}</p> : null}
        <ul className="grid gap-4">
          {contacts.map((contact) => (
            <li key={contact.id}>
              <p className="font-bold">{contact.name}</p>
              <p>{contact.duty}</p>
              <p className="mb-2 tabular-nums text-ink-soft">
                {contact.spoken} · {words.readers[contact.shownTo]}
              </p>
              <Disclosure summary={words.edit(contact.name)} isOpen={answer?.values.id === contact.id}>
                <ContactForm
                  id={contact.id}
                  stored={contact}
                  nextPosition={contact.position}
                  answer={answer?.values.id === contact.id ? answer : undefined}
                />
              </Disclosure>
            </li>
          ))}
        </ul>
      </Card>
      <Disclosure summary={words.add} isOpen={isNew || contacts.length === 0}>
        <ContactForm
          key={id}
          id={isNew ? String(answer.values.id ?? id) : id}
          stored={null}
          nextPosition={Math.min(99, contacts.length + 1)}
          answer={isNew ? answer : undefined}
        />
      </Disclosure>
    </Page>
  );
}
