import type { CommuneKind } from "#app/domain/roster/commune.ts";
import { officialName } from "../official-names.ts";
import { capitalised } from "../terms.ts";

export const shell = {
  productName: "Thi đua số",
  skipToContent: "Bỏ qua, tới nội dung chính",
  mainNavigation: "Điều hướng chính",
  backHome: "Thi đua số, về trang đầu",
  signIn: "Đăng nhập",
  signOut: "Đăng xuất",
  notices: (count: number) =>
    count === 0 ? "Thông báo" : count > 9 ? "Thông báo, hơn 9 mới" : `Thông báo, ${count} mới`,
  accountMenu: (name: string) => `Tài khoản của ${name}`,
  switchPerson: "Đổi người dùng máy",
  myAccount: "Tài khoản",
  myDevices: "Thiết bị của tôi",
  appearance: "Giao diện và cỡ chữ",
  language: "Ngôn ngữ",
  languageNames: { vi: "Tiếng Việt", en: "English" },
  place: (kind: CommuneKind, name: string) => capitalised(officialName(kind, name)),
  ended: "Đơn vị này đã sáp nhập, chỉ còn để xem. Việc mới ghi ở đơn vị mới.",
  chooseCommune: "Chọn đơn vị",
  trial: "Chạy thử",
  navigation: {
    today: "Hôm nay",
    log: "Ghi việc",
    roster: "Đội ngũ",
    myTeam: "Tổ của tôi",
    verify: "Duyệt việc",
    board: "Bảng",
    reports: "Báo cáo",
    office: "Văn phòng",
    upper: "Các xã",
    vote: "Biểu quyết",
    year: "Xét thi đua",
    people: "Người dùng",
    found: "Lập đơn vị",
    me: "Tôi",
  },
};

export const shellArea = { name: "shell", words: shell } as const;
