import type { ServiceEntry } from "#app/domain/activity/service.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { PresetId } from "#app/domain/plan/plan-preset.ts";

const plain = { sector: null, inQuota: false, isProject06: false, retiredOn: null } as const;
const service = { ...plain, kind: "service" } as const;
const app = { ...plain, kind: "app" } as const;
const channel = { ...plain, kind: "channel" } as const;
const platform = { ...plain, kind: "platform" } as const;
const government = { pillar: "government" } as const;
const economy = { pillar: "economy" } as const;
const society = { pillar: "society" } as const;
const police = { sector: "Công an", isProject06: true } as const;

/** B15: the four the plans give as examples of public services, and what else they name beside them. */
const publicServices: readonly ServiceEntry[] = [
  { ...service, ...government, key: "certification", name: "Chứng thực", sector: "Tư pháp" },
  {
    ...service,
    ...government,
    key: "birth-registration",
    name: "Đăng ký khai sinh",
    sector: "Tư pháp",
    isProject06: true,
  },
  { ...service, ...government, ...police, key: "identity-card", name: "Làm căn cước" },
  { ...service, ...government, key: "tax-payment", name: "Nộp thuế", sector: "Thuế" },
  { ...service, ...government, ...police, key: "residence", name: "Đăng ký thường trú, tạm trú" },
  {
    ...platform,
    ...government,
    key: "public-service-portal",
    name: "Cổng Dịch vụ công",
    sector: "Ủy ban nhân dân",
    isProject06: true,
  },
  { ...app, ...government, ...police, key: "vneid", name: "VNeID" },
  { ...app, ...government, key: "digital-signature", name: "Ký số", sector: "Khoa học và Công nghệ" },
  // C17
  {
    ...service,
    ...government,
    key: "public-postal-service",
    name: "Bưu chính công ích",
    sector: "Bưu chính",
  },
  { ...channel, ...government, key: "field-report", name: "Phản ánh hiện trường", sector: "Ủy ban nhân dân" },
  {
    ...channel,
    ...government,
    key: "commune-portal",
    name: "Cổng thông tin điện tử của xã, phường",
    sector: "Ủy ban nhân dân",
  },
  {
    ...channel,
    ...government,
    key: "commune-zalo",
    name: "Zalo OA của xã, phường",
    sector: "Ủy ban nhân dân",
  },
];

const economyServices: readonly ServiceEntry[] = [
  { ...service, ...economy, key: "e-payment", name: "Thanh toán điện tử", sector: "Ngân hàng" },
  { ...platform, ...economy, key: "marketplace", name: "Sàn thương mại điện tử", sector: "Công Thương" },
];

const socialServices: readonly ServiceEntry[] = [
  {
    ...app,
    ...society,
    key: "health-book",
    name: "Sổ sức khỏe điện tử",
    sector: "Y tế",
    isProject06: true,
  },
  // L09
  { ...service, ...society, key: "doctor-appointment", name: "Đặt lịch khám bệnh", sector: "Y tế" },
  { ...service, ...society, key: "remote-consultation", name: "Tư vấn sức khỏe từ xa", sector: "Y tế" },
  { ...app, ...society, key: "vssid", name: "VssID", sector: "Bảo hiểm xã hội" },
  {
    ...service,
    ...society,
    key: "social-security",
    name: "Tài khoản an sinh xã hội",
    sector: "Bảo hiểm xã hội",
    isProject06: true,
  },
  // L10
  {
    ...service,
    ...society,
    key: "school-results",
    name: "Tra cứu điểm, kết quả học tập",
    sector: "Giáo dục",
  },
  {
    ...service,
    ...society,
    key: "school-contact",
    name: "Liên lạc giữa phụ huynh và nhà trường",
    sector: "Giáo dục",
  },
  {
    ...service,
    ...society,
    key: "school-records",
    name: "Nộp hồ sơ, học phí trực tuyến",
    sector: "Giáo dục",
  },
  {
    ...service,
    ...society,
    key: "driving-licence",
    name: "Giấy phép lái xe, tra cứu vi phạm giao thông",
    sector: "Giao thông",
  },
  {
    ...platform,
    ...society,
    key: "open-courses",
    name: "Khóa học trực tuyến mở",
    sector: "Khoa học và Công nghệ",
  },
];

const COMMON: readonly ServiceEntry[] = [...publicServices, ...economyServices, ...socialServices];

/** C04: the app a place calls its own; its office puts the name in. */
function localApp(name: string): ServiceEntry {
  return { ...app, ...government, key: "local-app", name, sector: "Ủy ban nhân dân" };
}

function named(keys: readonly string[]): ServiceEntry[] {
  return COMMON.map((entry) => (keys.includes(entry.key) ? { ...entry, inQuota: true } : entry));
}

export const SERVICES: Readonly<Record<PresetId, readonly ServiceEntry[]>> = {
  "dai-son-2026": [
    ...named(["certification", "birth-registration", "identity-card", "tax-payment"]),
    localApp("Smart Hải Phòng"),
  ],
  "hong-gai-2024": [...COMMON, localApp("Ứng dụng của tỉnh")],
  "ninh-thuan-2022": [
    ...COMMON,
    localApp("Ứng dụng của tỉnh"),
    { ...app, ...economy, key: "ninh-thuan-tourism", name: "Ninh Thuận Tourism", sector: "Du lịch" },
    // C18: named by the plan of 2022; COVID-19 left the list of the gravest diseases on this day.
    {
      ...app,
      ...society,
      key: "pc-covid",
      name: "PC-Covid",
      sector: "Y tế",
      retiredOn: "2023-10-20" as LocalDate,
    },
  ],
  "ngoc-hoi-2026": [...COMMON, localApp("Ứng dụng của tỉnh")],
};
