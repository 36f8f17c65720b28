import { z } from "zod";
import {
  CAMPAIGN_KINDS,
  CAMPAIGN_OWNERS,
  type CampaignContent,
  type CampaignGoal,
  FACTOR_CEILING,
  FACTOR_NONE,
  GOAL_METRICS,
  type GoalMetric,
  PARTICIPATIONS,
} from "#app/domain/campaigns/campaign.ts";
import { dayText, idText, lineText, noteText, wholeNumber } from "#app/features/forms/text.schema.ts";

const goal = () => wholeNumber({ minimum: 1, maximum: 1_000_000 }).optional();
const keys = z.array(z.string().regex(/^[a-z][a-z0-9-]{1,59}$/)).max(60);
const revision = wholeNumber({ minimum: 0, maximum: 1_000_000 });

export const campaignSchema = z.object({
  id: idText(),
  revision,
  kind: z.enum(CAMPAIGN_KINDS),
  owner: z.enum(CAMPAIGN_OWNERS),
  name: lineText({ minimum: 2, maximum: 160 }),
  purpose: noteText({ minimum: 2, maximum: 1000 }).optional(),
  documentNumber: lineText({ maximum: 60 }).optional(),
  documentDay: dayText().optional(),
  documentBody: lineText({ minimum: 2, maximum: 160 }).optional(),
  startsOn: dayText(),
  endsOn: dayText(),
  factor: wholeNumber({ minimum: FACTOR_NONE, maximum: FACTOR_CEILING }),
  movement: lineText({ minimum: 2, maximum: 60 }).optional(),
  activityKeys: keys,
  serviceKeys: keys,
  teamIds: z.array(wholeNumber({ minimum: 1, maximum: 2_147_483_647 })).max(300),
  people: goal(),
  visits: goal(),
  households: goal(),
  records: goal(),
});

export function contentOf(form: z.output<typeof campaignSchema>): CampaignContent {
  const { kind, owner, name, startsOn, endsOn, factor, activityKeys, serviceKeys, teamIds } = form;
  const goals = GOAL_METRICS.flatMap((metric: GoalMetric): CampaignGoal[] => {
    const number = form[metric];
    return number === undefined ? [] : [{ metric, number }];
  });
  return {
    kind,
    owner,
    name,
    purpose: form.purpose ?? null,
    documentNumber: form.documentNumber ?? null,
    documentDay: form.documentDay ?? null,
    documentBody: form.documentBody ?? null,
    startsOn,
    endsOn,
    factor,
    movement: form.movement ?? null,
    activityKeys,
    serviceKeys,
    teamIds,
    goals,
  };
}

export const readSchema = z.object({ revision });
export const callOffSchema = z.object({ reason: noteText({ minimum: 3, maximum: 500 }) });
export const listSchema = z.object({ memberId: idText(), participation: z.enum(PARTICIPATIONS) });
export const unlistSchema = z.object({ memberId: idText() });
export const joinSchema = z.object({ participation: z.enum(PARTICIPATIONS) });
