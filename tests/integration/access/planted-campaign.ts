import { addDays, localDateAt } from "#app/domain/calendar/local-date.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { Tx } from "#app/platform/db/database.ts";

interface CampaignToPlant {
  readonly communeId: number;
  readonly memberId: string;
  readonly villageId: number;
  readonly askerId: string;
  readonly canary: string;
  readonly now: Date;
  newId(): string;
}

const HOUR_MS = 3_600_000;

/** A draft of a campaign and a mobile point where somebody is present; each text carries the canary. */
export async function plantCampaign(
  tx: Tx,
  { communeId, memberId, villageId, askerId, canary, now, newId }: CampaignToPlant,
): Promise<{ campaignId: string; pointId: string }> {
  const today = localDateAt(now.getTime());
  const campaignId = newId();
  await tx.campaign.create({
    data: {
      communeId,
      id: campaignId,
      kind: "peak",
      owner: "commune",
      name: canary,
      startsOn: toDatabaseDay(addDays(today, 10)),
      endsOn: toDatabaseDay(addDays(today, 20)),
      factor: 120,
      activityKeys: [],
      serviceKeys: [],
      goals: [],
      draftedBy: askerId,
      draftedAt: now,
    },
    select: { id: true },
  });
  const pointId = newId();
  await tx.mobilePoint.create({
    data: {
      communeId,
      id: pointId,
      kind: "mobile_point",
      name: canary,
      villageId,
      place: canary,
      day: toDatabaseDay(today),
      startsAt: now,
      endsAt: new Date(now.getTime() + HOUR_MS),
      madeBy: askerId,
      madeAt: now,
    },
    select: { id: true },
  });
  await tx.mobileAttendance.create({
    data: { communeId, pointId, memberId, channel: "list", cameAt: now, recordedBy: askerId },
    select: { memberId: true },
  });
  return { campaignId, pointId };
}
