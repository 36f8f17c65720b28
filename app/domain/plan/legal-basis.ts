import { type LocalDate, makeLocalDate } from "../calendar/local-date.ts";
import { allowed, refused, type Verdict } from "../verdict.ts";

/** L01: one line of "Căn cứ ...", taken apart and kept whole, because papers are printed as they were written. */
export interface LegalDocument {
  readonly text: string;
  readonly type: string;
  /** Papers are sometimes cited without one or the other; missing is not made up. */
  readonly number: string | null;
  readonly date: LocalDate | null;
  readonly issuer: string | null;
}

const TYPES = [
  "Hiến pháp",
  "Bộ luật",
  "Luật",
  "Pháp lệnh",
  "Nghị quyết",
  "Nghị định",
  "Quyết định",
  "Chỉ thị",
  "Thông tư",
  "Kế hoạch",
  "Chương trình",
  "Đề án",
  "Hướng dẫn",
  "Công văn",
  "Kết luận",
  "Thông báo",
  "Văn bản",
  "Công điện",
] as const;

export const MOST_LEGAL_BASES = 40;

/** One per line, pasted from the plan with or without "Căn cứ" and its marks; empty lines mean nothing. */
export function readLegalBases(
  text: string,
): Verdict<LegalDocument[], { code: "legal_basis_unreadable"; line: number }> {
  const found: LegalDocument[] = [];
  for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
    const tidy = tidyLine(line);
    if (tidy === "") continue;
    const read = readLegalBasis(tidy);
    if (read === null || found.length === MOST_LEGAL_BASES) {
      return refused({ code: "legal_basis_unreadable", line: index + 1 });
    }
    found.push(read);
  }
  return allowed(found);
}

export function readLegalBasis(line: string): LegalDocument | null {
  const text = tidyLine(line);
  const type = TYPES.find((each) =>
    text.toLocaleLowerCase("vi").startsWith(`${each.toLocaleLowerCase("vi")} `),
  );
  if (type === undefined) return null;
  const number = /\bsố:?\s*(\d[\p{L}\d]*(?:\s*[/-]\s*[\p{L}\d]+)+|\d+)/iu.exec(text)?.[1] ?? null;
  const day = /ngày\s+(\d{1,2})\s*(?:\/|-|\s+tháng\s+)\s*(\d{1,2})\s*(?:\/|-|\s+năm\s+)\s*(\d{4})/iu.exec(
    text,
  );
  return {
    text,
    type,
    // Capitals stay as written: "749/QĐ-TTg" is not "749/QĐ-TTG".
    number: number?.replace(/\s*([/-])\s*/g, "$1") ?? null,
    date: day && makeLocalDate(Number(day[3]), Number(day[2]), Number(day[1])),
    issuer: issuerOf(text),
  };
}

/** "... của Bộ Chính trị về đột phá ...": between "của" and what the paper is about. */
function issuerOf(text: string): string | null {
  const afterDate = text.replace(
    /^.*?ngày\s+\d{1,2}(?:\/|-|\s+tháng\s+)\d{1,2}(?:\/|-|\s+năm\s+)\d{4}/iu,
    "",
  );
  const match =
    /^[\s,]*của\s+(.+?)(?=\s+(?:về|quy định|ban hành|phê duyệt|hướng dẫn|v\/v|triển khai)\s|$)/iu.exec(
      afterDate,
    );
  return match?.[1]?.replace(/[\s,;.]+$/, "") ?? null;
}

function tidyLine(line: string): string {
  return line
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^[-–+•*]\s*/, "")
    .replace(/^(?:thực hiện|căn cứ)(?:\s+các)?\s+/iu, "")
    .replace(/[;.,]+$/, "")
    .replace(/^\p{L}/u, (letter) => letter.toLocaleUpperCase("vi"));
}
