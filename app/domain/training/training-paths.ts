/** Written out in remix.config.js. */
export const TRAINING_PATHS = {
  own: "/tap-huan",
  checkIn: "/tap-huan/diem-danh",
  certificate: (courseId: string) => `/tap-huan/khoa-hoc/${courseId}`,
  certificateFile: (certificateId: string) => `/tap-huan/chung-chi/${certificateId}/tep`,
  certificates: "/tap-huan/chung-chi",
  matrix: "/tap-huan/bang-theo-doi",
  classSheet: (claimId: string) => `/viec/${claimId}/lop`,
  desk: "/van-phong/tap-huan",
  newSession: "/van-phong/tap-huan/moi",
  session: (sessionId: string) => `/van-phong/tap-huan/buoi/${sessionId}`,
  editSession: (sessionId: string) => `/van-phong/tap-huan/buoi/${sessionId}/sua`,
  screen: (sessionId: string) => `/van-phong/tap-huan/buoi/${sessionId}/ma`,
  sheet: (sessionId: string) => `/van-phong/tap-huan/buoi/${sessionId}/danh-sach.xlsx`,
  courses: "/van-phong/tap-huan/khoa-hoc",
  topics: "/van-phong/tap-huan/chu-de",
  classes: "/van-phong/tap-huan/lop",
} as const;
