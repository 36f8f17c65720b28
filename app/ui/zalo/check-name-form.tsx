import { Form } from "@remix-run/react";
import type { NameFault } from "#app/domain/zalo/group-name.ts";
import type { GroupView } from "#app/domain/zalo/views.ts";
import { zaloArea } from "#app/messages/vi/zalo.ts";
import { Button } from "../kit/button.tsx";
import { Card } from "../kit/card.tsx";
import { CopyButton } from "../kit/copy-button.tsx";
import { Notice } from "../kit/notice.tsx";
import { SelectField } from "../kit/select-field.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";
import { FaultList } from "./fault-list.tsx";

export interface CheckedName {
  readonly place: number;
  readonly name: string;
  readonly rightName: string;
  readonly faults: readonly NameFault[];
}

interface CheckNameFormProps {
  groups: readonly GroupView[];
  titleOf: (group: GroupView) => string;
  checked: CheckedName | null;
}

/** A name that somebody pastes, and what is wrong with it. A plain question: nothing is kept. */
export function CheckNameForm({ groups, titleOf, checked }: CheckNameFormProps) {
  const { check: words } = useMessages(zaloArea).zalo;
  return (
    <Card title={words.title}>
      <Form method="get" className="grid gap-4">
        <p className="text-ink-soft">{words.lead}</p>
        <SelectField
          name="nhom"
          label={words.which}
          defaultValue={checked?.place ?? groups.at(-1)?.place}
          choices={groups.map((group) => ({ value: String(group.place), label: titleOf(group) }))}
        />
        <TextField name="ten" label={words.name} defaultValue={checked?.name} autoComplete="off" />
        <div>
          <Button type="submit" variant="secondary">
            {words.button}
          </Button>
        </div>
      </Form>
      {checked ? (
        <div className="mt-4" id="ket-qua">
          {checked.faults.length === 0 ? (
            <Notice tone="success">{words.right(checked.name)}</Notice>
          ) : (
            <Notice tone="warning">
              <FaultList faults={checked.faults} />
              <p className="mt-3">{words.should}</p>
              <p className="mb-2 font-bold [overflow-wrap:anywhere]">{checked.rightName}</p>
              <CopyButton text={checked.rightName} />
            </Notice>
          )}
        </div>
      ) : null}
    </Card>
  );
}
