import { parseLocalDate } from "#app/domain/calendar/local-date.ts";
import type {
  CertificateContent,
  CertificateState,
  ParticipationContent,
} from "#app/domain/certificates/certificate.ts";
import type { CommuneKind } from "#app/domain/roster/commune.ts";
import { makeFormat } from "./format.ts";
import { officialName, peoplesCommitteeOf } from "./official-names.ts";
import { certificates as words } from "./vi/certificates.ts";

export interface CertificateOnPaper {
  readonly number: string;
  readonly code: string;
  readonly digest: string;
  readonly content: CertificateContent;
  readonly issuer: { readonly kind: CommuneKind; readonly name: string; readonly province: string };
  readonly issuedOn: string;
  readonly validUntil: string | null;
  readonly state: CertificateState;
}

const format = makeFormat("vi");

function day(text: string): string {
  const date = parseLocalDate(text);
  return date === null ? text : format.date(date);
}

/** Paper of the state is in Vietnamese, whatever language the screen speaks. */
export const certificatePaper = {
  nation: ["Cộng hòa xã hội chủ nghĩa Việt Nam", "Độc lập - Tự do - Hạnh phúc"],
  titleOf: ({ content }: CertificateOnPaper) =>
    content.is === "award" ? `Chứng nhận ${content.title}` : "Giấy xác nhận tham gia",
  headingOf: ({ content }: CertificateOnPaper) => (content.is === "award" ? "Chứng nhận" : "Giấy xác nhận"),
  leadOf: ({ content }: CertificateOnPaper) =>
    content.is === "award" ? "trao cho" : "về việc tham gia Tổ công nghệ số cộng đồng của",
  issuerOf: ({ issuer }: CertificateOnPaper) => [peoplesCommitteeOf(issuer.kind, issuer.name)],
  numberOf: ({ number }: CertificateOnPaper) => `Số: ${number}/CN`,
  dateLineOf: ({ issuer, issuedOn }: CertificateOnPaper) => {
    const [year, month, ofMonth] = issuedOn.split("-");
    return `${capital(officialName(issuer.kind, issuer.name))}, ngày ${ofMonth} tháng ${month} năm ${year}`;
  },
  honourOf: ({ content }: CertificateOnPaper) => {
    if (content.is === "participation") return "";
    return content.tier === null ? `“${content.title}”` : `“${content.title}”, bậc ${content.tier}`;
  },
  signatureOf: ({ issuer }: CertificateOnPaper) => [
    "TM. Ủy ban nhân dân",
    officialName(issuer.kind, issuer.name),
  ],
  signHint: "(ký, đóng dấu khi dùng làm bản giấy)",
  bodyOf: ({ content, validUntil }: CertificateOnPaper): string[] =>
    content.is === "award"
      ? [
          content.description,
          ...(content.decision
            ? [`Theo Quyết định số ${content.decision.number}, ngày ${day(content.decision.date)}.`]
            : [`Đạt ngày ${day(content.earnedOn)}.`]),
          ...(validUntil === null ? [] : [`Có giá trị đến hết ngày ${day(validUntil)}.`]),
        ]
      : participationLines(content),
  factsOf: ({ content }: CertificateOnPaper) => (content.is === "award" ? [] : participationFacts(content)),
  checkLinesOf: ({ code, digest }: CertificateOnPaper, address: string) => [
    `Mã kiểm tra: ${code}`,
    `Quét mã hoặc nhập tại ${address}`,
    `Số liệu chỉ gồm việc đã được người khác xác nhận. Dấu vết nội dung: ${digest}`,
  ],
  stampOf: ({ state }: CertificateOnPaper) =>
    state.is === "revoked" ? "ĐÃ THU HỒI" : state.is === "expired" ? "ĐÃ HẾT HẠN" : null,
  fileNameOf: (paper: CertificateOnPaper) =>
    `${certificatePaper.titleOf(paper)} ${paper.number.replace("/", "-")}`,
};

function participationLines({ from, to, teams }: ParticipationContent): string[] {
  return [
    `Từ ngày ${day(from)} đến ngày ${day(to)}, đã tham gia hướng dẫn người dân sử dụng dịch vụ số:`,
    ...teams.map(({ name, role }) => `${words.roles[role]}, ${name}`),
  ];
}

function participationFacts({ figures }: ParticipationContent) {
  const fact = (term: string, value: string) => ({ term, value });
  return [
    fact("Số ngày có việc được xác nhận", format.number(figures.days)),
    fact("Số lần ghi nhận", format.number(figures.claims)),
    ...(figures.claimsWithMinutes === 0
      ? []
      : [
          fact(
            figures.claimsWithMinutes === figures.claims
              ? "Thời gian"
              : `Thời gian (của ${format.number(figures.claimsWithMinutes)} lần có ghi giờ)`,
            words.duration(figures.minutes),
          ),
        ]),
    fact("Số người khác nhau đã hướng dẫn", format.number(figures.people)),
    fact("Số lượt hướng dẫn", format.number(figures.visits)),
    ...(figures.asTeacher === 0 ? [] : [fact("Số lần đứng lớp", format.number(figures.asTeacher))]),
    ...(figures.asHelper === 0 ? [] : [fact("Số lần hỗ trợ", format.number(figures.asHelper))]),
  ];
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase("vi") + text.slice(1);
}
