import { memberHouseholdArea } from "#app/messages/vi/member-household.ts";
import { useMessages } from "../language.tsx";

export interface ShownHome {
  readonly villageName: string;
  readonly code: string;
  readonly lane: string | null;
  readonly head: string;
}

/** "Hộ 012, Bà Lan · Ngõ 3 · Thôn Đông" */
export function useHomeText(): (home: ShownHome) => string {
  const words = useMessages(memberHouseholdArea).memberHousehold;
  return ({ code, head, lane, villageName }) =>
    [words.home(code, head), lane, villageName].filter((part) => part !== null).join(" · ");
}
