import { type MoodCounts, pleasedShare, wordsOf } from "#app/domain/satisfaction/satisfaction.ts";
import { satisfactionArea } from "#app/messages/vi/satisfaction.ts";
import { type Column, DataTable } from "../kit/data-table.tsx";
import { useFormat, useMessages } from "../language.tsx";

interface Line {
  readonly key: string;
  readonly name: string;
  readonly counts: MoodCounts;
}

export function SatisfactionTable(props: { caption: string; heading: string; lines: readonly Line[] }) {
  const { caption, heading, lines } = props;
  const { satisfaction } = useMessages(satisfactionArea);
  const { number, percent } = useFormat();
  const columns: readonly [Column<Line>, ...Column<Line>[]] = [
    { key: "name", header: heading, cell: ({ name }) => name },
    {
      key: "pleased",
      header: satisfaction.board.pleased,
      cell: ({ counts }) => {
        const share = pleasedShare(counts);
        return <strong>{share === null ? satisfaction.board.tooFew : percent(share)}</strong>;
      },
      isFigure: true,
    },
    {
      key: "words",
      header: satisfaction.board.words,
      cell: ({ counts }) => (pleasedShare(counts) === null ? "–" : number(wordsOf(counts))),
      isFigure: true,
    },
  ];
  return <DataTable caption={caption} columns={columns} rows={lines} rowKey={({ key }) => key} />;
}
