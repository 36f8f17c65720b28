import { localDateAt } from "#app/domain/calendar/local-date.ts";
import {
  type HelpSubject,
  type Mood,
  parseSatisfactionAddress,
} from "#app/domain/satisfaction/satisfaction.ts";
import type { Platform, Visit } from "#app/platform/platform.ts";
import { networkOf } from "#app/platform/throttle/network-of.ts";
import type { ThrottleRule } from "#app/platform/throttle/throttle.ts";

const MISSES: ThrottleRule = { name: "satisfaction-miss", points: 60, perSeconds: 600 };
/** A household or two on one line in an hour; nobody fills a village's sums from one chair. */
const WORDS: ThrottleRule = { name: "satisfaction-word", points: 6, perSeconds: 3_600 };
const WORDS_OF_A_VILLAGE: ThrottleRule = { name: "satisfaction-village", points: 300, perSeconds: 86_400 };

export interface AskedVillage {
  readonly communeId: number;
  readonly villageId: number;
  readonly villageName: string;
}

type Parts = Pick<Platform, "db" | "throttle" | "clock">;

/** Which village asks; invented, withdrawn and misspelt addresses are one answer. */
export async function admitSatisfaction(
  platform: Parts,
  visit: Visit,
  address: string,
): Promise<AskedVillage | "unknown" | "try_later"> {
  const parsed = parseSatisfactionAddress(address);
  const found = parsed && (await findVillage(platform, visit, parsed));
  if (found) return found;
  const budget = await platform.throttle.spend(MISSES, networkOf(visit.clientAddress));
  return budget.ok ? "unknown" : "try_later";
}

async function findVillage(
  platform: Parts,
  visit: Visit,
  { communeId, code }: { readonly communeId: number; readonly code: string },
): Promise<AskedVillage | null> {
  return platform.db.withCommunes(scopeOf(visit, communeId, "satisfaction.admit"), async (tx) => {
    const [row] = await tx.$queryRaw<AskedVillage[]>`
      select c.commune_id as "communeId", v.id as "villageId", v.name as "villageName"
        from satisfaction_code c
        join village v on v.commune_id = c.commune_id and v.id = c.village_id and v.valid_to is null
       where c.commune_id = ${communeId} and c.code = ${code}`;
    return row ?? null;
  });
}

/** K14: one word more in the village's sum of the month. Who said it, and of whom, is written nowhere. */
export async function saySatisfaction(
  platform: Parts,
  visit: Visit,
  { communeId, villageId }: AskedVillage,
  { subject, mood }: { readonly subject: HelpSubject; readonly mood: Mood },
): Promise<"said" | "try_later"> {
  const own = await platform.throttle.spend(WORDS, networkOf(visit.clientAddress));
  if (!own.ok) return "try_later";
  const village = await platform.throttle.spend(WORDS_OF_A_VILLAGE, `${communeId}/${villageId}`);
  if (!village.ok) return "try_later";
  const today = localDateAt(platform.clock.now().getTime());
  const month = Number(today.slice(0, 7).replace("-", ""));
  const one = { pleased: 0, neutral: 0, displeased: 0, [mood]: 1 };
  await platform.db.withCommunes(
    scopeOf(visit, communeId, "satisfaction.say"),
    (tx) => tx.$executeRaw`
      insert into satisfaction_sum as s (commune_id, village_id, month, subject, pleased, neutral, displeased)
      values (${communeId}, ${villageId}, ${month}, ${subject}, ${one.pleased}, ${one.neutral}, ${one.displeased})
      on conflict (commune_id, village_id, month, subject) do update
         set pleased = s.pleased + excluded.pleased, neutral = s.neutral + excluded.neutral,
             displeased = s.displeased + excluded.displeased`,
  );
  return "said";
}

function scopeOf({ requestId }: Visit, communeId: number, verb: string) {
  return { actorId: null, verb, requestId, communes: [communeId] };
}
