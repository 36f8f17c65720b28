import path from "node:path";
import type { Rollup } from "vite";

/**
 * What every page needs comes in two files, what every tenth page needs in a third, and words and pictures of work
 * in one each, not in thirty: on a slow line each request costs more than the bytes it brings. A route's own code
 * stays its own.
 */
export const chunkOf: Rollup.GetManualChunk = (id, graph) => {
  if (FRAMEWORK.test(id)) return "framework";
  // It starts the page, and must not before the list of pages and the page's own parts are there.
  if (ENTRY.test(id)) return undefined;
  // Asked for by name: a chunk takes along what it needs, and the words of work need these.
  if (FIRST_WORDS.test(id)) return "kit";
  const share = shareOf(id, graph);
  if (share === "kit" || share === "parts") return share;
  if (WORDS_OF_WORK.test(id)) return "work";
  const importers = id.includes("/lucide-react/") ? (graph.getModuleInfo(id)?.importers ?? []) : [];
  return [id, ...importers].some((each) => KINDS_OF_WORK.test(each)) ? "kinds" : share;
};

const FRAMEWORK =
  /node_modules\/(?:react|react-dom|react-router|react-router-dom|scheduler|@remix-run|turbo-stream)\//;
const ENTRY = /\/app\/entry\.client\.tsx/;
const WORDS_OF_WORK =
  /\/app\/(?:ui\/activity\/use-reason|messages\/vi\/(?:activity(?:-(?:log|record))?|verification-reasons))\.ts$/;
const KINDS_OF_WORK = /\/app\/ui\/activity\/kind-icon\.ts$/;

/** Small parts that so many of the pages use come with the first of them; words and paths come with their own pages. */
const MANY = 0.05;
const FIRST_WORDS = /\/app\/messages\/vi\/(?:activity-kinds|kit|today)\.ts$/;
const SMALL_PARTS =
  /\/app\/ui\/kit\/|\/lucide-react\/|\/app\/ui\/(?:activity\/paths|live\/use-live|use-is-live)\.ts$/;
const PAGE = /\/app\/routes\/.+\.tsx$/;
const AROUND_ALL_PAGES = /\/app\/(?:root|entry\.client)\.tsx/;
/** Where a member's visit begins, on a phone and a slow line: these carry no part that only other pages use. */
const FIRST_PAGES = /\/app\/routes\/(?:public\/home|member\/(?:activity-log|points|boards))\.tsx$/;

type Graph = Parameters<Rollup.GetManualChunk>[1];

function shareOf(id: string, { getModuleIds, getModuleInfo }: Graph): string | undefined {
  const pages = new Set<string>();
  const users = new Set([id]);
  for (const user of users) {
    if (AROUND_ALL_PAGES.test(user)) return "kit";
    if (PAGE.test(user)) pages.add(user);
    else for (const importer of getModuleInfo(user)?.importers ?? []) users.add(importer);
  }
  if (!SMALL_PARTS.test(id)) return undefined;
  const all = [...getModuleIds()].filter((each) => PAGE.test(each));
  const first = [...pages].filter((each) => FIRST_PAGES.test(each));
  const isCommon = pages.size > MANY * all.length;
  if (first.length > 1 || (first.length === 1 && isCommon)) return "kit";
  if (isCommon) return "parts";
  return first[0] && id.includes("/lucide-react/") ? `pictures of ${path.basename(first[0])}` : undefined;
}
