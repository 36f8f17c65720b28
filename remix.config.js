// Remix's options and the whole route table: Vietnamese addresses on the left, English file names on the
// right. Nothing is routed by file name; a file that is not listed here is not reachable.

/** @param {import("@remix-run/dev").DefineRoutesFunction} defineRoutes */
export function routes(defineRoutes) {
  return defineRoutes((route) => {
    route("/", "routes/public/home.tsx", { index: true });
    route("/giao-dien", "routes/public/appearance.tsx");
    route("/bo-giao-dien", "routes/public/kit.tsx");
    route("/dang-nhap", "routes/public/sign-in.tsx");
    route("/dang-xuat", "routes/public/sign-out.tsx");
    route("/xac-thuc", "routes/public/second-factor.tsx");
    route("/thiet-lap-dau-tien/:token", "routes/public/first-officer.tsx");
    route("/ghi-danh", "routes/public/enrol.tsx");
    route("/mo-khoa", "routes/public/unlock.tsx");
    route("/tai-khoan", "routes/member/account.tsx");
    route("/tai-khoan/may-nay", "routes/member/this-phone.tsx");
    route("/van-phong/nguoi-dung", "routes/office/people.tsx");
    route("/van-phong/phieu", "routes/office/slips.tsx");
    route("/van-phong/sap-nhap-xa", "routes/office/commune-merger.tsx");
    route("/van-phong/sap-nhap-xa/:merger", "routes/office/commune-merger-one.tsx");
    route("/cap-tren", "routes/upper/communes.tsx");
    route("/van-phong/cap-tren", "routes/upper/admit.tsx");
    route("/van-phong/du-lieu-mo", "routes/office/commune-open-data.tsx");
    route("/du-lieu-mo", "routes/public/open-data.tsx");
    route("/du-lieu-mo/:commune", "routes/public/open-data-commune.tsx");
    route("/du-lieu-mo/:commune/:file", "routes/public/open-data-file.ts");
    route("/van-phong/doi-ngu", "routes/office/roster.tsx");
    route("/van-phong/doi-ngu/ra-soat", "routes/office/composition.tsx");
    route("/van-phong/doi-ngu/nhap", "routes/office/roster-import.tsx");
    route("/van-phong/doi-ngu/nhap/mau.xlsx", "routes/office/roster-import-template.tsx");
    route("/van-phong/doi-ngu/nhap/:batchId", "routes/office/roster-import-batch.tsx");
    route("/van-phong/doi-ngu/nhap/:batchId/dong-loi.xlsx", "routes/office/roster-import-problems.tsx");
    route("/van-phong/doi-ngu/xuat/:file", "routes/office/roster-export.tsx");
    route("/van-phong/to-moi", "routes/office/team-new.tsx");
    route("/van-phong/to/:teamId", "routes/office/team.tsx");
    route("/van-phong/to/:teamId/sua", "routes/office/team-edit.tsx");
    route("/van-phong/to/:teamId/phieu", "routes/office/slips-of-team.tsx");
    route("/van-phong/to/:teamId/phieu/in", "routes/office/slips-of-team-sheet.ts");
    route("/van-phong/to/:teamId/kien-toan", "routes/office/team-reorganise.tsx");
    route("/van-phong/to/:teamId/uy-quyen", "routes/leader/delegate.tsx");
    route("/van-phong/thanh-vien-moi", "routes/office/member-new.tsx");
    route("/van-phong/thanh-vien/:memberId", "routes/office/member.tsx");
    route("/van-phong/thanh-vien/:memberId/sua", "routes/office/member-edit.tsx");
    route("/van-phong/thanh-vien/:memberId/ho", "routes/office/member-household.tsx");
    route("/van-phong/thanh-vien/:memberId/vao-to", "routes/office/member-join.tsx");
    route("/van-phong/thanh-vien/:memberId/to/:membershipId", "routes/office/membership.tsx");
    route("/van-phong/thon/:villageId", "routes/office/village.tsx");
    route("/to-cua-toi", "routes/leader/my-team.tsx");
    route("/to-cua-toi/thanh-vien/:memberId/ho", "routes/leader/member-household.tsx");
    route("/to-cua-toi/ho", "routes/leader/households.tsx");
    route("/to-cua-toi/ho/:householdId", "routes/leader/household.tsx");
    route("/van-phong/ho", "routes/office/household-register.tsx");
    route("/van-phong/so-lieu-chuyen-tiep", "routes/office/carried-over.tsx");
    route("/van-phong/so-lieu-chuyen-tiep/nhap", "routes/office/carried-over-table.tsx");
    route("/van-phong/ho/nhap", "routes/office/household-import.tsx");
    route("/van-phong/ho/nhap/mau.xlsx", "routes/office/household-import-template.tsx");
    route("/van-phong/ho/nhap/:householdBatchId", "routes/office/household-import-batch.tsx");
    route("/van-phong/thon/:villageId/ho", "routes/office/household-list.tsx");
    route("/van-phong/thon/:villageId/ho/moi", "routes/office/household-new.tsx");
    route("/van-phong/thon/:villageId/ho/:householdId", "routes/office/household.tsx");
    route("/ghi-viec", "routes/member/activity-log.tsx");
    route("/viec-cua-toi", "routes/member/activity-mine.tsx");
    route("/viec/:claim", "routes/member/activity-record.tsx");
    route("/diem-cua-toi", "routes/member/points.tsx");
    route("/bang", "routes/member/boards.tsx");
    route("/cam-on", "routes/member/thanks.ts");
    route("/bang/cua-toi", "routes/member/boards-mine.tsx");
    route("/bang/tuyen-duong", "routes/member/boards-honour.tsx");
    route("/bang/ap-phich.pdf", "routes/member/boards-poster.ts");
    route("/bang/anh.png", "routes/member/boards-card.ts");
    route("/bang/vi-sao", "routes/member/boards-why.tsx");
    route("/ho-so-cua-toi", "routes/member/me.tsx");
    route("/duyet", "routes/leader/queue.tsx");
    route("/duyet/dinh-chinh", "routes/leader/queue-corrections.tsx");
    route("/duyet/tap", "routes/leader/queue-practice.tsx");
    route("/api/duyet", "routes/leader/queue-decide.ts");
    route("/van-phong/duyet", "routes/office/queue.tsx");
    route("/van-phong/dinh-chinh", "routes/office/queue-corrections.tsx");
    route("/van-phong/don-vi", "routes/office/unit-change.tsx");
    route("/van-phong/ke-hoach", "routes/office/plan.tsx");
    route("/van-phong/ke-hoach/:planId", "routes/office/plan-one.tsx");
    route("/van-phong/nhiem-vu", "routes/office/plan-tasks.tsx");
    route("/van-phong/nhiem-vu.xlsx", "routes/office/plan-tasks-file.ts");
    route("/van-phong/nhiem-vu/:taskId", "routes/office/plan-task.tsx");
    route("/van-phong/nhiem-vu/:taskId/tep/:fileId", "routes/office/plan-task-file.ts");
    route("/van-phong/du-lieu-ca-nhan", "routes/office/personal-data.tsx");
    route("/van-phong/du-lieu-ca-nhan/:memberId", "routes/office/personal-data-member.tsx");
    route("/du-lieu-cua-toi", "routes/member/my-data.tsx");
    route("/du-lieu-cua-toi/tep.json", "routes/member/my-data-file.tsx");
    route("/tai-khoan/mat-khau", "routes/member/password.tsx");
    route("/tai-khoan/thiet-bi", "routes/member/devices.tsx");
    route("/tai-khoan/xac-thuc-hai-lop", "routes/member/second-factor-setup.tsx");
    route("/tai-khoan/ma-khoi-phuc", "routes/member/recovery-codes.tsx");
    route("/van-phong", "routes/office/overview.tsx");
    route("/van-phong/lap-don-vi", "routes/office/found.tsx");
    route("/van-phong/thiet-lap", "routes/office/setup.tsx");
    route("/van-phong/thiet-lap/ke-hoach", "routes/office/setup-plan.tsx");
    route("/van-phong/thiet-lap/don-vi", "routes/office/setup-identity.tsx");
    route("/van-phong/thiet-lap/danh-sach", "routes/office/setup-villages.tsx");
    route("/van-phong/thiet-lap/danh-sach/:village", "routes/office/setup-village.tsx");
    route("/van-phong/thiet-lap/cach-goi", "routes/office/setup-words.tsx");
    route("/van-phong/thiet-lap/nguoi-thu-hai", "routes/office/setup-second-officer.tsx");
    route("/van-phong/thiet-lap/ma-khoi-phuc", "routes/office/setup-recovery-codes.tsx");
    route("/van-phong/cai-dat", "routes/office/settings.tsx");
    route("/van-phong/cai-dat/lien-he", "routes/office/contacts.tsx");
    route("/van-phong/giao-chi-tieu", "routes/office/assigned-targets.tsx");
    route("/van-phong/co-quan", "routes/office/actors.tsx");
    route("/van-phong/dia-diem", "routes/office/venues.tsx");
    route("/van-phong/cai-dat/ky-bao-cao", "routes/office/settings-cutoff.tsx");
    route("/huy-hieu", "routes/member/badges.tsx");
    route("/huy-hieu/:award", "routes/member/badge-award.tsx");
    route("/quy-tac", "routes/member/rules.tsx");
    route("/quy-tac/phu-luc.docx", "routes/member/rules-annex.ts");
    route("/van-phong/huy-hieu", "routes/office/badges.tsx");
    route("/van-phong/huy-hieu/tuan-nghi", "routes/office/excused-weeks.tsx");
    route("/van-phong/huy-hieu/:badge", "routes/office/badge.tsx");
    route("/van-phong/bo-quy-tac", "routes/office/scheme.tsx");
    route("/van-phong/bo-quy-tac/muc-tran", "routes/office/scheme-limits.tsx");
    route("/van-phong/bo-quy-tac/chay-thu", "routes/office/scheme-rehearsal.tsx");
    route("/van-phong/bo-quy-tac/:kind", "routes/office/scheme-kind.tsx");
    route("/van-phong/danh-hieu", "routes/office/titles.tsx");
    route("/van-phong/danh-hieu/de-cu", "routes/office/title-nominate.tsx");
    route("/van-phong/danh-hieu/:nominationId", "routes/office/title-nomination.tsx");
    route("/van-phong/dai-su-so", "routes/office/ambassadors.tsx");
    route("/van-phong/gia-dinh-so", "routes/office/families.tsx");
    route("/van-phong/mo-hinh", "routes/office/models.tsx");
    route("/dai-su-so", "routes/member/ambassador.tsx");
    route("/gia-dinh-so", "routes/leader/families.tsx");
    route("/gia-dinh-so/:householdId", "routes/leader/family.tsx");
    route("/cho-so", "routes/leader/market.tsx");
    route("/cho-so/:placeId", "routes/leader/market-place.tsx");
    route("/danh-tinh-so", "routes/member/identity-rates.tsx");
    route("/van-phong/hau-kiem", "routes/office/audits.tsx");
    route("/van-phong/dich-vu", "routes/office/services.tsx");
    route("/van-phong/dich-vu/:service", "routes/office/service.tsx");
    route("/van-phong/ky", "routes/office/months.tsx");
    route("/van-phong/ky/:month", "routes/office/months-one.tsx");
    route("/van-phong/ky/:month/ban-tin", "routes/office/commune-broadcast.tsx");
    route("/van-phong/ky/:month/ban-tin.txt", "routes/office/commune-broadcast-file.ts");
    route("/van-phong/ky/:month/ngoai-le", "routes/office/months-exception-new.tsx");
    route("/van-phong/ky/:month/ngoai-le/:exceptionId", "routes/office/months-exception.tsx");
    route("/ky", "routes/leader/months.tsx");
    route("/ky/:month", "routes/leader/months-one.tsx");
    route("/van-phong/hai-nguoi", "routes/office/acts.tsx");
    route("/van-phong/hai-nguoi/ban-giao", "routes/office/hand-over.tsx");
    route("/van-phong/hai-nguoi/mo-khoa", "routes/office/break-glass.tsx");
    route("/van-phong/hai-nguoi/:act", "routes/office/act.tsx");
    route("/van-phong/hai-nguoi/:act/rut", "routes/office/act-withdrawal.ts");
    route("/van-phong/ghi-giay", "routes/office/paper.tsx");
    route("/van-phong/ghi-giay/phieu.pdf", "routes/office/paper-sheet.ts");
    route("/thong-bao", "routes/member/notices.tsx");
    route("/thong-bao/so-moi.json", "routes/member/notices-count.ts");
    route("/thong-bao/cai-dat", "routes/member/notices-calls.tsx");
    route("/chung-nhan", "routes/member/certificates.tsx");
    route("/chung-nhan/:certificateId/:file", "routes/member/certificate-file.ts");
    route("/van-phong/chung-nhan", "routes/office/certificates.tsx");
    route("/van-phong/chung-nhan/:certificateId", "routes/office/certificate.tsx");
    route("/van-phong/chung-nhan/:certificateId/giay.pdf", "routes/office/certificate-file.ts");
    route("/kiem-tra", "routes/public/check.tsx");
    route("/kiem-tra/:code", "routes/public/check-one.tsx");
    route("/kiem-tra/:code/huy-hieu.jwt", "routes/public/check-badge.ts");
    route("/phat-hanh/:communeId", "routes/public/issuer.ts");
    route("/phat-hanh/:communeId/khoa.json", "routes/public/issuer-keys.ts");
    route("/phat-hanh/:communeId/thu-hoi.json", "routes/public/issuer-revocations.ts");
    route("/api/viec", "routes/api/claims.ts");
    route("/api/anh", "routes/api/photo-upload.ts");
    route("/anh/:photoId", "routes/api/photo.ts");
    route("/xa/:commune/bang", "routes/public/commune-board.tsx");
    route("/tv/:code", "routes/public/tv.tsx");
    route("/van-phong/cong-bo", "routes/office/publication.tsx");
    route("*", "routes/public/not-found.tsx");
  });
}

/** @type {import("@remix-run/dev").VitePluginConfig} */
const config = {
  appDirectory: "app",
  buildDirectory: "build/remix",
  serverModuleFormat: "esm",
  // Every file would otherwise become a public route by its name.
  ignoredRouteFiles: ["**/*"],
  routes,
  future: {
    v3_fetcherPersist: true,
    v3_relativeSplatPath: true,
    v3_throwAbortReason: true,
    v3_singleFetch: true,
    // v3_lazyRouteDiscovery stays off: it opens /__manifest to everyone.
    v3_lazyRouteDiscovery: false,
    v3_routeConfig: false,
  },
};

export default config;
