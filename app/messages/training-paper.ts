import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Paper, PaperValue } from "#app/domain/documents/paper.ts";
import type { MaterialField, MaterialKind } from "#app/domain/materials/material.ts";
import type { AttendanceState } from "#app/domain/training/training-session.ts";
import { makeFormat } from "./format.ts";
import { materials } from "./vi/materials.ts";
import { training } from "./vi/training.ts";

const format = makeFormat("vi");

interface RollToPrint {
  readonly session: {
    readonly title: string;
    readonly heldOn: LocalDate;
    readonly place: string | null;
    readonly organiserName: string | null;
  };
  readonly lines: readonly {
    readonly fullName: string;
    readonly teamName: string;
    readonly state: AttendanceState | null;
    readonly way: "code" | "list" | "own" | null;
    readonly reason: string | null;
  }[];
}

const WIDTHS = [6, 28, 22, 9, 14, 22, 17] as const;

interface MaterialToList {
  readonly title: string;
  readonly kind: MaterialKind;
  readonly field: MaterialField;
  readonly source: string;
  readonly issuedOn: LocalDate;
  readonly opened: number;
}

const MATERIAL_WIDTHS = [6, 42, 16, 18, 32, 12, 10] as const;

/** H09: materials received and made, with their source and date. */
export function materialsPaper(list: readonly MaterialToList[]): Paper {
  const { sheet: words, kinds, fields } = materials;
  return sheetPaper(words.title, words.count(list.length), {
    headings: words.heading,
    widths: MATERIAL_WIDTHS,
    figures: [6],
    rows: list.map(({ title, kind, field, source, issuedOn, opened }, index) => [
      String(index + 1),
      title,
      kinds[kind],
      fields[field],
      source,
      format.date(issuedOn),
      opened,
    ]),
  });
}

/** G06: who was asked to a session and who came, with room to sign. */
export function rollPaper({ session, lines }: RollToPrint): Paper {
  const { sheet: words, session: said } = training;
  const where = [session.organiserName ?? training.office, session.place].filter(Boolean).join(", ");
  const subject = `${session.title}, ${format.date(session.heldOn)} (${where})`;
  return sheetPaper(words.title, subject, {
    headings: words.heading,
    widths: WIDTHS,
    figures: [],
    rows: lines.map(({ fullName, teamName, state, way, reason }, index) => [
      String(index + 1),
      fullName,
      teamName,
      state === "present" ? words.yes : "",
      state === "present" ? (way === "code" ? said.byCode : said.byList) : "",
      state === "excused" ? reason : "",
      "",
    ]),
  });
}

interface Sheet {
  readonly headings: readonly string[];
  readonly widths: readonly number[];
  /** Columns kept as numbers. */
  readonly figures: readonly number[];
  readonly rows: readonly (readonly PaperValue[])[];
}

function sheetPaper(type: string, subject: string, { headings, widths, figures, rows }: Sheet): Paper {
  const columns = headings.map((heading, index) => ({
    heading,
    width: widths[index] ?? 10,
    kind: figures.includes(index) ? ("whole" as const) : ("text" as const),
    isCentred: index === 0,
  }));
  const table = { name: type, caption: null, columns, groups: [{ title: null, rows }], total: null };
  return {
    letterhead: null,
    number: null,
    placeAndDate: null,
    type,
    subject,
    attachedTo: null,
    bases: [],
    addressees: null,
    blocks: [{ is: "table", table }],
    foot: { recipientsTitle: "", recipients: [], signers: [] },
    annexes: [],
    check: null,
    isAcross: true,
  };
}
