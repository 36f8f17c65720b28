import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import type { AuthenticationResponseJSON } from "@simplewebauthn/server";
import Smartphone from "lucide-react/icons/smartphone";
import { passkeyAnswerSchema } from "#app/features/accounts/accounts.schema.ts";
import { allowAnyone, type Guest } from "#app/features/accounts/allow.server.ts";
import { unlockSchema } from "#app/features/accounts/enrolment.schema.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { PATHS } from "#app/features/accounts/paths.ts";
import { readPhonePeople } from "#app/features/accounts/phone-read-people.server.ts";
import { safePath } from "#app/features/accounts/safe-path.ts";
import { beginUnlockByPasskey, unlockByPasskey } from "#app/features/accounts/unlock-by-passkey.server.ts";
import { unlockByPin } from "#app/features/accounts/unlock-by-pin.server.ts";
import { readForm, receiveForm } from "#app/features/forms/read-form.server.ts";
import { enrolmentArea } from "#app/messages/vi/enrolment.ts";
import { Avatar } from "#app/ui/kit/avatar.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import type { Problems } from "#app/ui/kit/error-summary.tsx";
import { FormCard } from "#app/ui/kit/form-card.tsx";
import { LinkButton } from "#app/ui/kit/link-button.tsx";
import { PinField } from "#app/ui/kit/pin-field.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextLink } from "#app/ui/kit/text-link.tsx";
import { useFormat, useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { PasskeyButton } from "../member/passkey-button.tsx";

export const handle: PageHandle = { title: (say) => say(enrolmentArea).unlock.title };

/** Which of the phone's people, in the address. */
const CHOSEN = "nguoi";

interface TilePerson {
  readonly deviceId: string;
  readonly displayName: string;
  readonly lock: "pin" | "passkey";
  readonly lastSeenAt: string;
}

export async function loader(args: LoaderFunctionArgs) {
  const { platform, now } = await allowAnyone(args);
  const people: TilePerson[] = (await readPhonePeople(platform, args.request, now)).map(
    ({ deviceId, displayName, lock, lastSeenAt }) => ({ deviceId, displayName, lock, lastSeenAt }),
  );
  const search = new URL(args.request.url).searchParams;
  const chosen = people.find((person) => person.deviceId === search.get(CHOSEN));
  const only = people.length === 1 ? people[0] : undefined;
  return {
    people,
    chosen: chosen ?? only ?? null,
    next: safePath(search.get("tiep")),
    now: now.getTime(),
  };
}

export async function action(args: ActionFunctionArgs) {
  const guest = await allowAnyone(args);
  const fields = (await receiveForm(args.request)) ?? new FormData();
  const search = new URL(args.request.url).searchParams;
  const deviceId = (await whoIsChosen(guest, args.request, search.get(CHOSEN))) ?? "";
  const next = safePath(search.get("tiep"));
  switch (fields.get("intent")) {
    case "passkey-options": {
      const begun = await beginUnlockByPasskey(guest, args.request, deviceId);
      return begun.ok ? data({ options: begun.value }) : askAgain({ form: begun });
    }
    case "passkey": {
      const form = await readForm(fields, passkeyAnswerSchema);
      if (!form.ok) return askAgain({ form: { code: "passkey_refused" } });
      const answer = form.value.answer as unknown as AuthenticationResponseJSON;
      const entered = await unlockByPasskey(guest, args.request, deviceId, answer);
      return entered.ok ? goOn(next, entered.value.cookies) : askAgain({ form: entered });
    }
    default: {
      const form = await readForm(fields, unlockSchema);
      if (!form.ok) return askAgain(form.problems);
      const entered = await unlockByPin(guest, args.request, { deviceId, pin: form.value.pin });
      if (entered.ok) return goOn(next, entered.value.cookies);
      return askAgain({ [entered.code === "pin_wrong" ? "pin" : "form"]: entered });
    }
  }
}

/** The person in the address, or the only one there is. */
async function whoIsChosen(guest: Guest, request: Request, wish: string | null): Promise<string | null> {
  const people = await readPhonePeople(guest.platform, request, guest.now);
  if (people.some((person) => person.deviceId === wish)) return wish;
  return people.length === 1 ? (people[0]?.deviceId ?? null) : null;
}

export default function Unlock() {
  const { people, chosen, next, now } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems = answer && "problems" in answer ? answer.problems : undefined;
  if (chosen) return <Door person={chosen} problems={problems} next={next} hasOthers={people.length > 1} />;
  return people.length === 0 ? <Nobody /> : <WhoIsIt people={people} next={next} now={now} />;
}

function Door(props: {
  person: TilePerson;
  problems: Problems | undefined;
  next: string;
  hasOthers: boolean;
}) {
  const { person, problems, next, hasOthers } = props;
  const { unlock: words } = useMessages(enrolmentArea).enrolment;
  return (
    <Page width="narrow">
      <FormCard
        ribbon
        title={
          <span className="flex items-center gap-4">
            <Avatar name={person.displayName} size="large" />
            {words.hello(person.displayName)}
          </span>
        }
        problems={problems}
        labels={{ pin: words.pin }}
        footer={<OtherWays next={next} hasOthers={hasOthers} />}
      >
        {person.lock === "pin" ? (
          <>
            <PinField name="pin" label={words.pin} error={problems?.pin} autoFocus />
            <SubmitButton size="large" block>
              {words.open}
            </SubmitButton>
          </>
        ) : (
          <>
            <PasskeyButton act="prove" variant="primary">
              {words.byFinger}
            </PasskeyButton>
            <noscript>
              <p>{words.needsScript}</p>
            </noscript>
          </>
        )}
      </FormCard>
    </Page>
  );
}

function OtherWays({ next, hasOthers }: { next: string; hasOthers: boolean }) {
  const { unlock: words } = useMessages(enrolmentArea).enrolment;
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-2">
      {hasOthers ? (
        <li>
          <TextLink to={withWay(PATHS.unlock, { tiep: next })}>{words.someoneElse}</TextLink>
        </li>
      ) : null}
      <li>
        <TextLink to={withWay(PATHS.signIn, { "mat-khau": "", tiep: next })}>{words.byPassword}</TextLink>
      </li>
      <li>
        <TextLink to={PATHS.enrol}>{words.bySlip}</TextLink>
      </li>
    </ul>
  );
}

