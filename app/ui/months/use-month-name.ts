import { partsOfMonthId } from "#app/domain/months/month.ts";
import { capitalised } from "#app/messages/terms.ts";
import { useFormat } from "../language.tsx";

/** "Tháng 11/2026" as a heading or label. */
export function useMonthName(): (id: number) => string {
  const inText = useMonthInText();
  return (id) => capitalised(inText(id));
}

/** "tháng 11/2026" inside a sentence. */
export function useMonthInText(): (id: number) => string {
  const format = useFormat();
  return (id) => {
    const { year, month } = partsOfMonthId(id);
    return format.month(year, month);
  };
}
