import type { HelpState } from "#app/domain/help/help-request.ts";
import { helpPageWords as words } from "#app/messages/help-page.ts";
import { WholeDocument } from "../public-board/whole-document.tsx";
import { HelpHeader } from "./help-header.tsx";

interface OwnPageProps {
  readonly state: HelpState;
  readonly village: string;
  readonly needs: readonly string[];
  readonly sentAt: string;
  readonly code: string;
  /** Pressed without the tick. */
  readonly isUnsure: boolean;
  readonly stylesheet: string;
}

/** The resident's own page: how far it is, and the way to take it back. It shows no name and no number. */
export function OwnPage({ state, village, needs, sentAt, code, isUnsure, stylesheet }: OwnPageProps) {
  const { own } = words;
  return (
    <WholeDocument language="vi" title={`${own.title} · ${village}`} style={{ at: stylesheet }}>
      <HelpHeader place={words.title} village={village} />
      <main>
        <h1>{own.title}</h1>
        <p className="box is-said" role="status">
          <strong>{own.states[state]}</strong>
        </p>
        <p>
          {needs.join(", ")}. {own.sent(sentAt, village)}
        </p>
        <div>
          <p className="label">{own.code}</p>
          <p className="code">{code}</p>
          <p className="hint">{own.keep}</p>
        </div>
        {state === "waiting" || state === "contacted" ? (
          <form method="post">
            <label className="choice">
              <input type="checkbox" name="sure" value="yes" />
              <span>{own.sure}</span>
            </label>
            {isUnsure ? (
              <p className="wrong" role="alert">
                {own.tickFirst}
              </p>
            ) : null}
            <button type="submit" className="plain">
              {own.withdraw}
            </button>
          </form>
        ) : null}
        <p className="box">{words.never}</p>
      </main>
    </WholeDocument>
  );
}
