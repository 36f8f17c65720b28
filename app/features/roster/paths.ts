/** Addresses of the roster's pages. Written out in remix.config.js. */
export const ROSTER_PATHS = {
  roster: "/van-phong/doi-ngu",
  review: "/van-phong/doi-ngu/ra-soat",
  import: "/van-phong/doi-ngu/nhap",
  paper: (file: string) => `/van-phong/doi-ngu/xuat/${file}`,
  newTeam: "/van-phong/to-moi",
  newMember: "/van-phong/thanh-vien-moi",
  myTeam: "/to-cua-toi",
  profile: "/ho-so-cua-toi",
  team: (teamId: number) => `/van-phong/to/${teamId}`,
  member: (memberId: string) => `/van-phong/thanh-vien/${memberId}`,
  membership: (memberId: string, membershipId: string) =>
    `/van-phong/thanh-vien/${memberId}/to/${membershipId}`,
  village: (villageId: number) => `/van-phong/thon/${villageId}`,
} as const;
