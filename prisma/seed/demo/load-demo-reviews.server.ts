import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import { adoptedOf, findSheets } from "#app/features/criteria/find-sheets.server.ts";
import { lockReview } from "#app/features/year/lock-review.server.ts";
import { type OpenWish, openReview } from "#app/features/year/open-review.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { callerOf } from "./load-demo-titles.server.ts";

/**
 * The year as villages are scored by the adopted sheet: the middle of it locked, a timely review of the third quarter, and
 * the year itself, which waits for its last months.
 */
export async function loadDemoReviews(platform: Platform, communeId: number): Promise<void> {
  const scope = { actorId: null, verb: "seed.demo", requestId: "demo", communes: [communeId] };
  const facts = await platform.db.withCommunes(scope, async (tx) => ({
    reviews: await tx.review.count({ where: { communeId } }),
    sheet: adoptedOf(await findSheets(tx, communeId)),
    sealed: await tx.month.findMany({
      where: { communeId, state: "sealed", isTrial: false },
      orderBy: { id: "asc" },
      select: { id: true, sealedAt: true },
    }),
    officers: await tx.$queryRaw<{ id: string }[]>`
      select a.id from account a
       where a.username in ('van.phong', 'van.phong.hai') order by a.username`,
  }));
  const [first, second] = facts.officers;
  const sheetVersion = facts.sheet?.version;
  if (facts.reviews > 0 || sheetVersion === undefined || !first || !second) return;
  const today = localDateAt(platform.clock.now().getTime());
  const year = Number(today.slice(0, 4));
  const as = (accountId: string) => callerOf(platform, communeId, accountId, today, []);
  const now = platform.clock.now();
  const open = async (wish: Omit<OpenWish, "id" | "year" | "sheetVersion">) => {
    const id = makeId(now.getTime(), platform.random.bytes(10));
    must(await openReview(as(first.id), { ...wish, id, year, sheetVersion }));
    return id;
  };
  const sealed = new Set(facts.sealed.map(({ id }) => id));
  const isSealed = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, index) => from + index).every((month) => sealed.has(month));
  const [january, june] = [year * 100 + 1, year * 100 + 6];
  if (isSealed(january, june)) {
    const id = await open({
      kind: "mid",
      title: `Sơ kết 6 tháng đầu năm ${year}`,
      firstMonth: january,
      lastMonth: june,
    });
    must(await lockReview(as(second.id), id));
  }
  const [july, september] = [year * 100 + 7, year * 100 + 9];
  if (isSealed(july, september))
    await open({
      kind: "timely",
      title: `Đợt thi đua quý III năm ${year}`,
      firstMonth: july,
      lastMonth: september,
    });
  await open({
    kind: "annual",
    title: `Thi đua năm ${year}`,
    firstMonth: january,
    lastMonth: year * 100 + 12,
  });
}

function must<Value>(verdict: { ok: true; value: Value } | { ok: false; code: string } | null): Value {
  if (verdict === null || !verdict.ok)
    throw new Error(`an act of the demonstration is refused: ${JSON.stringify(verdict)}`);
  return verdict.value;
}