function WhoIsIt({ people, next, now }: { people: readonly TilePerson[]; next: string; now: number }) {
  const { unlock: words } = useMessages(enrolmentArea).enrolment;
  const format = useFormat();
  return (
    <Page width="narrow" title={words.who} lead={words.whoLead}>
      <ul className="grid gap-3 sm:grid-cols-2">
        {people.map((person) => (
          <li key={person.deviceId}>
            <Link
              to={withWay(PATHS.unlock, { [CHOSEN]: person.deviceId, tiep: next })}
              className="flex min-h-20 items-center gap-4 rounded-xl border border-line bg-surface p-4 shadow-card hover:border-accent"
            >
              <Avatar name={person.displayName} />
              <span className="min-w-0">
                <span className="block text-lg font-bold">{person.displayName}</span>
                <span className="block text-sm text-ink-soft">
                  {words.lastUsed(format.ago(new Date(person.lastSeenAt).getTime(), now))}
                </span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <OtherWays next={next} hasOthers={false} />
    </Page>
  );
}

function Nobody() {
  const { unlock: words } = useMessages(enrolmentArea).enrolment;
  return (
    <Page width="narrow">
      <EmptyState
        isPage
        icon={Smartphone}
        title={words.nobodyTitle}
        action={
          <div className="flex flex-wrap justify-center gap-3">
            <LinkButton to={PATHS.enrol}>{words.bySlip}</LinkButton>
            <LinkButton to={`${PATHS.signIn}?mat-khau`} variant="secondary">
              {words.byPassword}
            </LinkButton>
          </div>
        }
      >
        {words.nobodyBody}
      </EmptyState>
    </Page>
  );
}

/** The start page needs no mention. */
function withWay(path: string, parts: Record<string, string>): string {
  const search = new URLSearchParams(Object.entries(parts).filter(([, value]) => value !== "/")).toString();
  return search === "" ? path : `${path}?${search}`;
}
