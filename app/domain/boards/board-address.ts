import type { Pillar } from "../plan/activity-proposal.ts";
import type { BoardDefinition, BoardSubject, TeamCategory } from "./board.ts";
import { type BoardPeriod, parseBoardPeriod } from "./board-period.ts";

const SUBJECT_WORDS: Readonly<Record<BoardSubject, string>> = {
  member: "thanh-vien",
  team: "to",
  village: "thon",
  youth_cell: "chi-doan",
  union: "doan-the",
};
const PILLAR_WORDS: Readonly<Record<Pillar, string>> = {
  government: "chinh-quyen",
  economy: "kinh-te",
  society: "xa-hoi",
  common: "chung",
};
const CATEGORY_WORDS: Readonly<Record<TeamCategory, string>> = {
  village: "thon",
  school: "truong",
  commune: "xa",
  response: "ung-cuu",
};
const CAMPAIGN = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Null when the address asks for a board that cannot be; what it leaves out is the usual. */
export function parseBoardAddress(query: URLSearchParams, usual: BoardPeriod): BoardDefinition | null {
  const subject = keyOf(SUBJECT_WORDS, query.get("nhom") ?? SUBJECT_WORDS.member);
  const period = parseBoardPeriod(query.get("ky") ?? usual);
  const pillarWord = query.get("tru");
  const pillar = pillarWord === null ? null : keyOf(PILLAR_WORDS, pillarWord);
  const category = keyOf(CATEGORY_WORDS, query.get("loai") ?? CATEGORY_WORDS.village);
  const campaign = query.get("dot");
  if (subject === null || period === null || category === null) return null;
  if (pillarWord !== null && pillar === null) return null;
  if (campaign !== null && !CAMPAIGN.test(campaign)) return null;
  return tidyDefinition({
    subject,
    period: period.key,
    pillar,
    campaign,
    category,
    isYouthOnly: query.get("doan") === "1",
  });
}

/** What does not concern the subject is dropped, so that one board has one definition. */
export function tidyDefinition(definition: BoardDefinition): BoardDefinition {
  const { subject, category, isYouthOnly } = definition;
  return {
    ...definition,
    category: subject === "team" ? category : "village",
    isYouthOnly: subject === "member" && isYouthOnly,
  };
}

/** The part of the address behind "?": short, and the same for the same board. */
export function writeBoardQuery(definition: BoardDefinition): string {
  const { subject, period, pillar, campaign, category, isYouthOnly } = tidyDefinition(definition);
  const query = new URLSearchParams({ nhom: SUBJECT_WORDS[subject], ky: period });
  if (category !== "village") query.set("loai", CATEGORY_WORDS[category]);
  if (isYouthOnly) query.set("doan", "1");
  if (pillar !== null) query.set("tru", PILLAR_WORDS[pillar]);
  if (campaign !== null) query.set("dot", campaign);
  return query.toString();
}

/** Names a board in caches. */
export function boardKey(definition: BoardDefinition): string {
  return writeBoardQuery(definition);
}

function keyOf<Key extends string>(words: Readonly<Record<Key, string>>, word: string): Key | null {
  return (Object.keys(words) as Key[]).find((key) => words[key] === word) ?? null;
}
