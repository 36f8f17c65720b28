import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import Landmark from "lucide-react/icons/landmark";
import { ACTOR_KINDS } from "#app/domain/actors/actor.ts";
import { allow } from "#app/features/accounts/allow.server.ts";
import { notFound } from "#app/features/accounts/answer-refusal.server.ts";
import { askAgain, goOn } from "#app/features/accounts/go-on.server.ts";
import { answerActorForm } from "#app/features/actors/answer-form.server.ts";
import { ACTOR_PATHS } from "#app/features/actors/paths.ts";
import { readActors } from "#app/features/actors/read-actors.server.ts";
import { receiveForm } from "#app/features/forms/read-form.server.ts";
import { newIds } from "#app/features/roster/read-params.server.ts";
import { actorsArea } from "#app/messages/vi/actors.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { ActorKind } from "#app/ui/actors/actor-kind.tsx";
import { Breadcrumb } from "#app/ui/kit/breadcrumb.tsx";
import { Disclosure } from "#app/ui/kit/disclosure.tsx";
import { EmptyState } from "#app/ui/kit/empty-state.tsx";
import { ErrorSummary } from "#app/ui/kit/error-summary.tsx";
import { Flash } from "#app/ui/kit/flash.tsx";
import { type FormAnswer, fieldText } from "#app/ui/kit/form-answer.ts";
import { SelectField } from "#app/ui/kit/select-field.tsx";
import { SubmitButton } from "#app/ui/kit/submit-button.tsx";
import { TextField } from "#app/ui/kit/text-field.tsx";
import { useMessages } from "#app/ui/language.tsx";
import { Page } from "#app/ui/page.tsx";
import type { PageHandle } from "#app/ui/page-title.ts";
import { OFFICE_PATHS } from "#app/ui/setup/paths.ts";

export const handle: PageHandle = { title: (say) => say(actorsArea).title };

export async function loader(args: LoaderFunctionArgs) {
  const caller = await allow(args, "roster.manage");
  if (caller.communeId === null) throw notFound();
  return {
    actors: await readActors(caller),
    id: newIds(caller, 1)[0] ?? "",
    done: new URL(args.request.url).searchParams.get("xong"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const caller = await allow(args, "roster.manage");
  const fields = await receiveForm(args.request);
  if (caller.communeId === null || fields === null) throw notFound();
  const answer = await answerActorForm(caller, fields);
  if (!answer.ok) return askAgain(answer.problems, answer.values);
  return goOn(`${ACTOR_PATHS.office}?xong=${answer.done}`);
}

export default function Actors() {
  const { actors, id, done } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() as FormAnswer | undefined;
  const { actors: words, setup } = useMessages(actorsArea, setupArea);
  const isNew = answer !== undefined && !actors.some((actor) => actor.id === answer.values.id);
  const kinds = ACTOR_KINDS.filter((kind) => actors.some((actor) => actor.kind === kind));
  const missing = ACTOR_KINDS.filter((kind) => kind !== "other" && !kinds.includes(kind));
  return (
    <Page
      title={words.title}
      lead={words.lead}
      width="narrow"
      trail={<Breadcrumb steps={[{ to: OFFICE_PATHS.overview, label: setup.overview.title }]} />}
    >
      {done !== null && !answer ? <Flash>{done === "thoi" ? words.ended : words.saved}</Flash> : null}
      {actors.length === 0 ? (
        <EmptyState icon={Landmark} title={words.emptyTitle}>
          {words.emptyBody}
        </EmptyState>
      ) : null}
      <Disclosure summary={words.add} isOpen={isNew || actors.length === 0}>
        <Form key={id} method="post" noValidate className="grid grid-cols-1 gap-5">
          <ErrorSummary
            problems={isNew ? answer.problems : undefined}
            labels={{ kind: words.kind, name: words.name }}
          />
          <input type="hidden" name="id" value={isNew ? fieldText(answer, "id", id) || id : id} />
          <SelectField
            name="kind"
            label={words.kind}
            defaultValue={isNew ? fieldText(answer, "kind") : (missing[0] ?? "")}
            error={isNew ? answer.problems.kind : undefined}
            choices={ACTOR_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          />
          <TextField
            name="name"
            {...(isNew ? {} : { id: "name-of-new" })}
            label={words.name}
            hint={words.nameHint}
            defaultValue={isNew ? fieldText(answer, "name") : ""}
            error={isNew ? answer.problems.name : undefined}
            autoComplete="off"
          />
          <SubmitButton name="act" value="add">
            {words.save}
          </SubmitButton>
        </Form>
      </Disclosure>
      {kinds.map((kind) => (
        <ActorKind
          key={kind}
          title={words.kinds[kind]}
          actors={actors.filter((actor) => actor.kind === kind)}
          answer={isNew ? undefined : answer}
        />
      ))}
      {missing.length > 0 ? (
        <Disclosure summary={`${words.missing} (${missing.length})`}>
          <p className="text-ink-soft">{words.missingLead}</p>
          <ul className="mt-2 list-disc ps-6">
            {missing.map((kind) => (
              <li key={kind}>{words.kinds[kind]}</li>
            ))}
          </ul>
        </Disclosure>
      ) : null}
    </Page>
  );
}
