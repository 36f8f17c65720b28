import { type LocalDate, partsOf } from "#app/domain/calendar/local-date.ts";

/** Words around every paper of the state (Nghị định 30/2020/NĐ-CP), which are in Vietnamese. */
export const paperWords = {
  country: "Cộng hòa xã hội chủ nghĩa Việt Nam",
  motto: "Độc lập - Tự do - Hạnh phúc",
  recipientsTitle: "Nơi nhận:",
  addressees: "Kính gửi:",
  signHint: "(Ký, ghi rõ họ tên)",
  annex: "Phụ lục",
  annexOf: (number: string) => `Phụ lục ${number}`,
  /** Numbered by the office that files it. */
  number: (symbol: string) => `Số:        /${symbol}`,
  /** Days below ten and the first two months take a zero. */
  placeAndDate: (place: string, date: LocalDate) => {
    const { year, month, day } = partsOf(date);
    return `${place}, ngày ${String(day).padStart(2, "0")} tháng ${month < 3 ? `0${month}` : month} năm ${year}`;
  },
  /** Of a draft: the day is written when it is signed. */
  placeAndBlank: (place: string, year: number) => `${place}, ngày        tháng        năm ${year}`,
} as const;
