import { villageLikeness, villageNameKey } from "./village.ts";
import {
  cellsOf,
  isTotalLine,
  readVillageHeading,
  readVillageLine,
  type VillageColumns,
  type VillageDraft,
  type VillageLineRefusal,
} from "./village-line.ts";

/** A village the commune already has, as the list is held against it. */
export interface KnownVillage {
  readonly name: string;
  readonly households: number | null;
  readonly adults: number | null;
}

/** What becomes of one pasted line. Every line has a fate and is shown with it: none disappears. */
export type VillageLineFate =
  | { readonly fate: "add"; readonly village: VillageDraft; readonly looksLike: string | null }
  /** The village is there; the line brings a count that differs. */
  | { readonly fate: "recount"; readonly village: VillageDraft }
  | { readonly fate: "known"; readonly name: string }
  | { readonly fate: "repeated"; readonly name: string; readonly firstLine: number }
  | { readonly fate: "heading" }
  | { readonly fate: "total" }
  | { readonly fate: "refused"; readonly refusal: VillageLineRefusal };

export interface VillageListLine {
  /** As counted in the pasted text, from 1, empty lines included. */
  readonly number: number;
  readonly text: string;
  readonly outcome: VillageLineFate;
}

/** More lines than any commune has villages: a wrong paste is stopped before it becomes work. */
export const MOST_VILLAGE_LINES = 500;

/** Reads what was pasted from a spreadsheet or a message and says, line by line, what would become of it. */
export function readVillageList(text: string, known: readonly KnownVillage[]): VillageListLine[] {
  const knownByKey = new Map(known.map((village) => [villageNameKey(village.name), village]));
  const lineByKey = new Map<string, number>();
  const nameByLikeness = new Map(known.map((village) => [villageLikeness(village.name), village.name]));
  let columns: VillageColumns | null = null;
  const lines: VillageListLine[] = [];

  for (const [index, line] of text.split(/\r\n|\r|\n/).entries()) {
    if (line.trim() === "") continue;
    const cells = cellsOf(line);
    const heading = readVillageHeading(cells);
    if (heading) columns = heading;
    const outcome = heading ? ({ fate: "heading" } as const) : decide(cells, index + 1);
    lines.push({ number: index + 1, text: line, outcome });
  }
  return lines;

  function decide(cells: readonly string[], number: number): VillageLineFate {
    if (isTotalLine(cells)) return { fate: "total" };
    const read = readVillageLine(cells, columns);
    if (!read.ok) {
      const { ok: _, ...refusal } = read;
      return { fate: "refused", refusal };
    }
    const village = read.value;
    const key = villageNameKey(village.name);
    const firstLine = lineByKey.get(key);
    if (firstLine !== undefined) return { fate: "repeated", name: village.name, firstLine };
    lineByKey.set(key, number);
    const there = knownByKey.get(key);
    if (there)
      return bringsNewCount(village, there)
        ? { fate: "recount", village }
        : { fate: "known", name: there.name };
    const likeness = villageLikeness(village.name);
    const looksLike = nameByLikeness.get(likeness) ?? null;
    nameByLikeness.set(likeness, village.name);
    return { fate: "add", village, looksLike };
  }
}

function bringsNewCount(draft: VillageDraft, there: KnownVillage): boolean {
  return (
    (draft.households !== null && draft.households !== there.households) ||
    (draft.adults !== null && draft.adults !== there.adults)
  );
}

/** The lines that a person must look at again: they stay in the box, word for word. */
export function refusedText(lines: readonly VillageListLine[]): string {
  return lines
    .filter(({ outcome }) => outcome.fate === "refused")
    .map(({ text }) => text)
    .join("\n");
}
