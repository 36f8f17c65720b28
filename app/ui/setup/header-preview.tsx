import type { DocumentHeader } from "#app/domain/plan/document-template.ts";
import { setupArea } from "#app/messages/vi/setup.ts";
import { useMessages } from "../language.tsx";

/** The head of a paper as Nghị định 30/2020/NĐ-CP sets it: issuer left, the nation right, each with its rule. */
export function HeaderPreview({ header }: { header: DocumentHeader }) {
  const { identity } = useMessages(setupArea).setup;
  return (
    <figure className="rounded-lg border border-line bg-[#fff] p-4 text-[#000]">
      <figcaption className="sr-only">{identity.preview}</figcaption>
      <div className="grid gap-4 text-center font-serif text-sm leading-snug sm:grid-cols-[2fr_3fr]">
        <div>
          {header.superiorBody ? <p className="uppercase">{header.superiorBody}</p> : null}
          <p className="uppercase">{header.issuingBody}</p>
          <p className="font-bold uppercase">{header.office}</p>
          <span className="mx-auto mt-1 block h-px w-2/5 bg-[#000]" />
          <p className="mt-3">{identity.number(header.officeSymbol)}</p>
        </div>
        <div>
          <p className="font-bold uppercase">{identity.nation}</p>
          <p className="inline-block border-b border-[#000] font-bold">{identity.motto}</p>
          <p className="mt-3 italic">{identity.date(header.place)}</p>
        </div>
      </div>
    </figure>
  );
}
