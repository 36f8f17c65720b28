import type { Fixture } from "../fixture.schema.ts";
import { inventPerson } from "../invent/people.ts";
import { makeDice } from "../invent/random.ts";

type Commune = Fixture["communes"][number];

/** Contact persons have phones behind those of the accounts and before the roster's. */
const FIRST_SERIAL = 950;

/** A culture house for every village, and what the commune has for all. */
export function inventVenues(villages: readonly string[]): NonNullable<Commune["venues"]> {
  return [
    { name: "Bộ phận Một cửa xã Suối Mây", kind: "one_stop", note: "giờ hành chính" },
    { name: "Trụ sở UBND xã Suối Mây", kind: "committee_office" },
    { name: "Chợ phiên Suối Mây", kind: "market", village: "Thôn Chợ Mây", note: "sáng thứ Năm và Chủ nhật" },
    { name: "Trường Tiểu học Suối Mây", kind: "school" },
    ...villages.map((village) => ({
      name: `Nhà văn hóa ${village}`,
      kind: "culture_house" as const,
      village,
    })),
  ];
}

export function inventContacts(year: number): NonNullable<Commune["contacts"]> {
  const dice = makeDice(20_261_129);
  const person = (serial: number) => {
    const { name, phone } = inventPerson(dice, FIRST_SERIAL + serial, year, { youngest: 28, oldest: 50 });
    return { name, phone };
  };
  return [
    { ...person(0), duty: "Đầu mối Phòng Văn hóa - Xã hội", shownTo: "members" },
    { ...person(1), duty: "Hỗ trợ kỹ thuật, phần mềm", shownTo: "members" },
    { ...person(2), duty: "Tổng hợp báo cáo tháng của các tổ", shownTo: "leaders" },
  ];
}

/** Who does what in the commune's plan, beside the teams. */
export const DEMO_ACTORS: NonNullable<Commune["actors"]> = [
  { kind: "steering_committee", name: "Ban Chỉ đạo chuyển đổi số xã Suối Mây" },
  { kind: "secretariat", name: "Văn phòng HĐND và UBND xã Suối Mây" },
  { kind: "culture_office", name: "Phòng Văn hóa - Xã hội" },
  { kind: "economic_office", name: "Phòng Kinh tế" },
  { kind: "service_centre", name: "Trung tâm Phục vụ hành chính công xã Suối Mây" },
  { kind: "fatherland_front", name: "Ủy ban Mặt trận Tổ quốc xã Suối Mây" },
  { kind: "youth_union", name: "Đoàn Thanh niên xã Suối Mây" },
];
