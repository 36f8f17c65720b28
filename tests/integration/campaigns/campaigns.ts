import type { CampaignContent } from "#app/domain/campaigns/campaign.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { proposeCampaign, publishCampaign } from "#app/features/campaigns/publish-campaign.server.ts";
import { writeCampaign } from "#app/features/campaigns/write-campaign.server.ts";
import { day, freshId } from "../roster/rosterers.ts";

interface Somebody {
  caller(): Promise<Caller>;
}

/** A peak of five days that multiplies by one and a half; everything counts for it unless the test says otherwise. */
export function peak(wish: Partial<CampaignContent> = {}): CampaignContent {
  return {
    kind: "peak",
    owner: "commune",
    name: "Cao điểm cài đặt ứng dụng số",
    purpose: null,
    documentNumber: "15/KH-UBND",
    documentDay: day("2026-11-16"),
    documentBody: "Ủy ban nhân dân xã",
    startsOn: day("2026-11-21"),
    endsOn: day("2026-11-25"),
    factor: 150,
    activityKeys: [],
    serviceKeys: [],
    movement: null,
    teamIds: [],
    goals: [{ metric: "people", number: 4 }],
    ...wish,
  };
}

/** Written by one person, published by another; its id. */
export async function announce(
  first: Somebody,
  second: Somebody,
  wish: Partial<CampaignContent> = {},
): Promise<string> {
  const id = freshId();
  const answers = [
    await writeCampaign(await first.caller(), { id, revision: 0, content: peak(wish) }),
    await proposeCampaign(await first.caller(), { id, revision: 1 }),
    await publishCampaign(await second.caller(), { id, revision: 2 }),
  ];
  const refused = answers.find(({ ok }) => !ok);
  if (refused) throw new Error(JSON.stringify(refused));
  return id;
}
