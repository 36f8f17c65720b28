/** Words that make names of places nobody lives in: no unit of the national list is called so. */
const FIRST = [
  "Suối",
  "Khe",
  "Đồi",
  "Bãi",
  "Cầu",
  "Giếng",
  "Dốc",
  "Bến",
  "Đầm",
  "Gò",
  "Lũng",
  "Vực",
] as const;
const SECOND = [
  "Mây Hồng",
  "Lá Biếc",
  "Sương Mai",
  "Nắng Sớm",
  "Gió Ngàn",
  "Trăng Non",
  "Khói Lam",
  "Sao Hôm",
  "Mưa Ngâu",
  "Hoa Gạo",
  "Chim Ri",
  "Ong Vàng",
] as const;
const PROVINCE_FIRST = ["Sông", "Rừng", "Biển", "Đèo", "Hồ", "Thác"] as const;
const PROVINCE_SECOND = ["Mây Ngàn", "Lá Ngà", "Sóng Biếc", "Gió Lam", "Nắng Mai", "Trăng Xanh"] as const;
const VILLAGE_NAMES = ["Đông", "Đoài", "Thượng", "Hạ", "Trung", "Chùa", "Đình", "Chợ", "Bến", "Mới"] as const;

/** Codes above those of the national list. */
const FIRST_CODE = 90_000;

export function provinceName(index: number): string {
  return `Tỉnh ${PROVINCE_FIRST[index % PROVINCE_FIRST.length]} ${PROVINCE_SECOND[Math.floor(index / PROVINCE_FIRST.length) % PROVINCE_SECOND.length]}`;
}

/** `place` counts the communes of one province: the first 144 have names of their own, then numbers follow. */
export function communeName(place: number): string {
  const name = `${FIRST[place % FIRST.length]} ${SECOND[Math.floor(place / FIRST.length) % SECOND.length]}`;
  const round = Math.floor(place / (FIRST.length * SECOND.length));
  return round === 0 ? name : `${name} ${round + 1}`;
}

export function communeCode(index: number): string {
  return String(FIRST_CODE + index);
}

export function villageName(index: number): string {
  const named = VILLAGE_NAMES[index];
  return named === undefined ? `Thôn ${index + 1}` : `Thôn ${named}`;
}
