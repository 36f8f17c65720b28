import type { PaperBlock, PaperColumn, PaperTable, PaperValue } from "#app/domain/documents/paper.ts";
import {
  NOMINEE_KINDS,
  type Nominee,
  type NomineeKind,
  type NomineeList,
} from "#app/domain/year-papers/paper-facts.ts";
import { yearPaper } from "#app/messages/year-paper-words.ts";
import { countKinds, moneyTotal } from "./compose-face.ts";

const words = yearPaper.list;
const { columns } = words;

/** DOMAIN.md 2.6: one table for each kind of recipient, a closing line, and under it what the list is made of. */
export function composeList({
  nominees,
  fairness,
}: Pick<NomineeList, "nominees" | "fairness">): PaperBlock[] {
  return [
    ...tablesOf(nominees, "proposed"),
    ...(fairness.length === 0
      ? []
      : ([
          { is: "paragraph", text: words.fairness, look: "bold" },
          { is: "list", items: fairness.map(({ name, part, of }) => words.fairnessLine(name, part, of)) },
        ] as const)),
  ];
}

/** Behind the decision: what is given, without the votes it came by. */
export function composeGivenList(nominees: readonly Nominee[]): PaperBlock[] {
  return tablesOf(nominees, "given");
}

type Sort = "proposed" | "given";

function tablesOf(nominees: readonly Nominee[], sort: Sort): PaperBlock[] {
  return [
    ...NOMINEE_KINDS.flatMap((kind): PaperBlock[] => {
      const own = nominees.filter((nominee) => nominee.kind === kind);
      return own.length === 0 ? [] : [{ is: "table", table: tableOf(kind, own, sort) }];
    }),
    { is: "paragraph", text: words.closing(yearPaper.counts(countKinds(nominees))), look: "italic" },
  ];
}

/** Columns of one kind: people have their year of birth under man or woman, as offices write it. */
const COLUMNS: Readonly<Record<NomineeKind, readonly PaperColumn[]>> = {
  collective: [
    { heading: columns.names, width: 22, kind: "text" },
    { heading: columns.address, width: 16, kind: "text" },
  ],
  individual: [
    { heading: columns.name, width: 18, kind: "text" },
    { heading: columns.man, over: columns.birth, width: 6, kind: "text", isCentred: true },
    { heading: columns.woman, over: columns.birth, width: 6, kind: "text", isCentred: true },
    { heading: columns.place, width: 18, kind: "text" },
  ],
  household: [
    { heading: columns.heads, width: 22, kind: "text" },
    { heading: columns.address, width: 16, kind: "text" },
  ],
};

function tableOf(kind: NomineeKind, nominees: readonly Nominee[], sort: Sort): PaperTable {
  const own = COLUMNS[kind];
  const votes = { heading: columns.votes, width: 9, kind: "text", isCentred: true } as const;
  return {
    name: words.kinds[kind],
    caption: words.kinds[kind],
    columns: [
      { heading: columns.number, width: 5, kind: "text", isCentred: true },
      ...own,
      { heading: columns.achievement, width: 30, kind: "text" },
      { heading: sort === "given" ? columns.given : columns.form, width: 11, kind: "text", isCentred: true },
      ...(sort === "given" ? [] : [votes]),
      { heading: columns.money, width: 12, kind: "money" },
      { heading: columns.note, width: 12, kind: "text" },
    ],
    groups: [{ title: null, rows: nominees.map((nominee, index) => rowOf(nominee, index, sort)) }],
    total: [
      null,
      words.total,
      ...own.slice(1).map(() => null),
      null,
      null,
      ...(sort === "given" ? [] : [null]),
      moneyTotal(nominees),
      null,
    ],
  };
}

function rowOf(nominee: Nominee, index: number, sort: Sort): PaperValue[] {
  const votes = nominee.votes === null ? "" : words.votes(nominee.votes.agree, nominee.votes.of);
  return [
    index + 1,
    nominee.name,
    ...ownCells(nominee),
    nominee.achievement,
    nominee.form,
    ...(sort === "given" ? [] : [votes]),
    nominee.money?.dong ?? null,
    nominee.note,
  ];
}

/** A year of birth without a word on man or woman stands under neither, but before the unit. */
function ownCells({ kind, place, birthYear, isWoman }: Nominee): PaperValue[] {
  if (kind !== "individual") return [place];
  const year = birthYear === null ? "" : String(birthYear);
  if (isWoman === null && birthYear !== null) return ["", "", words.born(birthYear, place)];
  return [isWoman === false ? year : "", isWoman === true ? year : "", place];
}
