/** Written out in remix.config.js. */
export const AWARDS_PATH = "/van-phong/khen-thuong";
export const AWARD_HOLDS_PATH = `${AWARDS_PATH}/tam-dung`;
export const TEAM_AWARDS_PATH = "/de-xuat-khen";

export function awardPath(proposalId: string): string {
  return `${AWARDS_PATH}/${proposalId}`;
}

export function awardFilePath(proposalId: string): string {
  return `${AWARDS_PATH}/${proposalId}/tep`;
}

export function awardListPath(reviewId: string): string {
  return `/van-phong/nam/${reviewId}/de-xuat`;
}

/** Where one is proposed: for a review, or between reviews. */
export function proposePath(reviewId: string | null): string {
  return reviewId === null ? `${AWARDS_PATH}/moi` : `${AWARDS_PATH}/moi?dot=${reviewId}`;
}
