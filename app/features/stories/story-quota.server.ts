import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { isPresetId } from "#app/domain/plan/plan-preset.ts";
import { STORIES_A_MONTH } from "#app/domain/stories/story.ts";
import type { StoryProgress } from "#app/domain/stories/views.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findMonthHolding } from "#app/features/months/find-month.server.ts";
import { findSettingsOn } from "#app/features/plans/find-settings-on.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { PRESETS } from "#prisma/presets/presets.ts";

const MONTHS = 6;

/** H01, B10: how many went out of what the plan asks for; a story counts in the month it was published. */
export function readStoryProgress(caller: Caller): Promise<StoryProgress> {
  const scope = caller.scope("stories.read-progress");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const running = await findMonthHolding(tx, communeId, caller.today, caller.now.getTime());
    const months = await tx.$queryRaw<StoryProgress["months"][number][]>`
      select m.id, m.first_day::text as "firstDay", m.last_day::text as "lastDay",
             (select count(*)::int from story s
               where s.commune_id = m.commune_id and s.state = 'published'
                 and s.published_on between m.first_day and m.last_day) as published
        from month m where m.commune_id = ${communeId} and m.id <= ${running.id} order by m.id desc limit ${MONTHS}`;
    const teams = await tx.$queryRaw<StoryProgress["teams"][number][]>`
      select t.id, t.name,
             (select count(*)::int from story s
               where s.commune_id = t.commune_id and s.team_id = t.id and s.state = 'published'
                 and s.published_on between ${running.firstDay}::date and ${running.lastDay}::date) as published
        from team t where t.commune_id = ${communeId} and t.valid_to is null order by published desc, t.name, t.id`;
    return { ...(await findStoryQuota(tx, communeId, caller.today)), months, teams };
  });
}

export async function findStoryQuota(
  tx: Tx,
  communeId: number,
  day: LocalDate,
): Promise<Pick<StoryProgress, "asked" | "by" | "text">> {
  const { presetId } = await tx.commune.findUniqueOrThrow({
    where: { id: communeId },
    select: { presetId: true },
  });
  if (!isPresetId(presetId)) throw new Error(`the commune names an unknown preset "${presetId}"`);
  const quota = PRESETS[presetId].quotas.find(({ measure }) => measure === "published_stories");
  if (!quota) return { asked: STORIES_A_MONTH, by: "commune", text: null };
  const { quotas } = await findSettingsOn(tx, communeId, day);
  const asked = quotas.find(({ key }) => key === quota.key)?.count ?? quota.count;
  return { asked, by: quota.by, text: quota.text };
}
