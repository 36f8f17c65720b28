import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Paper } from "#app/domain/documents/paper.ts";
import type { AttendanceState } from "#app/domain/training/training-session.ts";
import { makeFormat } from "./format.ts";
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

/** G06: who was asked to a session and who came, with room to sign. */
export function rollPaper({ session, lines }: RollToPrint): Paper {
  const { sheet: words, session: said } = training;
  const where = [session.organiserName ?? training.office, session.place].filter(Boolean).join(", ");
  return {
    letterhead: null,
    number: null,
    placeAndDate: null,
    type: words.title,
    subject: `${session.title}, ${format.date(session.heldOn)} (${where})`,
    attachedTo: null,
    bases: [],
    addressees: null,
    blocks: [
      {
        is: "table",
        table: {
          name: words.title,
          caption: null,
          columns: words.heading.map((heading, index) => ({
            heading,
            width: WIDTHS[index] ?? 10,
            kind: "text",
            isCentred: index === 0 || index === 3,
          })),
          groups: [
            {
              title: null,
              rows: lines.map(({ fullName, teamName, state, way, reason }, index) => [
                String(index + 1),
                fullName,
                teamName,
                state === "present" ? words.yes : "",
                state === "present" ? (way === "code" ? said.byCode : said.byList) : "",
                state === "excused" ? reason : "",
                "",
              ]),
            },
          ],
          total: null,
        },
      },
    ],
    foot: { recipientsTitle: "", recipients: [], signers: [] },
    annexes: [],
    check: null,
    isAcross: true,
  };
}
