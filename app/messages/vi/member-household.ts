export const memberHousehold = {
  title: "Hộ gia đình",
  pageTitle: (name: string) => `Hộ của ${name}`,
  lead: "Người cùng một hộ không duyệt việc của nhau. Ghi đúng hộ để việc được chuyển đến người duyệt khác.",
  /** Said as the page opens, and when a form is refused. */
  locked: {
    own_household_by_others: "Hộ của chính bạn do người khác ghi: nhờ văn phòng hoặc tổ trưởng khác.",
    own_household_shared_with_you:
      "Người này đang ghi cùng hộ với bạn. Muốn đổi thì nhờ văn phòng, vì điều đó quyết định ai duyệt việc của ai.",
    own_household_not_listed: "Hộ này không còn trong danh sách. Chọn lại từ danh sách.",
  },
  now: "Đang ghi",
  unknown: "Chưa ghi hộ nào",
  why: "Người cùng hộ không duyệt việc của nhau.",
  home: (code: string, head: string) => `Hộ ${code}, ${head}`,
  set: "Ghi hộ",
  change: "Đổi hộ",
  clear: "Bỏ ghi hộ này",
  villageTitle: "Danh sách hộ",
  village: "Danh sách của",
  openList: "Mở danh sách",
  choose: "Chọn hộ",
  household: "Hộ trong danh sách",
  householdHint: "Xếp theo ngõ, rồi theo mã hộ.",
  emptyList: "Nơi này chưa có danh sách hộ. Nhập danh sách hộ trước.",
  save: "Lưu",
  saved: "Đã lưu hộ của thành viên.",
  column: "Hộ",
  noneShort: "Chưa ghi",
  changeOf: (name: string) => `Hộ của ${name}`,
};

export const memberHouseholdArea = { name: "memberHousehold", words: memberHousehold } as const;
