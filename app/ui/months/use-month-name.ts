import { partsOfMonthId } from "#app/domain/months/month.ts";
import { useMessages } from "../language.tsx";

/** "Tháng 11/2026" */
export function useMonthName(): (id: number) => string {
  const { months } = useMessages();
  return (id) => {
    const { year, month } = partsOfMonthId(id);
    return months.monthOf(month, year);
  };
}
