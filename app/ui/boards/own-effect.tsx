import { boardExtrasArea } from "#app/messages/vi/board-extras.ts";
import { useFormat, useMessages } from "../language.tsx";

interface Effect {
  readonly people: number;
  readonly households: number;
  readonly visits: number;
  readonly claims: number;
}

/** K13: what the work did for people, before what it brought in points. */
export function OwnEffect({ ofMonth, ofYear }: { ofMonth: Effect; ofYear: Effect }) {
  const { mine } = useMessages(boardExtrasArea).boardExtras;
  const format = useFormat();
  const rows = (["people", "households", "visits", "claims"] as const).map((key) => ({
    key,
    label: mine[key],
    month: format.number(ofMonth[key]),
    year: format.number(ofYear[key]),
  }));
  return (
    <table className="w-full">
      <caption className="mb-2 text-start text-xl font-bold">{mine.effect}</caption>
      <thead className="text-sm text-ink-soft">
        <tr className="border-b-2 border-line">
          <td />
          <th scope="col" className="py-2 text-end font-normal">
            {mine.month}
          </th>
          <th scope="col" className="py-2 ps-3 text-end font-normal">
            {mine.year}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, label, month, year }) => (
          <tr key={key} className="border-b border-line last:border-b-0">
            <th scope="row" className="py-2 text-start font-normal first-letter:uppercase">
              {label}
            </th>
            <td className="py-2 text-end text-2xl font-bold tabular-nums">{month}</td>
            <td className="py-2 ps-3 text-end text-2xl font-bold tabular-nums">{year}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
