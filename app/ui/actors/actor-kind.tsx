import { Form } from "@remix-run/react";
import type { OrganisationKind } from "#app/domain/people/team.ts";
import { actorsArea } from "#app/messages/vi/actors.ts";
import { Disclosure } from "../kit/disclosure.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldOf } from "../kit/form-answer.ts";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

export interface ShownActor {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly people: number;
  readonly teams: number;
}

interface ActorKindProps {
  title: string;
  actors: readonly ShownActor[];
  answer: FormAnswer | undefined;
}

/** The bodies of one kind; each is renamed or ended in its own fold. */
export function ActorKind({ title, actors, answer }: ActorKindProps) {
  return (
    <section aria-label={title} className="grid gap-2">
      <h2 className="text-lg">{title}</h2>
      <ul className="grid gap-2">
        {actors.map((actor) => (
          <li key={actor.id}>
            <Disclosure summary={<Summary {...actor} />} isOpen={answer?.values.id === actor.id}>
              <ActorForms actor={actor} answer={answer?.values.id === actor.id ? answer : undefined} />
            </Disclosure>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Summary({ name, people, teams }: ShownActor) {
  const { actors: words } = useMessages(actorsArea);
  const facts = [...(people > 0 ? [words.people(people)] : []), ...(teams > 0 ? [words.teams(teams)] : [])];
  return (
    <span className="min-w-0">
      <span className="block">{name}</span>
      <span className="block text-sm font-normal text-ink-soft">{facts.join(" · ") || words.nobody}</span>
    </span>
  );
}

function ActorForms({ actor, answer }: { actor: ShownActor; answer: FormAnswer | undefined }) {
  const { actors: words } = useMessages(actorsArea);
  const { id, name } = actor;
  return (
    <Form method="post" noValidate className="grid grid-cols-1 gap-4" aria-label={words.change(name)}>
      <ErrorSummary problems={answer?.problems} labels={{ name: words.name }} />
      <input type="hidden" name="id" value={id} />
      <TextField
        {...fieldOf(answer, "name", name)}
        {...(answer ? {} : { id: `name-${id}` })}
        label={words.name}
      />
      <div className="flex flex-wrap gap-3">
        <SubmitButton name="act" value="rename">
          {words.rename}
        </SubmitButton>
        <SubmitButton name="act" value="end" variant="secondary" aria-label={words.endOf(name)}>
          {words.end}
        </SubmitButton>
      </div>
    </Form>
  );
}
