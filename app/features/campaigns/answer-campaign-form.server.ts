import type { CampaignRefusal } from "#app/domain/campaigns/judge-campaign.ts";
import type { Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type FormProblems, type FormValues, readForm } from "#app/features/forms/read-form.server.ts";
import {
  callOffSchema,
  campaignSchema,
  contentOf,
  joinSchema,
  listSchema,
  readSchema,
  unlistSchema,
} from "./campaign.schema.ts";
import { joinCampaign, listInCampaign } from "./enrol-in-campaign.server.ts";
import {
  callOffCampaign,
  discardCampaign,
  proposeCampaign,
  publishCampaign,
  retractCampaign,
} from "./publish-campaign.server.ts";
import { writeCampaign } from "./write-campaign.server.ts";

type CampaignAnswer =
  | { readonly ok: true; readonly done: string; readonly id: string }
  | { readonly ok: false; readonly problems: FormProblems; readonly values: FormValues }
  | null;

type Outcome = Verdict<null, CampaignRefusal | { code: "not_permitted" }>;

/** The forms of the desk; null: no such form, or no such campaign for this person. */
export async function answerCampaignForm(
  caller: Caller,
  id: string,
  fields: FormData,
): Promise<CampaignAnswer> {
  switch (fields.get("act")) {
    case "save":
      return saveCampaign(caller, id, fields);
    case "propose":
    case "publish": {
      const isFirst = fields.get("act") === "propose";
      const form = await readForm(fields, readSchema);
      if (!form.ok) return form;
      const wish = { id, revision: form.value.revision };
      const verdict = await (isFirst ? proposeCampaign : publishCampaign)(caller, wish);
      return answerOf(verdict, id, isFirst ? "de-nghi" : "ban-hanh");
    }
    case "retract":
      return answerOf(await retractCampaign(caller, id), id, "rut");
    case "discard": {
      // One tap must not lose a draft.
      if (fields.get("sure") !== "yes")
        return { ok: false, problems: { sure: { code: "required" } }, values: {} };
      return answerOf(await discardCampaign(caller, id), id, "bo");
    }
    case "call-off": {
      const form = await readForm(fields, callOffSchema);
      if (!form.ok) return form;
      return answerOf(await callOffCampaign(caller, { id, ...form.value }), id, "hoan", form.values);
    }
    case "list": {
      const form = await readForm(fields, listSchema);
      if (!form.ok) return form;
      return answerOf(await listInCampaign(caller, { id, ...form.value }), id, "ghi-ten", form.values);
    }
    case "unlist": {
      const form = await readForm(fields, unlistSchema);
      if (!form.ok) return form;
      return answerOf(await listInCampaign(caller, { id, ...form.value, participation: null }), id, "bo-ten");
    }
    default:
      return null;
  }
}

/** The new draft, and the one that is changed. */
export async function saveCampaign(
  caller: Caller,
  id: string | null,
  fields: FormData,
): Promise<CampaignAnswer> {
  const form = await readForm(fields, campaignSchema);
  if (!form.ok) return form;
  if (id !== null && id !== form.value.id) return null;
  const { id: draft, revision } = form.value;
  const verdict = await writeCampaign(caller, { id: draft, revision, content: contentOf(form.value) });
  return answerOf(verdict, draft, "luu", form.values);
}

/** What a member says of themselves. */
export async function answerOwnForm(caller: Caller, id: string, fields: FormData): Promise<CampaignAnswer> {
  if (fields.get("act") === "leave") return answerOf(await joinCampaign(caller, id, null), id, "thoi");
  if (fields.get("act") !== "join") return null;
  const form = await readForm(fields, joinSchema);
  if (!form.ok) return form;
  return answerOf(await joinCampaign(caller, id, form.value.participation), id, "tham-gia");
}

function answerOf(verdict: Outcome, id: string, done: string, values: FormValues = {}): CampaignAnswer {
  if (verdict.ok) return { ok: true, done, id };
  if (verdict.code === "not_permitted") return null;
  const { ok: _, ...problem } = verdict;
  return { ok: false, problems: { [FIELD_OF[problem.code] ?? "form"]: problem }, values };
}

const FIELD_OF: Readonly<Partial<Record<CampaignRefusal["code"], string>>> = {
  campaign_days_crossed: "endsOn",
  campaign_too_long: "endsOn",
  campaign_factor_too_high: "factor",
};
