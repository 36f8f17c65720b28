/** Addresses that the guard and the verbs of this folder send people to. Written out in remix.config.js. */
export const PATHS = {
  signIn: "/dang-nhap",
  prove: "/xac-thuc",
  account: "/tai-khoan",
  password: "/tai-khoan/mat-khau",
  devices: "/tai-khoan/thiet-bi",
  secondFactor: "/tai-khoan/xac-thuc-hai-lop",
  recoveryCodes: "/tai-khoan/ma-khoi-phuc",
  firstOfficer: "/thiet-lap-dau-tien",
  enrol: "/ghi-danh",
  unlock: "/mo-khoa",
  thisPhone: "/tai-khoan/may-nay",
  people: "/van-phong/nguoi-dung",
  slips: "/van-phong/phieu",
} as const;
