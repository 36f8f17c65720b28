import { formatRecoveryCode, parseRecoveryCode } from "../accounts/recovery-code.ts";

/** What stands after /tv/ in the address of a screen: the commune's number, then sixty bits as on printed codes. */
export interface TvAddress {
  readonly communeId: number;
  readonly code: string;
}

/** Screens of one commune: its villages, its halls, and room for mistakes. */
export const MOST_TV_CODES = 60;

export function formatTvAddress({ communeId, code }: TvAddress): string {
  return `${communeId}-${formatRecoveryCode(code)}`;
}

/** As copied, or as typed with a remote control. Null when it cannot be one. */
export function parseTvAddress(text: string): TvAddress | null {
  const [, number, rest] = /^([1-9]\d{0,8})-(.{1,40})$/.exec(text) ?? [];
  const code = rest === undefined ? null : parseRecoveryCode(rest);
  return code === null ? null : { communeId: Number(number), code };
}

export type PublicationRefusal =
  | { readonly code: "publication_changed"; readonly isPublic: boolean }
  | { readonly code: "too_many_tv_codes"; readonly maximum: number }
  | { readonly code: "tv_code_shown_already" };
