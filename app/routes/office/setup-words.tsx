import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { allow, type Caller } from "#app/features/accounts/allow.server.ts";
import { readCommune } from "#app/features/communes/read-commune.server.ts";
import { readSetting } from "#app/features/communes/read-settings.server.ts";
import { setWords } from "#app/features/communes/set-words.server.ts";
import { wordsForm } from "#app/features/communes/setup.schema.ts";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useMessages } from "#app/ui/language.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { ChangedNotice } from "#app/ui/setup/changed-notice.tsx";
import { fieldsOf, labelsIn } from "#app/ui/setup/form-answer.ts";
import { SetupPage } from "#app/ui/setup/setup-page.tsx";
import { SheetForm } from "#app/ui/setup/sheet-form.tsx";
import { askAgain, tellConflict } from "./answer-form.server.ts";
import { goOnInSetup } from "./go-on-in-setup.server.ts";

export const handle: PageHandle = { title: (say) => say(setupArea).steps.names.words };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "commune.set-up");
  const { isSetUp } = await readCommune(caller.platform, caller.scope("communes.read-commune"));
  return { isSetUp, stored: await readWords(caller) };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "commune.set-up");
  const form = await readForm(args.request, wordsForm);
  if (!form.ok) return askAgain(form.problems, form.values, NOTHING_NEWER);
  const { revision, ...words } = form.value;
  const change = { words, seenRevision: revision };
  const verdict = await setWords(caller.platform, caller.scope("communes.set-words"), change);
  if (verdict.ok) throw await goOnInSetup(caller);
  const standing: Words | null = await readWords(caller);
  return tellConflict(verdict, form.values, { standing });
}

type Words = Awaited<ReturnType<typeof readWords>>;

const NOTHING_NEWER: { readonly standing: Words | null } = { standing: null };

function readWords(caller: Caller) {
  return readSetting(caller.platform, caller.scope("communes.read-words"), "words");
}

export default function SetupWords() {
  const { isSetUp, stored } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const standing = answer?.standing ?? null;
  const { value, revision } = standing ?? stored;
  const { setup } = useMessages(setupArea);
  const words = setup.words;
  const field = fieldsOf(answer);
  return (
    <SetupPage step="words" isSetUp={isSetUp}>
      {standing ? (
        <ChangedNotice
          standing={(["team", "teamShort", "village", "office"] as const).map((name) => ({
            term: words[name],
            value: value[name],
          }))}
        />
      ) : null}
      <SheetForm problems={answer?.problems} labels={labelsIn(words)}>
        <input type="hidden" name="revision" value={revision} />
        <TextField {...field("team", value.team)} label={words.team} maxLength={60} />
        <TextField {...field("teamShort", value.teamShort)} label={words.teamShort} maxLength={24} />
        <TextField
          {...field("village", value.village)}
          label={words.village}
          hint={words.villageHint}
          maxLength={60}
        />
        <TextField {...field("office", value.office)} label={words.office} maxLength={60} />
        <figure className="rounded-lg bg-sunken p-4">
          <figcaption className="text-sm text-ink-soft">{words.sample}</figcaption>
          <p className="mt-1 font-bold">{words.sampleText(value.team, value.village)}</p>
        </figure>
        <SubmitButton size="large" block>
          {isSetUp ? setup.save : setup.saveAndGoOn}
        </SubmitButton>
      </SheetForm>
    </SetupPage>
  );
}
