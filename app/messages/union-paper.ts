import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { UnionLine, UnionResults } from "#app/domain/certificates/union-export.ts";
import type { Paper } from "#app/domain/documents/paper.ts";
import { makeFormat } from "./format.ts";
import { unionExports as words } from "./vi/union-exports.ts";

const { date } = makeFormat("vi");
const MINUTES_OF_AN_HOUR = 60;

const COLUMNS = [
  { heading: "TT", width: 5, kind: "text", isCentred: true },
  { heading: "Họ và tên", width: 24, kind: "text" },
  { heading: "Năm sinh", width: 9, kind: "text", isCentred: true },
  { heading: "Chi đoàn, chi hội", width: 20, kind: "text" },
  { heading: "Tổ", width: 26, kind: "text" },
  { heading: "Ngày có việc", width: 9, kind: "whole" },
  { heading: "Lần ghi", width: 9, kind: "whole" },
  { heading: "Giờ có ghi", width: 10, kind: "text", isCentred: true },
  { heading: "Số người", width: 9, kind: "whole" },
  { heading: "Số lượt", width: 9, kind: "whole" },
  { heading: "Lần đứng lớp", width: 9, kind: "whole" },
  { heading: "Lần phụ giúp", width: 9, kind: "whole" },
] as const;

/** A37: the list a union files with its own classification. Papers of the state are in Vietnamese. */
export function composeUnionPaper(
  face: Pick<Paper, "letterhead" | "placeAndDate" | "foot">,
  { union, from, to, lines }: UnionResults,
): Paper {
  return {
    ...face,
    number: null,
    type: "Danh sách",
    subject: `Kết quả tham gia của thành viên thuộc ${words.unions[union]}`,
    attachedTo: `(Từ ngày ${date(from)} đến ngày ${date(to)}, chỉ gồm việc đã được xác nhận)`,
    bases: [],
    addressees: null,
    blocks: [
      {
        is: "table",
        table: {
          name: words.unions[union],
          caption: null,
          columns: COLUMNS,
          groups: [{ title: null, rows: lines.map(rowOf) }],
          total: null,
        },
      },
      {
        is: "paragraph",
        text: `Danh sách có ${lines.length} người, mỗi người đã đồng ý gửi kết quả cho tổ chức của mình.`,
        look: "italic",
      },
    ],
    annexes: [],
    check: null,
    isAcross: true,
  };
}

function rowOf({ name, birthYear, organisation, teams, figures }: UnionLine, index: number) {
  return [
    String(index + 1),
    name,
    birthYear === null ? null : String(birthYear),
    organisation,
    teams.join(", "),
    figures.days,
    figures.claims,
    figures.claimsWithMinutes === 0 ? null : hours(figures.minutes),
    figures.people,
    figures.visits,
    figures.asTeacher,
    figures.asHelper,
  ];
}

/** "12:30" */
function hours(minutes: number): string {
  return `${Math.floor(minutes / MINUTES_OF_AN_HOUR)}:${String(minutes % MINUTES_OF_AN_HOUR).padStart(2, "0")}`;
}

export function unionPaperName({
  union,
  from,
  to,
}: {
  union: UnionResults["union"];
  from: LocalDate;
  to: LocalDate;
}) {
  return `Kết quả ${words.unions[union]} ${from} ${to}.xlsx`;
}
