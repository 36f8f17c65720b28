import { Form, Link } from "@remix-run/react";
import Search from "lucide-react/icons/search";
import { titlesArea } from "#app/messages/vi/titles.ts";
import { Button } from "../kit/button.tsx";
import { Card } from "../kit/card.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import type { FormAnswer } from "../kit/form-answer.ts";
import { SelectField } from "../kit/select-field.tsx";
import { TextField } from "../kit/text-field.tsx";
import { TextLink } from "../kit/text-link.tsx";
import { useMessages } from "../language.tsx";

interface MenteePickerProps {
  /** Of the link, made before it is sent. */
  id: string;
  path: string;
  search: string;
  households: readonly { readonly id: string; readonly head: string; readonly lane: string | null }[];
  opened: {
    readonly id: string;
    readonly head: string;
    readonly slots: readonly { readonly slot: number; readonly label: string | null }[];
  } | null;
  colleagues: readonly { readonly memberId: string; readonly name: string }[];
  answer: FormAnswer | undefined;
}

/** Two taps: a household of the village's list, then a person of it. Or another member. */
export function MenteePicker(props: MenteePickerProps) {
  const { id, path, search, households, opened, colleagues, answer } = props;
  const { ambassador: words } = useMessages(titlesArea).titles;
  return (
    <>
      <Card title={words.pickHousehold}>
        <div className="grid gap-4">
          <ErrorSummary problems={answer?.problems} />
          {opened ? (
            <>
              <p className="font-bold">{words.whoIn(opened.head)}</p>
              <Form method="post" className="flex flex-wrap gap-3">
                <input type="hidden" name="act" value="person" />
                <input type="hidden" name="id" value={id} />
                <input type="hidden" name="householdId" value={opened.id} />
                {opened.slots.map(({ slot, label }) => (
                  <Button key={slot} type="submit" name="slot" value={slot} variant="secondary">
                    {label ?? words.person(slot)}
                  </Button>
                ))}
              </Form>
              <p>
                <TextLink to={path} preventScrollReset>
                  {words.another}
                </TextLink>
              </p>
            </>
          ) : (
            <>
              <p className="text-ink-soft">{words.pickLead}</p>
              <Form
                method="get"
                className="grid gap-3 sm:grid-cols-[1fr_auto] sm:items-end"
                preventScrollReset
              >
                <TextField
                  name="tim"
                  type="search"
                  label={words.search}
                  hint={words.searchHint}
                  defaultValue={search}
                  optional="unsaid"
                />
                <Button type="submit" variant="secondary" icon={Search}>
                  {words.find}
                </Button>
              </Form>
              {households.length === 0 ? <p className="text-ink-soft">{words.noHousehold}</p> : null}
              <ul className="grid gap-2 sm:grid-cols-2">
                {households.map(({ id: householdId, head, lane }) => (
                  <li key={householdId}>
                    <Link
                      to={`${path}?ho=${householdId}`}
                      preventScrollReset
                      className="flex min-h-13 flex-wrap items-center gap-x-3 rounded-md border-2 border-line px-4 py-2 hover:border-edge"
                    >
                      <span className="font-bold">{head}</span>
                      {lane === null ? null : <span className="text-ink-soft">{lane}</span>}
                    </Link>
                  </li>
                ))}
              </ul>
            </>
          )}
        </div>
      </Card>
      {colleagues.length > 0 ? (
        <Card title={words.pickMember}>
          <Form method="post" noValidate className="grid gap-4">
            <input type="hidden" name="id" value={id} />
            <SelectField
              name="menteeId"
              label={words.member}
              hint={words.memberHint}
              choices={colleagues.map(({ memberId, name }) => ({ value: memberId, label: name }))}
            />
            <div>
              <Button type="submit" name="act" value="member" variant="secondary">
                {words.add}
              </Button>
            </div>
          </Form>
        </Card>
      ) : null}
    </>
  );
}
