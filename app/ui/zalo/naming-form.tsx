import { Form } from "@remix-run/react";
import { NAME_VARIABLES } from "#app/domain/zalo/group-name.ts";
import type { Naming } from "#app/domain/zalo/views.ts";
import { zaloArea } from "#app/messages/vi/zalo.ts";
import { Button } from "../kit/button.tsx";
import { type FormAnswer, fieldText } from "../kit/form-answer.ts";
import { TextField } from "../kit/text-field.tsx";
import { useMessages, useTerms } from "../language.tsx";

export function NamingForm({ naming, answer }: { naming: Naming; answer: FormAnswer | undefined }) {
  const { zalo } = useMessages(zaloArea);
  const { naming: words, variables } = zalo;
  const terms = useTerms();
  const field = (name: keyof Naming) => ({
    name,
    error: answer?.problems[name],
    defaultValue: fieldText(answer, name, naming[name]),
    autoComplete: "off",
  });
  return (
    <Form method="post" noValidate className="grid gap-4">
      <p className="text-ink-soft">{words.lead}</p>
      <ul className="text-ink-soft">
        {NAME_VARIABLES.map(([variable, key]) => (
          <li key={variable}>
            <code>{`{${variable}}`}</code>: {variables[key]}
          </li>
        ))}
      </ul>
      <TextField {...field("villageTemplate")} label={words.village(terms)} />
      <TextField {...field("communeTemplate")} label={words.commune} />
      <TextField {...field("district")} label={words.district} hint={words.districtHint} />
      <div>
        <Button type="submit" name="act" value="naming">
          {words.save}
        </Button>
      </div>
    </Form>
  );
}
