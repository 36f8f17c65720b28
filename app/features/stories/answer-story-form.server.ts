import { makeId } from "#app/domain/ids.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import { receivePhoto } from "#app/features/photos/receive-photo.server.ts";
import type { Rejection } from "#app/messages/rejections.ts";
import { addStoryLink } from "./add-story-link.server.ts";
import { adoptStory, giveUpAdoption, reportAdoption } from "./adopt-story.server.ts";
import { confirmAdoption } from "./confirm-adoption.server.ts";
import { creditAuthor } from "./credit-author.server.ts";
import { recordStoryConsent, withdrawStoryConsent } from "./keep-story-people.server.ts";
import { moveStoryOn } from "./move-story.server.ts";
import { saveStory } from "./save-story.server.ts";
import {
  adoptionSchema,
  consentSchema,
  linkSchema,
  reasonedSchema,
  resultSchema,
  storySchema,
  submitSchema,
} from "./stories.schema.ts";

type Asked = { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues };
/** What one button came to; null: no such button, or not for this person. */
export type StoryAnswer = { readonly ok: true; readonly done: string } | Asked | null;

const FIELD_OF: Readonly<Record<string, string>> = {
  story_too_many_names: "people",
  story_names_not_listed: "people",
  story_too_many_photos: "photo",
  story_due_in_past: "dueOn",
};

/** The writer's form, with pictures. What was sent stays on the page when something is refused. */
export async function answerWriteForm(
  caller: Caller,
  fields: FormData,
): Promise<{ readonly ok: true; readonly storyId: string } | Asked | null> {
  const form = await readForm(fields, storySchema);
  if (!form.ok) return form;
  const {
    id,
    version = null,
    kept = [],
    people = "",
    movement = null,
    videoLink = null,
    ...rest
  } = form.value;
  const photos: string[] = [...kept];
  for (const file of fields.getAll("photo")) {
    if (!(file instanceof Blob) || file.size === 0) continue;
    const sending = new FormData();
    sending.set("id", makeId(caller.now.getTime(), caller.platform.random.bytes(10)));
    sending.set("photo", file);
    const photo = await receivePhoto(caller, sending);
    if (!photo.ok) return { ok: false, problems: { photo }, values: form.values };
    photos.push(photo.value.photoId);
  }
  const wish = {
    ...rest,
    id,
    seenVersion: version,
    people,
    movement,
    videoLink,
    photos: [...new Set(photos)],
  };
  const verdict = await saveStory(caller, wish);
  if (verdict.ok) return { ok: true, storyId: id };
  if (verdict.code === "not_permitted") return null;
  const field = verdict.code === "story_link_malformed" ? "videoLink" : (FIELD_OF[verdict.code] ?? "form");
  return { ok: false, problems: { [field]: verdict }, values: form.values };
}

/** The buttons of one story's page. */
export async function answerStoryForm(
  caller: Caller,
  storyId: string,
  fields: FormData,
): Promise<StoryAnswer> {
  const act = fields.get("act");
  switch (act) {
    case "submit":
    case "approve":
    case "publish":
      return answerMove(caller, storyId, fields, act);
    case "return":
    case "remove":
      return answerReasonedMove(caller, storyId, fields, act);
    case "credit": {
      const credited = await creditAuthor(caller, storyId);
      return answer(credited, "credit", { act });
    }
    case "consent":
    case "withdraw":
      return answerConsent(caller, storyId, fields, act);
    case "link":
      return answerLink(caller, storyId, fields);
    case "adopt":
      return answerAdoption(caller, storyId, fields);
    case "report":
    case "give-up":
    case "confirm":
      return answerAdopted(caller, fields, act);
    default:
      return null;
  }
}

async function answerMove(
  caller: Caller,
  storyId: string,
  fields: FormData,
  act: "submit" | "approve" | "publish",
): Promise<StoryAnswer> {
  const form = await readForm(fields, submitSchema);
  if (!form.ok) return { ...form, values: { ...form.values, act } };
  const verdict = await moveStoryOn(caller, { storyId, act, ...form.value, reason: null });
  if (verdict.ok && act === "publish") {
    // The story is out whatever becomes of the record: its page then offers to write it down again.
    const credited = await creditAuthor(caller, storyId);
    return credited.ok ? { ok: true, done: "publish" } : answer(credited, "publish", { act });
  }
  return answer(verdict, act, { ...form.values, act });
}

