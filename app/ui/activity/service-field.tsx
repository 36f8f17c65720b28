import type { Rejection } from "#app/messages/rejections.ts";
import { activityArea } from "#app/messages/vi/activity.ts";
import { Disclosure } from "../kit/disclosure.tsx";
import { FieldSet } from "../kit/field-frame.tsx";
import { useMessages } from "../language.tsx";
import { Chips } from "./chips.tsx";
import type { Draft } from "./draft.ts";
import type { LogBoard } from "./views.ts";

const SHOWN_FIRST = 5;

interface ServiceFieldProps {
  draft: Draft;
  board: LogBoard;
  several: boolean;
  error: Rejection | undefined;
}

/** Services of the place; those used lately come first, the rest behind one tap. */
export function ServiceField({ draft, board, several, error }: ServiceFieldProps) {
  const words = useMessages(activityArea).activity.log;
  const choices = board.services.map(({ key, name }) => ({ value: key, label: name }));
  const first = choices.filter(({ value }, index) => index < SHOWN_FIRST || draft.services.includes(value));
  const rest = choices.filter((choice) => !first.includes(choice));
  return (
    <FieldSet
      name="service"
      label={several ? words.services : words.service}
      hint={several ? words.servicesHint : undefined}
      error={error}
    >
      <Chips name="service" multiple={several} chosen={draft.services} choices={first} />
      {rest.length > 0 ? (
        <div className="mt-3">
          <Disclosure summary={<span className="font-normal">{words.moreServices}</span>}>
            <Chips name="service" multiple={several} chosen={draft.services} choices={rest} />
          </Disclosure>
        </div>
      ) : null}
    </FieldSet>
  );
}
