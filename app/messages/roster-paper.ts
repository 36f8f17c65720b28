/** Words of the lists of people that leave the house. Papers of the state are in Vietnamese. */
export const rosterPaperWords = {
  roles: { leader: "Tổ trưởng", deputy: "Tổ phó", member: "Thành viên" },
  sexes: { female: "Nữ", male: "Nam" },
  listTitle: "Danh sách",
  annexTitle: "Phụ lục",
  listOf: (team: string) => `Danh sách thành viên ${team}`,
  attachedTo:
    "(Kèm theo Quyết định số        /QĐ-UBND ngày        tháng        năm        của Chủ tịch Ủy ban nhân dân)",
  /** A31: the office that keeps the list, by the name its commune gives it. */
  madeBy: (office: string) => `(Đơn vị lập danh sách: ${office})`,
  headings: {
    number: "TT",
    name: "Họ và tên",
    birth: "Năm sinh",
    sex: "Giới tính",
    position: "Chức vụ, đơn vị công tác",
    role: "Nhiệm vụ trong tổ",
    phone: "Số điện thoại",
  },
  closing: (people: number, teams: number) => `Danh sách có ${people} người, ${teams} tổ.`,
  files: { roster: "Danh sách thành viên tổ", annex: "Phụ lục quyết định thành lập tổ" },
};
