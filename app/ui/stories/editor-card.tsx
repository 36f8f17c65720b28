import { Form } from "@remix-run/react";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { STORY_CHANNELS } from "#app/domain/stories/story.ts";
import type { StoryView } from "#app/domain/stories/views.ts";
import { storiesArea } from "#app/messages/vi/stories.ts";
import { Button } from "../kit/button.tsx";
import { Card } from "../kit/card.tsx";
import { Disclosure } from "../kit/disclosure.tsx";
import { type FormAnswer, fieldOf, fieldText } from "../kit/form-answer.ts";
import { SelectField } from "../kit/select-field.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

interface EditorCardProps {
  story: StoryView;
  /** Of the step or link, made before it is sent. */
  id: string;
  today: LocalDate;
  answer: FormAnswer | undefined;
}

/** What an editor decides, with the version they read. */
export function EditorCard({ story, id, today, answer }: EditorCardProps) {
  const { one: words } = useMessages(storiesArea).stories;
  const { state, may } = story;
  if (!may.edit || state === "draft" || state === "needs_changes" || state === "removed") return null;
  const act = fieldText(answer, "act");
  return (
    <Card title={words.judge}>
      <div className="grid gap-5">
        {state === "submitted" ? (
          <Step id={id} version={story.version} act="approve" label={words.approve} />
        ) : null}
        {state === "approved" ? (
          <>
            <p className="max-w-prose">{words.publishLead}</p>
            <Step id={id} version={story.version} act="publish" label={words.publish} />
          </>
        ) : null}
        {state === "published" ? (
          <>
            <ClaimNote story={story} />
            <Disclosure summary={words.addChannel} isOpen={act === "link"}>
              <LinkForm id={id} today={today} answer={act === "link" ? answer : undefined} />
            </Disclosure>
          </>
        ) : null}
        <Reasoned
          id={id}
          version={story.version}
          act={state === "published" ? "remove" : "return"}
          answer={act === "return" || act === "remove" ? answer : undefined}
        />
      </div>
    </Card>
  );
}

function Step({ id, version, act, label }: { id: string; version: number; act: string; label: string }) {
  return (
    <Form method="post">
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="version" value={version} />
      <Button type="submit" name="act" value={act}>
        {label}
      </Button>
    </Form>
  );
}

function ClaimNote({ story: { claim, hasMember } }: { story: StoryView }) {
  const { one: words, claimStates } = useMessages(storiesArea).stories;
  if (claim) return <p className="text-ink-soft">{words.claim(claimStates[claim.state])}</p>;
  if (!hasMember) return null;
  return (
    <Form method="post" className="grid gap-3">
      <p>{words.claimMissing}</p>
      <div>
        <Button type="submit" name="act" value="credit" variant="secondary">
          {words.credit}
        </Button>
      </div>
    </Form>
  );
}

function Reasoned({
  id,
  version,
  act,
  answer,
}: {
  id: string;
  version: number;
  act: "return" | "remove";
  answer: FormAnswer | undefined;
}) {
  const { one: words } = useMessages(storiesArea).stories;
  const isReturn = act === "return";
  return (
    <Disclosure summary={isReturn ? words.back : words.remove} isOpen={answer !== undefined}>
      <Form method="post" noValidate className="grid gap-4">
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={version} />
        <TextArea
          {...fieldOf(answer, "reason")}
          label={isReturn ? words.reason : words.removeReason}
          hint={words.reasonHint}
          rows={3}
        />
        <div>
          <Button type="submit" name="act" value={act} variant={isReturn ? "secondary" : "danger"}>
            {isReturn ? words.back : words.removeSave}
          </Button>
        </div>
      </Form>
    </Disclosure>
  );
}

function LinkForm({ id, today, answer }: { id: string; today: LocalDate; answer: FormAnswer | undefined }) {
  const { one: words, channels } = useMessages(storiesArea).stories;
  const field = (name: string) => ({ name, error: answer?.problems[name] });
  return (
    <Form method="post" noValidate className="grid gap-4">
      <input type="hidden" name="id" value={id} />
      <SelectField
        {...field("channel")}
        label={words.channel}
        defaultValue={fieldText(answer, "channel")}
        choices={STORY_CHANNELS.map((value) => ({ value, label: channels[value] }))}
      />
      <TextField
        {...field("link")}
        label={words.link}
        hint={words.linkHint}
        defaultValue={fieldText(answer, "link")}
        inputMode="url"
        autoComplete="off"
        optional="unsaid"
      />
      <TextField
        {...field("publishedOn")}
        type="date"
        label={words.publishedOn}
        defaultValue={fieldText(answer, "publishedOn", today)}
        max={today}
      />
      <div>
        <Button type="submit" name="act" value="link">
          {words.addChannelSave}
        </Button>
      </div>
    </Form>
  );
}
