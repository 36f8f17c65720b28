import type { Letterhead, Paper, PaperBlock, PaperSigner } from "#app/domain/documents/paper.ts";
import { PaperTablePreview } from "./paper-table-preview.tsx";

/** The paper as it will be printed, from the same parts; on a phone its words flow to the width of the screen. */
export function PaperPreview({ paper }: { paper: Paper }) {
  const { letterhead, foot, addressees } = paper;
  return (
    <article
      lang="vi"
      className="paper-sheet mx-auto flex w-full max-w-4xl flex-col gap-3 rounded-card border border-line bg-raised p-4 font-serif md:p-12"
    >
      {letterhead && <Head paper={paper} letterhead={letterhead} />}
      <header className="my-4 text-center">
        <h2 className="text-xl font-bold uppercase">{paper.type}</h2>
        <p className="text-lg font-bold text-balance">{paper.subject}</p>
        {paper.attachedTo && <p className="italic">{paper.attachedTo}</p>}
      </header>
      {addressees && (
        <p className="text-center">
          {addressees.word} {addressees.names.join("; ")}
        </p>
      )}
      {paper.bases.map((basis) => (
        <p key={basis} className="italic">
          {`${basis};`}
        </p>
      ))}
      <Blocks blocks={paper.blocks} />
      <div className="mt-6 grid gap-6 md:grid-cols-2">
        {foot.signers.length < 2 && <Recipients foot={foot} />}
        {foot.signers.map((signer) => (
          <Signature key={signer.lines.join()} signer={signer} />
        ))}
        {foot.signers.length > 1 && <Recipients foot={foot} />}
      </div>
      {paper.annexes.map((annex) => (
        <section
          key={annex.title + annex.subject}
          className="mt-6 flex flex-col gap-3 border-t border-line pt-6"
        >
          <header className="text-center">
            <h2 className="text-lg font-bold">{annex.title}</h2>
            <p className="font-bold uppercase text-balance">{annex.subject}</p>
            {annex.attachedTo && <p className="italic">{annex.attachedTo}</p>}
          </header>
          <Blocks blocks={annex.blocks} />
        </section>
      ))}
      {paper.check && (
        <p className="mt-4 text-center text-sm text-ink-soft break-words">{paper.check.line}</p>
      )}
    </article>
  );
}

function Head({ paper, letterhead }: { paper: Paper; letterhead: Letterhead }) {
  return (
    <div className="grid gap-3 text-center md:grid-cols-2">
      <div>
        <p className="uppercase">{letterhead.superiorBody}</p>
        <p className="font-bold uppercase">{letterhead.issuingBody}</p>
        {paper.number && <p className="mt-2 whitespace-pre">{paper.number}</p>}
      </div>
      <div>
        <p className="font-bold uppercase">{letterhead.country}</p>
        <p className="font-bold underline underline-offset-4">{letterhead.motto}</p>
        {paper.placeAndDate && <p className="mt-2 whitespace-pre-wrap italic">{paper.placeAndDate}</p>}
      </div>
    </div>
  );
}

function Blocks({ blocks }: { blocks: readonly PaperBlock[] }) {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a paper never change places
  return blocks.map((block, index) => <Block key={index} block={block} />);
}

const HEADINGS = { 1: "h3", 2: "h4", 3: "h5" } as const;

function Block({ block }: { block: PaperBlock }) {
  switch (block.is) {
    case "heading": {
      const Heading = HEADINGS[block.level];
      return <Heading className={block.level === 3 ? "italic" : "font-bold"}>{block.text}</Heading>;
    }
    case "paragraph":
      return (
        <p className={LOOKS[block.look ?? "plain"]}>
          {block.lead === undefined ? null : <strong>{block.lead} </strong>}
          {block.text}
        </p>
      );
    case "list":
      return (
        <ul className="list-['-_'] ps-6">
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
      );
    case "table":
      return <PaperTablePreview table={block.table} />;
  }
}

const LOOKS = {
  plain: "break-words",
  italic: "italic",
  bold: "font-bold",
  centred: "text-center",
  "centred-bold": "text-center font-bold",
} as const;

function Recipients({ foot }: { foot: Paper["foot"] }) {
  if (foot.recipients.length === 0) return <div />;
  return (
    <div>
      <p className="font-bold italic">{foot.recipientsTitle}</p>
      <ul className="list-['-_'] ps-4 text-base">
        {foot.recipients.map((recipient) => (
          <li key={recipient}>{recipient}</li>
        ))}
      </ul>
    </div>
  );
}

function Signature({ signer }: { signer: PaperSigner }) {
  return (
    <div className="text-center font-bold">
      {signer.lines.map((line) => (
        <p key={line} className="uppercase">
          {line}
        </p>
      ))}
      {signer.hint && <p className="font-normal italic">{signer.hint}</p>}
      <p className="mt-16">{signer.name}</p>
    </div>
  );
}
