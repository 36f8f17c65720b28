export const memberHome = {
  quest: {
    title: "Việc chung của tổ tháng này",
    left: (count: string) => `Còn ${count} người nữa là tròn chỉ tiêu.`,
    reached: "Cả tổ đã tròn chỉ tiêu!",
    ring: "Người thành thạo tháng này",
    of: (target: string) => `/ ${target} người`,
    board: "Xem bảng các tổ",
  },
  league: {
    you: "Bạn",
    pointsUnit: "điểm",
    title: "Giải tuần",
    body: (size: number) => `${size} người cùng nhịp với bạn, tính lại từ đầu mỗi thứ Hai.`,
    days: (from: string, until: string) => `${from} đến ${until}`,
    all: "Xem cả giải",
    none: "Thứ Hai tới bạn vào giải.",
  },
  village: {
    title: (village: string) => `Tuần này ở ${village}`,
    people: "Người làm được thành thạo",
    households: "Hộ được đến giúp",
    visits: "Lượt hướng dẫn của tổ",
  },
  thanks: {
    title: "Lời cảm ơn mới nhất",
    line: (name: string, work: string) => `${name} cảm ơn bạn vì “${work}”.`,
    give: "Cảm ơn",
    givenTo: (name: string, work: string) => `Cảm ơn ${name} vì “${work}”`,
    given: "Đã cảm ơn",
    withdraw: (name: string, work: string) => `Rút lời cảm ơn ${name} vì “${work}”`,
    count: (count: string) => `${count} lời cảm ơn`,
  },
  feed: {
    title: "Việc mới được xác nhận",
    empty: "Chưa có việc nào được xác nhận.",
    visits: (visits: string) => `${visits} lượt`,
    own: "Việc của bạn",
    more: (count: number) => `Xem thêm ${count} việc`,
  },
};

export const memberHomeArea = { name: "memberHome", words: memberHome } as const;
