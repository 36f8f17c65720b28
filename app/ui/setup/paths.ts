import type { SetupStep } from "#app/domain/roster/setup.ts";

/** Addresses of the office's own pages. Written out in remix.config.js. */
export const OFFICE_PATHS = {
  overview: "/van-phong",
  found: "/van-phong/lap-don-vi",
  setup: "/van-phong/thiet-lap",
  settings: "/van-phong/cai-dat",
  cutoff: "/van-phong/cai-dat/ky-bao-cao",
  acts: "/van-phong/hai-nguoi",
  handOver: "/van-phong/hai-nguoi/ban-giao",
  breakGlass: "/van-phong/hai-nguoi/mo-khoa",
  recoveryCodes: "/tai-khoan/ma-khoi-phuc",
} as const;

export const STEP_PATHS: Readonly<Record<SetupStep, string>> = {
  plan: `${OFFICE_PATHS.setup}/ke-hoach`,
  identity: `${OFFICE_PATHS.setup}/don-vi`,
  villages: `${OFFICE_PATHS.setup}/danh-sach`,
  words: `${OFFICE_PATHS.setup}/cach-goi`,
  second_officer: `${OFFICE_PATHS.setup}/nguoi-thu-hai`,
  recovery_codes: `${OFFICE_PATHS.setup}/ma-khoi-phuc`,
};

export function villagePath(id: number): string {
  return `${STEP_PATHS.villages}/${id}`;
}

export function actPath(id: string): string {
  return `${OFFICE_PATHS.acts}/${id}`;
}
