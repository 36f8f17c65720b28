import { type LocalDate, startOfDay } from "#app/domain/calendar/local-date.ts";
import type { PointKind, PointRefusal } from "#app/domain/campaigns/mobile-point.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { mayManagePoint } from "./may-host.ts";

interface PointWish {
  /** Made before it is sent: sending twice is one point. */
  readonly id: string;
  readonly kind: PointKind;
  readonly name: string;
  readonly day: LocalDate;
  /** Minutes after midnight. */
  readonly from: number;
  readonly to: number;
  readonly villageId: number | null;
  readonly venueId: string | null;
  /** Of the venue where one is named. */
  readonly place: string | null;
  readonly campaignId: string | null;
  readonly stations: readonly string[];
}

type Refused =
  | Extract<PointRefusal, { code: "point_times_crossed" | "point_day_past" }>
  | { readonly code: "required" }
  | { readonly code: "not_permitted" };

const MINUTE_MS = 60_000;

export function writePoint(caller: Caller, wish: PointWish): Promise<Verdict<null, Refused>> {
  return inRoster(caller, "mobile-points.write", async (tx, { communeId, actorId, now, today }) => {
    const { id, kind, name, day, from, to, villageId, venueId, campaignId, stations } = wish;
    if (!mayManagePoint(caller, villageId)) return refused({ code: "not_permitted" });
    if (to <= from) return refused({ code: "point_times_crossed" });
    if (day < today) return refused({ code: "point_day_past", today });
    const venue =
      venueId === null
        ? null
        : await tx.venue.findUnique({
            where: { communeId_id: { communeId, id: venueId } },
            select: { name: true },
          });
    const isForeign =
      (venueId !== null && venue === null) ||
      (villageId !== null &&
        (await tx.village.count({ where: { communeId, id: villageId, validTo: null } })) === 0) ||
      (campaignId !== null &&
        (await tx.campaign.count({ where: { communeId, id: campaignId, publishedAt: { not: null } } })) ===
          0);
    if (isForeign) return refused({ code: "not_permitted" });
    const place = venue?.name ?? wish.place;
    if (place === null) return refused({ code: "required" });
    const made = await tx.mobilePoint.createMany({
      data: [
        {
          communeId,
          id,
          kind,
          name,
          villageId,
          venueId,
          place,
          campaignId,
          day: toDatabaseDay(day),
          startsAt: new Date(startOfDay(day) + from * MINUTE_MS),
          endsAt: new Date(startOfDay(day) + to * MINUTE_MS),
          madeBy: actorId,
          madeAt: now,
        },
      ],
      skipDuplicates: true,
    });
    if (made.count > 0) {
      await tx.mobileStation.createMany({
        data: stations.map((content, index) => ({ communeId, pointId: id, ordinal: index + 1, content })),
      });
    }
    return allowed(null);
  });
}
