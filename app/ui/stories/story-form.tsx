import { Form } from "@remix-run/react";
import { MOST_PHOTOS, STORY_FIELDS, STORY_KINDS } from "#app/domain/stories/story.ts";
import { STORY_PATHS } from "#app/domain/stories/story-paths.ts";
import type { StoryText } from "#app/domain/stories/views.ts";
import { storiesArea } from "#app/messages/vi/stories.ts";
import { ChipGroup } from "../kit/chip-group.tsx";
import { ErrorSummary } from "../kit/error-summary.tsx";
import { CONTROL_STYLE, FieldFrame, fieldAttributes } from "../kit/field-frame.tsx";
import { type FormAnswer, fieldList, fieldText } from "../kit/form-answer.ts";
import { SubmitButton } from "../kit/submit-button.tsx";
import { TextArea } from "../kit/text-area.tsx";
import { TextField } from "../kit/text-field.tsx";
import { useMessages } from "../language.tsx";

interface StoryFormProps {
  /** Of a new story, made before it is sent. */
  id: string;
  stored: (StoryText & { readonly people: readonly string[] }) | null;
  answer: FormAnswer | undefined;
}

/** What the author writes. A plain form with files: it works with scripts and without. */
export function StoryForm({ id, stored, answer }: StoryFormProps) {
  const { stories } = useMessages(storiesArea);
  const words = stories.form;
  const field = (name: string) => ({ name, error: answer?.problems[name] });
  const photo = {
    ...field("photo"),
    label: words.photo,
    hint: words.photoHint,
    optional: true,
  };
  return (
    <Form method="post" encType="multipart/form-data" noValidate className="grid gap-5">
      <ErrorSummary
        problems={answer?.problems}
        labels={{ title: words.heading, body: words.body, people: words.people, photo: words.photo }}
      />
      <input type="hidden" name="id" value={id} />
      {stored ? <input type="hidden" name="version" value={stored.version} /> : null}
      <ChipGroup
        {...field("kind")}
        label={words.kind}
        choices={STORY_KINDS.map((value) => ({ value, label: stories.kinds[value] }))}
        defaultValues={fieldList(answer, "kind", stored ? [stored.kind] : [])}
      />
      <ChipGroup
        {...field("field")}
        label={words.field}
        choices={STORY_FIELDS.map((value) => ({ value, label: stories.fields[value] }))}
        defaultValues={fieldList(answer, "field", stored ? [stored.field] : [])}
      />
      <TextField
        {...field("title")}
        label={words.heading}
        defaultValue={fieldText(answer, "title", stored?.title)}
        maxLength={120}
        autoComplete="off"
      />
      <TextArea
        {...field("body")}
        label={words.body}
        hint={words.bodyHint}
        defaultValue={fieldText(answer, "body", stored?.body)}
        rows={8}
      />
      <TextArea
        {...field("people")}
        label={words.people}
        hint={words.peopleHint}
        defaultValue={fieldText(answer, "people", stored?.people.join("\n"))}
        rows={2}
        optional
      />
      {stored && stored.photos.length > 0 ? <KeptPhotos id={id} stored={stored} /> : null}
      <FieldFrame {...photo}>
        <input
          type="file"
          multiple
          accept="image/jpeg,image/png,image/webp"
          {...fieldAttributes(photo)}
          className={`${CONTROL_STYLE} file:me-4 file:rounded-md file:border-0 file:bg-accent-soft file:px-4 file:py-2 file:font-bold file:text-accent-ink`}
        />
      </FieldFrame>
      <TextField
        {...field("videoLink")}
        label={words.video}
        hint={words.videoHint}
        defaultValue={fieldText(answer, "videoLink", stored?.videoLink)}
        inputMode="url"
        autoComplete="off"
        optional
      />
      <TextField
        {...field("movement")}
        label={words.movement}
        hint={words.movementHint}
        defaultValue={fieldText(answer, "movement", stored?.movement)}
        autoComplete="off"
        optional
      />
      <div>
        <SubmitButton>{stored ? words.saveAgain : words.save}</SubmitButton>
      </div>
    </Form>
  );
}

function KeptPhotos({ id, stored }: { id: string; stored: StoryText }) {
  const { form: words } = useMessages(storiesArea).stories;
  return (
    <fieldset>
      <legend className="mb-2 font-bold">{words.photosKept}</legend>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4">
        {stored.photos.slice(0, MOST_PHOTOS).map((photoId, index) => (
          <li key={photoId}>
            <label className="block">
              <img
                src={`${STORY_PATHS.photo(id, index + 1)}?co=nho`}
                alt=""
                className="aspect-[4/3] w-full rounded-md bg-sunken object-cover"
              />
              <span className="flex min-h-12 items-center gap-2">
                <input type="checkbox" name="kept" value={photoId} defaultChecked className="size-6" />
                {words.photoKeep(index + 1)}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
