import { Form } from "@remix-run/react";
import { householdsArea } from "#app/messages/vi/households.ts";
import { Button } from "../kit/button.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { type FormAnswer, fieldOf } from "../kit/form-answer.ts";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

/** Out of sight until asked for: it happens once in a household's life. */
export function EndCard({ today, answer }: { today: string; answer: FormAnswer | undefined }) {
  const { end: words } = useMessages(householdsArea).households;
  return (
    <Disclosure summary={words.title} isOpen={answer !== undefined}>
      <Form method="post" noValidate className="grid gap-4">
        <ErrorSummary problems={answer?.problems} labels={{ until: words.until }} />
        <p className="text-ink-soft">{words.lead}</p>
        <TextField {...fieldOf(answer, "until", today)} type="date" label={words.until} />
        <div>
          <Button type="submit" name="act" value="end" variant="danger">
            {words.submit}
          </Button>
        </div>
      </Form>
    </Disclosure>
  );
}