async function answerReasonedMove(
  caller: Caller,
  storyId: string,
  fields: FormData,
  act: "return" | "remove",
): Promise<StoryAnswer> {
  const form = await readForm(fields, reasonedSchema);
  if (!form.ok) return { ...form, values: { ...form.values, act } };
  const verdict = await moveStoryOn(caller, { storyId, act, ...form.value });
  return answer(verdict, act, { ...form.values, act });
}

async function answerConsent(
  caller: Caller,
  storyId: string,
  fields: FormData,
  act: "consent" | "withdraw",
): Promise<StoryAnswer> {
  if (act === "withdraw") {
    const personId = String(fields.get("personId") ?? "");
    const values = { act, personId };
    if (fields.get("sure") !== "yes") return { ok: false, problems: { sure: { code: "required" } }, values };
    const form = await readForm(fields, consentSchema.pick({ personId: true }));
    if (!form.ok) return null;
    return answer(await withdrawStoryConsent(caller, { storyId, ...form.value }), "withdraw", values);
  }
  const form = await readForm(fields, consentSchema);
  const values = { ...form.values, act };
  if (!form.ok) return { ...form, values };
  const verdict = await recordStoryConsent(caller, { storyId, ...form.value });
  return verdict.ok || verdict.code === "not_permitted"
    ? answer(verdict, "consent", values)
    : { ok: false, problems: { askedOn: verdict }, values };
}

async function answerLink(caller: Caller, storyId: string, fields: FormData): Promise<StoryAnswer> {
  const form = await readForm(fields, linkSchema);
  const values = { ...form.values, act: "link" };
  if (!form.ok) return { ...form, values };
  const { link = null, ...wish } = form.value;
  const verdict = await addStoryLink(caller, { storyId, link, ...wish });
  if (verdict.ok) return { ok: true, done: "link" };
  if (verdict.code === "not_permitted") return null;
  const field =
    verdict.code === "story_link_malformed"
      ? "link"
      : verdict.code === "story_date_in_future"
        ? "publishedOn"
        : "form";
  return { ok: false, problems: { [field]: verdict }, values };
}

async function answerAdoption(caller: Caller, storyId: string, fields: FormData): Promise<StoryAnswer> {
  const form = await readForm(fields, adoptionSchema);
  const values = { ...form.values, act: "adopt" };
  if (!form.ok) return { ...form, values };
  return answer(await adoptStory(caller, { storyId, ...form.value }), "adopt", values);
}

async function answerAdopted(
  caller: Caller,
  fields: FormData,
  act: "report" | "give-up" | "confirm",
): Promise<StoryAnswer> {
  const named = await readForm(fields, resultSchema.pick({ adoptionId: true }));
  if (!named.ok) return null;
  const { adoptionId } = named.value;
  const values = { ...named.values, act };
  if (act === "confirm") return answer(await confirmAdoption(caller, adoptionId), "confirm", values);
  if (act === "give-up") {
    if (fields.get("sure") !== "yes") return { ok: false, problems: { sure: { code: "required" } }, values };
    return answer(await giveUpAdoption(caller, adoptionId), "give-up", values);
  }
  const form = await readForm(fields, resultSchema);
  if (!form.ok) return { ...form, values: { ...form.values, act } };
  return answer(await reportAdoption(caller, form.value), "report", { ...form.values, act });
}

type Verdict = { readonly ok: true } | ({ readonly ok: false } & (Rejection | NotPermitted | Problems));
type NotPermitted = { readonly code: "not_permitted" };
type Problems = { readonly code: "claim_has_problems"; readonly problems: readonly Rejection[] };

function answer(verdict: Verdict, done: string, values: FormValues): StoryAnswer {
  if (verdict.ok) return { ok: true, done };
  if (verdict.code === "not_permitted") return null;
  if (verdict.code === "claim_has_problems") {
    const [problem = { code: "not_valid" }] = (verdict as Problems).problems;
    return { ok: false, problems: { form: problem as Rejection }, values };
  }
  return { ok: false, problems: { [FIELD_OF[verdict.code] ?? "form"]: verdict as Rejection }, values };
}
