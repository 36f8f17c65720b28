import { Form } from "@remix-run/react";
import { GROUP_STATUSES } from "#app/domain/zalo/group-name.ts";
import type { GroupView } from "#app/domain/zalo/views.ts";
import { zaloArea } from "#app/messages/vi/zalo.ts";
import { Button } from "../kit/button.tsx";
import { Card } from "../kit/card.tsx";
import { ChipGroup } from "../kit/chip-group.tsx";
import { CopyButton } from "../kit/copy-button.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { type FormAnswer, fieldList, fieldText } from "../kit/form-answer.ts";
import { Pill, type Tone } from "../kit/pill.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";
import { FaultList } from "./fault-list.tsx";

const TONES: Readonly<Record<"existing" | "new" | "none", Tone>> = {
  existing: "accent",
  new: "info",
  none: "gold",
};

/** One group: what it is to be called, what it is called, and words to invite people with. An existing one keeps its name (C27). */
export function GroupCard({
  group,
  title,
  answer,
}: {
  group: GroupView;
  title: string;
  answer: FormAnswer | undefined;
}) {
  const { zalo: words } = useMessages(zaloArea);
  const { rightName, status, name, link, faults, mayKeep } = group;
  return (
    <Card
      title={title}
      aside={
        <Pill tone={status === null ? "neutral" : TONES[status]}>
          {status === null ? words.unknown : words.statuses[status]}
        </Pill>
      }
    >
      <p className="text-ink-soft">{words.rightName}</p>
      <p className="text-lg font-bold [overflow-wrap:anywhere]">{rightName}</p>
      <div className="mt-2 flex flex-wrap gap-3">
        <CopyButton text={rightName} label={words.copyName} />
        {link === null ? null : (
          <>
            <CopyButton text={words.invite(title, link)} label={words.copyInvite} />
            <a
              href={link}
              rel="noreferrer noopener"
              className="inline-flex min-h-12 items-center font-bold text-accent-ink underline decoration-2 underline-offset-4"
            >
              {words.open}
            </a>
          </>
        )}
      </div>
      {name === null ? null : (
        <div className="mt-3 rounded-md bg-sunken p-3">
          <p className="[overflow-wrap:anywhere]">{name}</p>
          {faults.length === 0 ? <p className="text-ink-soft">{words.nameIsRight}</p> : null}
          {status === "new" && faults.length > 0 ? (
            <>
              <p className="text-ink-soft">{words.nameIsOther}</p>
              <FaultList faults={faults} />
            </>
          ) : null}
        </div>
      )}
      {mayKeep ? (
        <div className="mt-4">
          <Disclosure summary={words.change} isOpen={answer !== undefined}>
            <GroupForm group={group} answer={answer} />
          </Disclosure>
        </div>
      ) : null}
    </Card>
  );
}

function GroupForm({ group, answer }: { group: GroupView; answer: FormAnswer | undefined }) {
  const { zalo: words } = useMessages(zaloArea);
  const field = (of: string) => ({
    name: of,
    id: `field-${of}-${group.place}`,
    error: answer?.problems[of],
  });
  return (
    <Form method="post" noValidate className="grid gap-4">
      <input type="hidden" name="place" value={group.place} />
      <ChipGroup
        {...field("status")}
        label={words.status}
        choices={GROUP_STATUSES.map((value) => ({ value, label: words.statuses[value] }))}
        defaultValues={fieldList(answer, "status", group.status === null ? [] : [group.status])}
      />
      <TextField
        {...field("name")}
        label={words.name}
        hint={words.nameHint}
        defaultValue={fieldText(answer, "name", group.name)}
        autoComplete="off"
        optional="unsaid"
      />
      <TextField
        {...field("link")}
        label={words.link}
        hint={words.linkHint}
        defaultValue={fieldText(answer, "link", group.link)}
        inputMode="url"
        autoComplete="off"
        optional
      />
      <div>
        <Button type="submit" name="act" value="group">
          {words.save}
        </Button>
      </div>
    </Form>
  );
}
