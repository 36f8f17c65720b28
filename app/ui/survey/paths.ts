/** Written out in remix.config.js. */
export const SURVEY_PATHS = {
  doors: "/khao-sat",
  doorsOf: (roundId: string, villageId: number) => `/khao-sat?dot=${roundId}&thon=${villageId}`,
  door: (roundId: string, householdId: string) => `/khao-sat/${roundId}/ho/${householdId}`,
  results: (roundId: string) => `/khao-sat/${roundId}/ket-qua`,
  resultsFile: (roundId: string) => `/khao-sat/${roundId}/ket-qua.xlsx`,
  office: "/van-phong/khao-sat",
} as const;
